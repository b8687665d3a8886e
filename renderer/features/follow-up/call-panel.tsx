/** One follow-up beside the list: what it is about, every attempt, what the customer said, and the next acts. */
import type { ReactElement, ReactNode } from 'react';
import { Link } from 'wouter';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import type { FollowUp } from '@shared/follow-up/schema';
import { mayGiveUp } from '@shared/follow-up/state';
import { departmentName, staffName, useDirectory } from '../../data/directory';
import { useSession } from '../../data/session';
import { FlagNotice, flagsOf, useFlags } from '../../ui/customer-flags';
import { t } from '../../ui/i18n';
import { MaskedPhone } from '../../ui/masked-phone';
import { RecordPanel } from '../../ui/record-panel';
import { CustomerHistory } from '../../ui/service/customer-history';
import { DueBadge } from '../../ui/service/due-badge';
import { mayHandOver, ResponsiblePerson } from '../../ui/service/hand-over';
import { ChildList, newFrom, OriginLink } from '../../ui/service/origin';
import { useCustomer } from '../../ui/service/use-customer';
import { dayTime } from '../../ui/typed';
import { stateText } from './columns';
import { describeAct, describeChanges } from './log-text';

/** What can be begun from the panel; each opens its own form or dialog. */
export type CallAct = 'call' | 'give-up' | 'hand-over' | 'correct' | 'void';

/** Registers in which a new matter from a call goes on. */
const GROWS = [
  ['enquiry', '/enquiries'],
  ['complaint', '/complaints'],
  ['workOrder', '/work-orders'],
] as const;

interface CallPanelProps {
  readonly call: FollowUp;
  /** ISO instant, whole minutes. */
  readonly minute: string;
  readonly onAct: (act: CallAct) => void;
  readonly onClose: () => void;
}

export function CallPanel({ call, minute, onAct, onClose }: CallPanelProps): ReactElement {
  const { id, body, status, desk } = call;
  const session = useSession();
  const { phone, identity, memberNo } = body.customer;
  const customer = useCustomer(phone);
  const flags = flagsOf(useFlags(), body.customer);
  // Whoever is to call sees the number (DOMAIN §2).
  const calling = status === 'planned' && (desk === session.desk || call.key === session.actor?.id);
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('followUp.field.phone'), phone && (calling ? phone : <MaskedPhone phone={phone} record={id} />)],
    [t('followUp.field.identity'), [t(`service.identities.${identity}`), memberNo].filter(Boolean).join(' ')],
    [t('followUp.field.summary'), <span className="as-typed">{body.summary}</span>],
    [t('service.origin'), body.origin && <OriginLink origin={body.origin} />],
    [t('followUp.field.department'), body.department && departmentName(body.department)],
    [t('followUp.field.plannedFor'), body.plannedFor],
    [t('followUp.field.attempts'), body.attempts.length > 0 && <Attempts call={call} />],
    [t('followUp.field.nextAt'), status === 'planned' && body.attempts.length > 0 && dayTime(body.nextAt)],
    [t('followUp.field.satisfaction'), body.satisfaction && t(`followUp.satisfaction.${body.satisfaction}`)],
    [t('followUp.field.answer'), body.answer && <span className="as-typed">{body.answer}</span>],
    [t('followUp.field.opinion'), body.opinion && <span className="as-typed">{body.opinion}</span>],
    [t('followUp.field.doneAt'), body.doneAt && `${dayTime(body.doneAt)} ${staffName(body.doneBy)}`],
    [t('followUp.field.responsible'), <ResponsiblePerson key="responsible" doc={call} />],
    [t('followUp.field.children'), body.children.length > 0 && <ChildList>{body.children}</ChildList>],
  ];
  return (
    <RecordPanel
      number={body.no ?? ''}
      title={body.customer.name}
      tags={
        <>
          <span className={status === 'done' ? 'tag good' : 'tag'}>{stateText({ status, ...body })}</span>
          {status === 'planned' && <DueBadge dueAt={call.dueAt} minute={minute} />}
        </>
      }
      onClose={onClose}
      facts={facts.filter(([, value]) => value !== false && value !== null && value !== '')}
      log={body.log ?? []}
      describe={describeAct}
      describeChange={describeChanges}
      actions={
        hasRole(session.actor?.roles ?? [], [...DESK_ROLES, 'manager']) && status !== 'void' ? (
          <Actions call={call} onAct={onAct} />
        ) : null
      }
    >
      {flags.map((flag) => (
        <FlagNotice key={flag.id} flag={flag} />
      ))}
      {phone !== '' && <CustomerHistory customer={customer} except={id} />}
    </RecordPanel>
  );
}

function Attempts({ call: { body } }: { readonly call: FollowUp }): ReactElement {
  return (
    <>
      {body.attempts.map(({ id, at, by, way, result, note }) => (
        <div key={id}>
          {dayTime(at)} {staffName(by)} {t(`followUp.way.${way}`)} {t(`followUp.result.${result}`)}
          {note && <span className="quiet"> {note}</span>}
        </div>
      ))}
    </>
  );
}

function Actions({
  call,
  onAct,
}: {
  readonly call: FollowUp;
  readonly onAct: (act: CallAct) => void;
}): ReactElement {
  const { id, status, body } = call;
  const actor = useSession((state) => state.actor);
  const settings = useDirectory((state) => state.settings);
  const atDesk = hasRole(actor?.roles ?? [], DESK_ROLES);
  const open = status === 'planned';
  const acts: readonly (readonly [CallAct, string, boolean])[] = [
    ['call', t('followUp.call'), atDesk && open],
    ['give-up', t('followUp.giveUp'), atDesk && open && mayGiveUp(body, settings)],
    ['hand-over', t('service.handOver'), mayHandOver(call, actor)],
    ['correct', t('followUp.correct'), atDesk],
    ['void', t('followUp.void'), atDesk && body.children.length === 0],
  ];
  return (
    <>
      {acts
        .filter(([, , shown]) => shown)
        .map(([act, label]) => (
          <button
            key={act}
            type="button"
            className={act === 'call' ? 'button primary grow' : 'button'}
            onClick={() => onAct(act)}
          >
            {label}
          </button>
        ))}
      {atDesk &&
        body.attempts.length > 0 &&
        GROWS.map(([kind, page]) => (
          <Link key={kind} className="button" href={newFrom(page, 'tickets', id)}>
            {t('followUp.grow', { kind: t(`service.kinds.${kind}`) })}
          </Link>
        ))}
    </>
  );
}
