/** One enquiry beside the list: what was asked and answered, what is due, what came of it, and the next acts. */
import type { ReactElement, ReactNode } from 'react';
import { Link } from 'wouter';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import type { Settings } from '@shared/core/settings';
import { PASSED, isPassed, type Enquiry } from '@shared/enquiries/schema';
import { firstReplyLevel } from '@shared/enquiries/state';
import { isReply } from '@shared/replies/schema';
import { departmentName, staffName, useDirectory } from '../../data/directory';
import { useSession } from '../../data/session';
import { FlagNotice, flagsOf, useFlags } from '../../ui/customer-flags';
import { t } from '../../ui/i18n';
import { MaskedPhone } from '../../ui/masked-phone';
import { RecordPanel } from '../../ui/record-panel';
import { CustomerHistory } from '../../ui/service/customer-history';
import { DueBadge } from '../../ui/service/due-badge';
import { FollowUpLink } from '../../ui/service/follow-up-link';
import { mayHandOver, ResponsiblePerson } from '../../ui/service/hand-over';
import { ChildList, newFrom, OriginLink } from '../../ui/service/origin';
import { useCustomer } from '../../ui/service/use-customer';
import { dayTime } from '../../ui/typed';
import { PASSED_PAGES } from './form-values';
import { describeAct, describeChanges } from './log-text';

/** What can be begun from the panel; each opens its own form or dialog. */
export type EnquiryAct = 'answer' | 'call' | 'hand-over' | 'correct' | 'void';

interface EnquiryPanelProps {
  readonly enquiry: Enquiry;
  /** ISO instant, whole minutes. */
  readonly minute: string;
  readonly onAct: (act: EnquiryAct) => void;
  readonly onClose: () => void;
}

export function EnquiryPanel({ enquiry, minute, onAct, onClose }: EnquiryPanelProps): ReactElement {
  const { id, body, status, desk } = enquiry;
  const session = useSession();
  const standards = useDirectory(({ settings }) => settings.enquiryStandards);
  const customer = useCustomer(body.customer.phone);
  const flags = flagsOf(useFlags(), body.customer);
  // The record's own desk sees the phone while it handles the matter (DOMAIN §2).
  const handling = desk === session.desk && status === 'open';
  const { phone, identity, memberNo } = body.customer;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('enquiries.field.channel'), t(`enquiries.channel.${body.channel}`)],
    [t('enquiries.field.receivedAt'), dayTime(body.receivedAt)],
    [
      t('enquiries.field.identity'),
      [t(`service.identities.${identity}`), memberNo].filter(Boolean).join(' '),
    ],
    [t('enquiries.field.phone'), phone && (handling ? phone : <MaskedPhone phone={phone} record={id} />)],
    [t('enquiries.field.category'), t(`enquiries.category.${body.category}`)],
    [t('enquiries.field.summary'), <span className="as-typed">{body.summary}</span>],
    [t('enquiries.field.answer'), body.answer && <span className="as-typed">{body.answer}</span>],
    [
      t('enquiries.field.answeredAt'),
      body.answeredAt && `${dayTime(body.answeredAt)} ${staffName(body.answeredBy)}`,
    ],
    [t('enquiries.field.outcome'), t(`enquiries.outcome.${body.outcome}`)],
    [t('enquiries.field.callBack'), body.callBack && callBackText(body.callBack)],
    [t('enquiries.attempts'), body.attempts.length > 0 && <Attempts enquiry={enquiry} />],
    [t('enquiries.field.standards'), standardsText(enquiry, standards)],
    [t('enquiries.field.department'), body.department && departmentName(body.department)],
    [t('enquiries.field.takenBy'), staffName(body.takenBy)],
    [t('enquiries.field.responsible'), <ResponsiblePerson key="responsible" doc={enquiry} />],
    [t('service.origin'), body.origin && <OriginLink origin={body.origin} />],
    [t('enquiries.field.children'), body.children.length > 0 && <ChildList>{body.children}</ChildList>],
    [t('enquiries.repliesUsed'), body.replies.length > 0 && <Replies ids={body.replies} />],
    [t('enquiries.field.remark'), body.remark],
  ];
  return (
    <RecordPanel
      number={body.no ?? ''}
      title={body.customer.name || t('enquiries.anonymous')}
      tags={
        <>
          <span className={status === 'closed' ? 'tag good' : 'tag'}>{t(`enquiries.status.${status}`)}</span>
          {status === 'open' && <OpenBadge enquiry={enquiry} minute={minute} />}
        </>
      }
      onClose={onClose}
      facts={facts.filter(([, value]) => value !== false)}
      log={body.log ?? []}
      describe={describeAct}
      describeChange={describeChanges}
      actions={
        hasRole(session.actor?.roles ?? [], [...DESK_ROLES, 'manager']) && status !== 'void' ? (
          <Actions enquiry={enquiry} onAct={onAct} />
        ) : null
      }
    >
      {flags.map((flag) => (
        <FlagNotice key={flag.id} flag={flag} />
      ))}
      {status === 'open' && isPassed(body.outcome) && (
        <div className="notice">
          {t('enquiries.noticeUnpassed', { kind: t(`enquiries.passed.${body.outcome}`) })}
        </div>
      )}
      {phone !== '' && <CustomerHistory customer={customer} except={id} />}
    </RecordPanel>
  );
}

