/** 客户: the people of all registers, and beside the list one of them with everything the club's records tell. */
import { useEffect, useMemo, useState, type ReactElement } from 'react';
import { Link, useLocation } from 'wouter';
import { isCustomer, personId } from '@shared/customers/schema';
import { ERASE_ROLES } from '@shared/erasure/erase';
import { hasRole, PHONE_ROLES } from '@shared/core/roles';
import { peopleOf, registerOf, type Person } from '@shared/customers/people';
import { rootOf } from '@shared/customers/links';
import type { CustomerFlag } from '@shared/visits/schema';
import { useDirectory } from '../../data/directory';
import { useSession } from '../../data/session';
import { ChoiceFilter, WordsFilter } from '../../ui/filters';
import { t } from '../../ui/i18n';
import { RegisterPage } from '../../ui/register-page';
import { RegisterTable } from '../../ui/register-table';
import { ListState, NoRecord } from '../../ui/states';
import { customerColumns } from './columns';
import { PersonPanel } from './person-panel';
import { isQuery, useLinks, usePeople } from './use-people';

const SPANS = ['30', '90'] as const;
type Span = (typeof SPANS)[number];

interface CustomerRegisterProps {
  /** Id of a person, or ''. */
  readonly record: string;
  /** Words to begin with, e.g. a phone. */
  readonly find: string;
}

export function CustomerRegister({ record, find }: CustomerRegisterProps): ReactElement {
  const [, navigate] = useLocation();
  const roles = useSession(({ actor }) => actor?.roles) ?? [];
  const [words, setWords] = useState(find);
  const [span, setSpan] = useState<Span>('30');
  const [flagged, setFlagged] = useState<'flagged' | ''>('');
  const live = usePeople(words, Number(span));
  const flags = useFlagsById();
  const links = useLinks();
  useEffect(() => {
    if (find !== '') setWords(find);
  }, [find]);
  const people = live.state === 'ready' ? live.value : [];
  const shown = flagged ? people.filter(({ id }) => flags.has(id)) : people;
  const known = useKnown(rootOf(links, record), people);
  const open = (id: string | null): void =>
    navigate(id ? `/customers/${id}` : '/customers', { replace: true });
  // Who was looked for by phone and is the only one opens at once.
  const [only, another] = people;
  useEffect(() => {
    if (find !== '' && words === find && only && !another) open(only.id);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only a new answer opens somebody
  }, [find, words, only?.id, another]);
  const columns = useMemo(
    () => customerColumns(flags, hasRole(roles, PHONE_ROLES)),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the roles by their names
    [flags, roles.join()],
  );
  return (
    <RegisterPage
      title={t('customers.title')}
      hint={t('customers.hint')}
      actions={
        hasRole(roles, ERASE_ROLES) && (
          <Link className="button" href="/customers/erase">
            {t('customers.erasePage')}
          </Link>
        )
      }
      filters={
        <>
          <WordsFilter label={t('customers.words')} value={words} onChange={setWords} />
          {!isQuery(words) && (
            <select
              className="input"
              aria-label={t('customers.span')}
              value={span}
              onChange={({ target }) => setSpan(SPANS.find((one) => one === target.value) ?? '30')}
            >
              {SPANS.map((days) => (
                <option key={days} value={days}>
                  {t('customers.lastDays', { days })}
                </option>
              ))}
            </select>
          )}
          <ChoiceFilter
            label={t('customers.field.flags')}
            all={t('customers.allPeople')}
            value={flagged}
            values={['flagged'] as const}
            text={() => t('customers.onlyFlagged')}
            onChange={setFlagged}
          />
        </>
      }
      table={
        <RegisterTable
          label={t('customers.title')}
          columns={columns}
          rows={shown}
          selected={record === '' ? '' : rootOf(links, record)}
          onSelect={open}
          empty={
            <ListState
              state={live.state}
              title={isQuery(words) || flagged ? t('customers.emptyFound') : t('customers.empty')}
            >
              {t('customers.emptyHint')}
            </ListState>
          }
          foot={t('customers.rows', { count: shown.length })}
        />
      }
      side={
        record === '' ? null : known ? (
          <PersonPanel
            key={known.id}
            person={known}
            among={people}
            onOpen={open}
            onClose={() => open(null)}
          />
        ) : (
          <NoRecord state={live.state === 'ready' ? 'ready' : live.state} />
        )
      }
    />
  );
}

/** Notices in force or waiting, by the person's id. */
function useFlagsById(): ReadonlyMap<string, readonly CustomerFlag[]> {
  const records = useDirectory((state) => state.records);
  const links = useLinks();
  return useMemo(() => {
    const flags = new Map<string, readonly CustomerFlag[]>();
    for (const record of records.values()) {
      if (record.kind !== 'customerFlag' || record.status === 'removed') continue;
      const flag = record as CustomerFlag;
      const id = rootOf(links, personId(flag.body));
      flags.set(id, [...(flags.get(id) ?? []), flag]);
    }
    return flags;
  }, [records, links]);
}

/** The person of the address: of the list, or of a notice or merge when the list does not show them. */
function useKnown(id: string, people: readonly Person[]): Person | null {
  const records = useDirectory((state) => state.records);
  const links = useLinks();
  return useMemo(() => {
    if (id === '') return null;
    const listed = people.find((person) => person.id === id);
    if (listed) return listed;
    const named = [...records.values()].filter(
      (doc) => registerOf(doc) !== '' || doc.kind === 'customerFlag',
    );
    const ofDirectory = peopleOf(
      named.map((doc) => ({ collection: 'directory', doc })),
      links,
    ).find((person) => person.id === id);
    if (ofDirectory) return ofDirectory;
    const merge = [...records.values()].filter(isCustomer).find(({ body }) => body.into?.id === id);
    const into = merge?.body.into;
    return into ? { ...into, identity: '', memberNo: '', others: [], records: [], lastDay: '' } : null;
  }, [id, people, records, links]);
}
