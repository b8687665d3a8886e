/** One found item beside the list: facts, notices, proposals, photos, custody, log, and the next acts. */
import type { ReactElement, ReactNode } from 'react';
import { formatMoney } from '@shared/core/money';
import { DESK_ROLES, hasRole, type Role } from '@shared/core/roles';
import { civil } from '@shared/core/time';
import {
  custodyOf,
  handoverDueAt,
  openSignatures,
  ownerToContact,
  yearAfterNotice,
} from '@shared/lost-property/custody';
import type { Match } from '@shared/lost-property/match';
import type { FoundItem, Handover, LossReport } from '@shared/lost-property/schema';
import { departmentName, useDirectory } from '../../data/directory';
import { useSession } from '../../data/session';
import { t } from '../../ui/i18n';
import { importedText } from '../../ui/imported';
import { MaskedPhone } from '../../ui/masked-phone';
import { RecordPanel } from '../../ui/record-panel';
import { dayTime } from '../../ui/typed';
import { ContactList } from './contact-list';
import { CustodyHistory } from './custody-history';
import { ValueTag, isDue } from './item-columns';
import { describeAct, describeChanges } from './log-text';
import { ItemProposals } from './proposals';
import { Photos } from './photos';
import { printLabels } from './prints';

interface ItemPanelProps {
  readonly item: FoundItem;
  readonly reports: readonly LossReport[];
  readonly sheets: readonly Handover[];
  readonly matches: readonly Match[];
  readonly minute: string;
  readonly onAct: (act: string) => void;
  readonly onClose: () => void;
}

export function ItemPanel({
  item,
  reports,
  sheets,
  matches,
  minute,
  onAct,
  onClose,
}: ItemPanelProps): ReactElement {
  const { body, status } = item;
  const { actor, desk } = useSession();
  const settings = useDirectory((state) => state.settings);
  const roles = actor?.roles ?? [];
  const acts = actsOf(item, roles);
  const custody = custodyOf(body);
  const { finder, owner } = body;
  // The record's own desk sees phones while it keeps the item (DOMAIN §2).
  const phoneOf = (phone: string): ReactNode =>
    item.desk === desk && status === 'held' ? phone : <MaskedPhone phone={phone} record={item.id} />;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('lostProperty.field.features'), body.features.length > 0 ? <Features item={item} /> : ''],
    [
      t('lostProperty.field.quantity'),
      [
        t('lostProperty.pieces', { count: body.quantity }),
        custody.held !== body.quantity &&
          custody.held > 0 &&
          `${t('lostProperty.field.held')} ${custody.held}`,
        body.amount !== null && formatMoney(body.amount),
        body.bagNo && t('lostProperty.bag', { no: body.bagNo }),
      ]
        .filter(Boolean)
        .join(' · '),
    ],
    [t('lostProperty.field.found'), `${dayTime(body.foundAt)} · ${body.place}`],
    [
      t('lostProperty.field.finder'),
      <>
        {[
          finder.name,
          finder.under14
            ? t('lostProperty.guardian')
            : finder.department && departmentName(finder.department),
        ]
          .filter(Boolean)
          .join(' ')}{' '}
        {finder.phone && phoneOf(finder.phone)}
      </>,
    ],
    [t('lostProperty.field.storage'), body.storage],
    [
      t('lostProperty.field.owner'),
      owner && (
        <>
          {owner.name} {owner.phone && phoneOf(owner.phone)} {owner.clue}
        </>
      ),
    ],
    [t('lostProperty.field.remark'), body.remark],
    [t('imports.origin'), importedText(body.imported)],
  ];
  const due = civil(handoverDueAt(body, settings)).slice(0, 10);
  return (
    <RecordPanel
      number={body.no ?? ''}
      title={body.name}
      tags={
        <>
          <ValueTag item={item} />
          <span className={status === 'held' ? 'tag good' : 'tag'}>{t(`lostProperty.status.${status}`)}</span>
        </>
      }
      onClose={onClose}
      facts={facts}
      log={body.log ?? []}
      describe={describeAct}
      describeChange={describeChanges}
      actions={acts.length > 0 ? <Actions item={item} acts={acts} onAct={onAct} /> : null}
    >
      {custody.over > 0 && (
        <div className="notice overdue">{t('lostProperty.overClaimed', { over: custody.over })}</div>
      )}
      {ownerToContact(body) && (
        <Notice
          text={t('lostProperty.ownerNotContacted', { name: owner?.name ?? '' })}
          label={t('lostProperty.contact')}
          run={() => onAct('contact')}
        />
      )}
      {openSignatures(body).map(({ event, name }) => (
        <Notice
          key={event}
          text={t('lostProperty.paperOpen', { name })}
          label={t('lostProperty.paperFile')}
          run={() => onAct('paper')}
        />
      ))}
      {status === 'held' && (
        <div className={isDue(item, minute, settings) ? 'notice' : 'quiet small'}>
          {t(isDue(item, minute, settings) ? 'lostProperty.overdueSince' : 'lostProperty.dueOn', {
            day: due,
          })}
        </div>
      )}
      {custody.hr > 0 && (
        <div className="notice">
          {custody.noticeDay
            ? t('lostProperty.hrYear', { day: custody.noticeDay, year: yearAfterNotice(custody.noticeDay) })
            : t('lostProperty.hrNoNotice')}
        </div>
      )}
      <ItemProposals item={item} matches={matches} reports={reports} />
      <Photos item={item} {...(hasRole(roles, DESK_ROLES) ? { onAdd: () => onAct('photo') } : {})} />
      <CustodyHistory item={item} sheets={sheets} />
      <ContactList contacts={body.contacts} />
    </RecordPanel>
  );
}

