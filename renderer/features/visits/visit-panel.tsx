/** One visit beside the list: facts, notices, the same phone's history, its log, and the next acts. */
import type { ReactElement, ReactNode } from 'react';
import { Link } from 'wouter';
import { DESK_ROLES, hasRole, type Role } from '@shared/core/roles';
import { clock, minutesBetween } from '@shared/core/time';
import { answerTransfer } from '@shared/visits/answer-transfer';
import { awaitsAnswer, awaitsSignature } from '@shared/visits/rules';
import { namedPerson, type Visit } from '@shared/visits/schema';
import { departmentName, staffName } from '../../data/directory';
import { useSession } from '../../data/session';
import { FlagNotice, flagsOf, useFlags } from '../../ui/customer-flags';
import { durationText } from '../../ui/duration';
import { t } from '../../ui/i18n';
import { importedText } from '../../ui/imported';
import { MaskedPhone } from '../../ui/masked-phone';
import { GrownFrom } from '../../ui/service/grown-from';
import { newFrom } from '../../ui/service/origin';
import { RecordPanel } from '../../ui/record-panel';
import { visitingText } from './columns';
import { describeAct, describeChanges } from './log-text';
import { PhoneHistory } from './phone-history';
import { signOutNow } from './sign-out-row';
import { stayText } from './stay';
import { dayTime } from '../../ui/typed';

/** What can be begun from the panel; each opens its own form or dialog. */
export type VisitAct = 'correct' | 'void' | 'leave' | 'answer' | 'consent' | 'mark';

interface VisitPanelProps {
  readonly visit: Visit;
  /** ISO instant, whole minutes. */
  readonly minute: string;
  readonly onAct: (act: VisitAct) => void;
  readonly onOpen: (id: string) => void;
  readonly onClose: () => void;
}

export function VisitPanel({ visit, minute, onAct, onOpen, onClose }: VisitPanelProps): ReactElement {
  const { body, status } = visit;
  const { actor, desk } = useSession();
  const roles = actor?.roles ?? [];
  const flags = flagsOf(useFlags(), body);
  // The record's own desk sees the phone while it handles the visitor (DOMAIN §2).
  const handling = visit.desk === desk && status === 'onSite';
  const phone = handling ? body.phone : <MaskedPhone phone={body.phone} record={visit.id} />;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('visits.field.phone'), body.phone && phone],
    [t('visits.field.people'), t('visits.people', { count: body.people })],
    [t('visits.field.company'), body.company],
    [t('visits.field.purpose'), [body.purpose, body.details].filter(Boolean).join('：')],
    [t('visits.field.visiting'), visitingText(body)],
    [t('visits.field.plate'), body.plate],
    [t('visits.field.badge'), body.badge],
    [t('visits.field.timeIn'), dayTime(body.timeIn)],
    [t('visits.field.timeOut'), timeOutText(visit, minute)],
    [t('visits.field.receivedBy'), staffName(body.receivedBy)],
    [t('visits.field.outcome'), outcomeText(visit)],
    [t('visits.field.signature'), signatureText(visit)],
    [t('visits.field.remark'), body.remark],
    [t('imports.origin'), importedText(body.imported)],
  ];
  return (
    <RecordPanel
      number={body.no ?? ''}
      title={namedPerson(body)}
      tags={<StatusTags visit={visit} />}
      onClose={onClose}
      facts={facts}
      log={body.log ?? []}
      describe={describeAct}
      describeChange={describeChanges}
      actions={
        status !== 'void' && (hasRole(roles, DESK_ROLES) || mayAnswer(visit, roles)) ? (
          <Actions visit={visit} atDesk={hasRole(roles, DESK_ROLES)} onAct={onAct} />
        ) : null
      }
    >
      {flags.map((flag) => (
        <FlagNotice key={flag.id} flag={flag} />
      ))}
      <TransferNotice visit={visit} minute={minute} />
      <GrownFrom record={visit} />
      {body.phone && <PhoneHistory phone={body.phone} except={visit.id} onOpen={onOpen} />}
    </RecordPanel>
  );
}