function callBackText({ dueAt, mode }: NonNullable<Enquiry['body']['callBack']>): string {
  const how =
    mode === 'wished'
      ? t('enquiries.callBackWished')
      : t(mode === 'wall' ? 'service.wallClock' : 'service.workingClock');
  return `${dayTime(dueAt)}（${how}）`;
}

function OpenBadge({
  enquiry: { dueAt, body },
  minute,
}: {
  readonly enquiry: Enquiry;
  readonly minute: string;
}): ReactElement {
  const mode = body.callBack?.mode ?? 'working';
  return <DueBadge dueAt={dueAt} minute={minute} {...(mode === 'wished' ? {} : { mode })} />;
}

function Attempts({ enquiry: { body } }: { readonly enquiry: Enquiry }): ReactElement {
  return (
    <>
      {body.attempts.map(({ id, at, by, result, note }) => (
        <div key={id}>
          {dayTime(at)} {staffName(by)} {t(`enquiries.result.${result}`)}
          {note && <span className="quiet"> {note}</span>}
        </div>
      ))}
    </>
  );
}

/** What the desk measured or marked of the service standards. */
function standardsText({ body }: Enquiry, standards: Settings['enquiryStandards']): string {
  const level = firstReplyLevel(body.firstReply, standards);
  return [
    level &&
      `${t('enquiries.field.firstReply')} ${body.firstReply ?? ''}：${t(`enquiries.firstReplyLevel.${level}`)}`,
    body.lateRings && t('enquiries.field.lateRings', { rings: standards.rings }),
    body.longHold && t('enquiries.field.longHold', { hold: standards.holdSeconds }),
  ]
    .filter(Boolean)
    .join('；');
}

/** Situations of the standard replies that were used, or the products whose facts were told. */
function Replies({ ids }: { readonly ids: readonly string[] }): ReactElement {
  const records = useDirectory((state) => state.records);
  return (
    <>
      {ids.map((id) => {
        const reply = records.get(id);
        return reply && isReply(reply) ? (
          <div key={id}>
            <Link href={`/replies/${id}`}>{reply.body.situation}</Link>
          </div>
        ) : (
          <div key={id}>
            <Link href={`/products/${id}`}>{t('replies.productFacts')}</Link>
          </div>
        );
      })}
    </>
  );
}

interface ActionsProps {
  readonly enquiry: Enquiry;
  readonly onAct: (act: EnquiryAct) => void;
}

function Actions({ enquiry, onAct }: ActionsProps): ReactElement {
  const { id, status, body } = enquiry;
  const actor = useSession((state) => state.actor);
  const atDesk = hasRole(actor?.roles ?? [], DESK_ROLES);
  const open = status === 'open';
  const waiting = open && isPassed(body.outcome) ? body.outcome : null;
  const acts: readonly (readonly [EnquiryAct, string, boolean])[] = [
    ['call', t('enquiries.callBack'), atDesk && open && body.callBack !== null],
    ['answer', t('enquiries.answerAct'), atDesk && open],
    ['hand-over', t('service.handOver'), mayHandOver(enquiry, actor)],
    ['correct', t('enquiries.correct'), atDesk],
    ['void', t('enquiries.void'), atDesk && body.children.length === 0],
  ];
  return (
    <>
      {acts
        .filter(([, , shown]) => shown)
        .map(([act, label], index) => (
          <button
            key={act}
            type="button"
            className={index === 0 && open && !waiting ? 'button primary grow' : 'button'}
            onClick={() => onAct(act)}
          >
            {label}
          </button>
        ))}
      {atDesk &&
        PASSED.map((kind) => (
          <Link
            key={kind}
            className={kind === waiting ? 'button primary' : 'button'}
            href={newFrom(PASSED_PAGES[kind], 'tickets', id)}
          >
            {t('enquiries.passOn', { kind: t(`enquiries.passed.${kind}`) })}
          </Link>
        ))}
      <FollowUpLink doc={enquiry} />
      {atDesk && body.answer !== '' && (
        <Link className="button" href={`/replies/new/${id}`}>
          {t('enquiries.promote')}
        </Link>
      )}
    </>
  );
}