function Features({ item: { body } }: { readonly item: FoundItem }): ReactElement {
  return (
    <>
      {body.features.map(({ text, hidden }, index) => (
        <div key={`${text}${index}`}>
          {text} {hidden && <span className="tag">{t('lostProperty.hidden')}</span>}
        </div>
      ))}
    </>
  );
}

/** A notice with the one thing to do about it. */
export function Notice({
  text,
  label,
  run,
}: {
  readonly text: string;
  readonly label: string;
  readonly run: () => void;
}): ReactElement {
  return (
    <div className="notice with-action">
      <span>{text}</span>
      <button type="button" className="button" onClick={run}>
        {label}
      </button>
    </div>
  );
}

/** What this person may do with the item now; the first is the likely one. */
function actsOf(
  { status, body }: FoundItem,
  roles: readonly Role[],
): readonly (readonly [act: string, label: string])[] {
  const desk = hasRole(roles, DESK_ROLES) && status !== 'void';
  const hr = roles.includes('hr') && status === 'handedOver';
  const acts: readonly (readonly [string, string, boolean])[] = [
    ['claim', t('lostProperty.claim'), desk && status === 'held'],
    ['return', t('lostProperty.returnLater'), hr],
    ['label', t('lostProperty.label'), desk],
    ['store', t('lostProperty.hrStore'), hr],
    ['notice', t('lostProperty.hrNotice'), hr],
    ['police', t('lostProperty.hrPolice'), hr],
    ['dispose', t('lostProperty.hrDispose'), hr],
    ['correct', t('lostProperty.correct'), desk],
    ['contact', t('lostProperty.contact'), desk && body.owner !== null],
    ['void', t('lostProperty.void'), desk && status === 'held'],
  ];
  return acts.filter(([, , shown]) => shown).map(([act, label]) => [act, label] as const);
}

interface ActionsProps {
  readonly item: FoundItem;
  readonly acts: ReturnType<typeof actsOf>;
  readonly onAct: (act: string) => void;
}

function Actions({ item, acts, onAct }: ActionsProps): ReactElement {
  const run = (act: string): void => {
    if (act === 'label') printLabels([item], false);
    else onAct(act);
  };
  return (
    <>
      {acts.map(([act, label]) => (
        <button
          key={act}
          type="button"
          className={act === 'claim' || act === 'return' ? 'button primary grow' : 'button'}
          onClick={() => run(act)}
        >
          {label}
          {act === 'claim' && <kbd>C</kbd>}
        </button>
      ))}
    </>
  );
}