function timeOutText(visit: Visit, minute: string): string {
  const { status, body } = visit;
  if (status === 'left') return dayTime(body.timeOut);
  if (status !== 'onSite') return '';
  return t('visits.stay', { time: stayText(visit, minute) });
}

function outcomeText({ body: { outcome, transfer } }: Visit): string {
  if (!transfer) return t(`visits.outcome.${outcome}`);
  const department = departmentName(transfer.department);
  if (transfer.answeredAt === '') return t('visits.handedTo', { department, time: dayTime(transfer.at) });
  return t('visits.answered', {
    department,
    name: transfer.answeredBy,
    time: dayTime(transfer.answeredAt),
    answer: transfer.answer,
  });
}

function signatureText({ body: { guardian } }: Visit): string {
  if (!guardian) return '';
  const { signature } = guardian;
  if (signature.mode !== 'paper') return t('signatures.signedBy', { name: signature.name });
  return signature.archiveNo === ''
    ? t('visits.awaitsSignature')
    : t('signatures.paperFiled', { archiveNo: signature.archiveNo });
}

function StatusTags({ visit }: { readonly visit: Visit }): ReactElement {
  const { status, body } = visit;
  return (
    <>
      <span className={status === 'onSite' ? 'tag good' : status === 'leftUnrecorded' ? 'tag due' : 'tag'}>
        {t(`visits.status.${status}`)}
      </span>
      {body.guardian && <span className="tag">{t('visits.guardianTag')}</span>}
      {awaitsSignature(visit) && <span className="tag due">{t('visits.awaitsSignature')}</span>}
    </>
  );
}

function TransferNotice({
  visit,
  minute,
}: {
  readonly visit: Visit;
  readonly minute: string;
}): ReactElement | null {
  const { transfer } = visit.body;
  if (!transfer || !awaitsAnswer(visit)) return null;
  const department = departmentName(transfer.department);
  const late = minutesBetween(transfer.dueAt, minute);
  const time = clock(transfer.dueAt);
  return (
    <div className={late > 0 ? 'notice overdue' : 'notice'}>
      {late > 0
        ? t('visits.answerOverdue', { department, time, late: durationText(late) })
        : t('visits.answerDue', { department, time })}
    </div>
  );
}

/** A department answers in the web view what was handed to it. */
const mayAnswer = (visit: Visit, roles: readonly Role[]): boolean =>
  hasRole(roles, answerTransfer.roles) && awaitsAnswer(visit);

interface ActionsProps {
  readonly visit: Visit;
  readonly atDesk: boolean;
  readonly onAct: (act: VisitAct) => void;
}

function Actions({ visit, atDesk, onAct }: ActionsProps): ReactElement {
  const { status, body } = visit;
  const isLead = useSession(({ actor }) => actor?.roles.includes('lead') ?? false);
  const more: readonly (readonly [VisitAct, string, boolean])[] = [
    ['answer', t('visits.answerTransfer'), awaitsAnswer(visit)],
    ['consent', t('visits.fileConsent'), atDesk && awaitsSignature(visit)],
    ['leave', t('visits.signOutLater'), atDesk && (status === 'onSite' || status === 'leftUnrecorded')],
    ['correct', t('visits.correct'), atDesk],
    ['mark', t('visits.markCustomer'), isLead && body.phone !== ''],
    ['void', t('visits.void'), atDesk],
  ];
  return (
    <>
      {atDesk && status === 'onSite' && (
        <button type="button" className="button primary grow" onClick={() => void signOutNow(visit)}>
          {t('visits.signOut')}
          <kbd>S</kbd>
        </button>
      )}
      <Link className="button" href={newFrom('/work-orders', 'visits', visit.id)}>
        {t('visits.toWorkOrder')}
      </Link>
      {body.purpose === '投诉' && (
        <Link className="button" href={newFrom('/complaints', 'visits', visit.id)}>
          {t('visits.toComplaint')}
        </Link>
      )}
      {more
        .filter(([, , shown]) => shown)
        .map(([act, label]) => (
          <button key={act} type="button" className="button" onClick={() => onAct(act)}>
            {label}
          </button>
        ))}
    </>
  );
}
