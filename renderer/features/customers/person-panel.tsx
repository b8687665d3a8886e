/** One customer beside the list: notices, who may be the same person, and every record that names them. */
import { useState, type ReactElement, type ReactNode } from 'react';
import { Link } from 'wouter';
import { DESK_ROLES, hasRole, PHONE_ROLES } from '@shared/core/roles';
import {
  doublesOf,
  registerOf,
  REGISTERS,
  type Double,
  type Person,
  type RegisterName,
} from '@shared/customers/people';
import { isCustomer } from '@shared/customers/schema';
import type { LogEntry } from '@shared/core/envelope';
import type { Placed } from '@shared/erasure/due';
import type { CustomerFlag } from '@shared/visits/schema';
import { useDirectory } from '../../data/directory';
import { useSession } from '../../data/session';
import { ChoiceFilter } from '../../ui/filters';
import { t, type MessageKey } from '../../ui/i18n';
import { MaskedPhone } from '../../ui/masked-phone';
import { RecordPanel } from '../../ui/record-panel';
import { shownAs } from '../../ui/record-path';
import { ErrorState, Loading } from '../../ui/states';
import { Doubles, Others } from './doubles';
import { exportPerson } from './export';
import { FlagDialog, Flags } from './flags';
import { MergeDialog } from './merge-dialog';
import { usePerson, usePersonFlags, useSound } from './use-people';
import { flagText, identityText } from './words';

interface PersonPanelProps {
  readonly person: Person;
  /** Listed people: among them others who may be the same are looked for. */
  readonly among: readonly Person[];
  readonly onOpen: (id: string) => void;
  readonly onClose: () => void;
}

export function PersonPanel({ person: listed, among, onOpen, onClose }: PersonPanelProps): ReactElement {
  const live = usePerson(listed);
  const person = live.state === 'ready' && live.value ? live.value : listed;
  const flags = usePersonFlags(person);
  const sound = useSound();
  const roles = useSession(({ actor }) => actor?.roles) ?? [];
  const isLead = hasRole(roles, ['lead']);
  const [merging, setMerging] = useState<Double | null>(null);
  const [flagging, setFlagging] = useState(false);
  const doubles = sound ? doublesOf(person, among, sound) : [];
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('service.phone'), <Phone key="phone" person={person} full={hasRole(roles, PHONE_ROLES)} />],
    [t('service.identity'), identityText(person)],
    [t('customers.field.lastDay'), person.lastDay],
    [
      t('customers.field.others'),
      person.others.length > 0 && <Others key="others" person={person} maySplit={isLead} />,
    ],
  ];
  return (
    <RecordPanel
      number={t('customers.oneTitle')}
      title={person.name}
      tags={flags.map((flag) => (
        <span key={flag.id} className={flag.status === 'proposed' ? 'tag' : 'tag due'}>
          {flagText(flag)}
        </span>
      ))}
      onClose={onClose}
      facts={facts.filter(([, value]) => value !== false)}
      log={useLog(person, flags)}
      describe={({ act }) => t(`customers.act.${act}` as MessageKey)}
      actions={
        <>
          {hasRole(roles, DESK_ROLES) && person.phone !== '' && (
            <button type="button" className="button" onClick={() => setFlagging(true)}>
              {t('customers.propose')}
            </button>
          )}
          {isLead && live.state === 'ready' && (
            <button type="button" className="button" onClick={() => void exportPerson(person)}>
              {t('customers.copy')}
            </button>
          )}
        </>
      }
    >
      <Flags flags={flags} />
      <Doubles
        doubles={doubles}
        full={hasRole(roles, PHONE_ROLES)}
        onOpen={onOpen}
        onMerge={isLead ? setMerging : null}
      />
      {live.state === 'loading' && <Loading lines={4} />}
      {live.state === 'failed' && <ErrorState />}
      {live.state === 'ready' && <History records={person.records} />}
      {merging && <MergeDialog person={person} other={merging.person} onClose={() => setMerging(null)} />}
      {flagging && <FlagDialog person={person} onClose={() => setFlagging(false)} />}
    </RecordPanel>
  );
}

function Phone({ person, full }: { readonly person: Person; readonly full: boolean }): ReactElement | null {
  if (person.phone === '') return <span className="quiet">{t('customers.noPhone')}</span>;
  return full ? <span>{person.phone}</span> : <MaskedPhone phone={person.phone} record={person.id} />;
}

/** What was done about the person: notices and merges, by time. */
function useLog(person: Person, flags: readonly CustomerFlag[]): readonly LogEntry[] {
  const records = useDirectory((state) => state.records);
  const ids = [person.id, ...person.others.map(({ id }) => id)];
  const merges = [...records.values()].filter((record) => isCustomer(record) && ids.includes(record.id));
  return [...flags, ...merges].flatMap(({ body }) => body.log ?? []).sort((a, b) => a.at.localeCompare(b.at));
}

const NAMES = Object.keys(REGISTERS);

function History({ records }: { readonly records: readonly Placed[] }): ReactElement {
  const [register, setRegister] = useState<RegisterName>('');
  const names = NAMES.filter((name) => records.some(({ doc }) => registerOf(doc) === name));
  const shown = register ? records.filter(({ doc }) => registerOf(doc) === register) : records;
  return (
    <section className="person-records" aria-label={t('service.history')}>
      <div className="title">
        <h2>
          {t('service.history')} <span className="quiet small">{shown.length}</span>
        </h2>
        {names.length > 1 && (
          <ChoiceFilter
            label={t('customers.registerFilter')}
            all={t('customers.allRegisters')}
            value={register}
            values={names}
            text={(name) => t(`customers.register.${name}` as MessageKey)}
            onChange={setRegister}
          />
        )}
      </div>
      {shown.length === 0 && <p className="quiet small">{t('customers.noRecords')}</p>}
      <ul>
        {shown.map(({ collection, doc }) => {
          const line = shownAs(doc);
          const name = t(`customers.register.${registerOf(doc)}` as MessageKey);
          return (
            <li key={`${collection} ${doc.id}`}>
              <span className="quiet">{doc.day}</span>
              <span className="tag">{name}</span>
              {line ? (
                <Link href={line.path} title={line.detail}>
                  {line.title}
                </Link>
              ) : (
                <span>{doc.body.no ?? ''}</span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
