/** One talk beside the list: what both sides said, how far it is, and the next step as the primary button. */
import type { ReactElement, ReactNode } from 'react';
import { Link } from 'wouter';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import { whyNot } from '@shared/follow-up/state';
import type { Talk } from '@shared/talks/schema';
import { awaitsSignature, mayStep } from '@shared/talks/state';
import { departmentName, useDirectory } from '../../data/directory';
import { useSession } from '../../data/session';
import { t } from '../../ui/i18n';
import { MaskedPhone } from '../../ui/masked-phone';
import { RecordPanel } from '../../ui/record-panel';
import { FollowUpLink } from '../../ui/service/follow-up-link';
import { ResponsiblePerson, mayHandOver } from '../../ui/service/hand-over';
import { ChildList, OriginLink, newFrom } from '../../ui/service/origin';
import { dayTime } from '../../ui/typed';
import { describeAct, describeChanges } from './log-text';
import { printTalk } from './prints';
import { TalkTags } from './talk-tags';

interface TalkPanelProps {
  readonly talk: Talk;
  readonly minute: string;
  readonly onAct: (act: string) => void;
  readonly onClose: () => void;
}

export function TalkPanel({ talk, minute, onAct, onClose }: TalkPanelProps): ReactElement {
  const { body, status } = talk;
  const { desk } = useSession();
  const amberMinutes = useDirectory(({ settings }) => settings.amberMinutes);
  const { customer } = body;
  const open = status !== 'archived' && status !== 'void';
  // The record's own desk sees the phone while it handles the matter (DOMAIN §2).
  const phone =
    open && talk.desk === desk ? customer.phone : <MaskedPhone phone={customer.phone} record={talk.id} />;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [
      t('talks.field.customer'),
      <>
        {customer.name} {customer.phone && phone}{' '}
        <span className="quiet">
          {[t(`service.identities.${customer.identity}`), customer.memberNo].filter(Boolean).join(' ')}
        </span>
      </>,
    ],
    [t('talks.field.heldAt'), `${dayTime(body.heldAt)} · ${body.place}`],
    [t('talks.field.department'), body.department && departmentName(body.department)],
    [t('talks.field.summary'), <Lines text={body.summary} />],
    [t('talks.field.request'), <Lines text={body.request} />],
    [t('talks.field.customerSaid'), body.customerSaid && <Lines text={body.customerSaid} />],
    [t('talks.field.weSaid'), <Lines text={body.weSaid} />],
    [t('talks.field.agreedAt'), `${dayTime(body.agreedAt)} · ${body.handler}`],
    [t('talks.field.signature'), <SignatureText talk={talk} />],
    [t('talks.field.decision'), decisionText(talk)],
    [t('talks.field.result'), body.result && <Lines text={body.result} />],
    [
      t('talks.field.archiveNo'),
      body.archiveNo && t('talks.archivedAs', { archiveNo: body.archiveNo, time: dayTime(body.archivedAt) }),
    ],
    [t('talks.field.unsignedReason'), body.unsignedReason],
    [t('talks.field.followedUpAt'), body.followedUpAt && dayTime(body.followedUpAt)],
    [t('talks.field.responsible'), <ResponsiblePerson doc={talk} />],
    [t('talks.field.origin'), body.origin && <OriginLink origin={body.origin} />],
    [t('talks.field.children'), body.children.length > 0 ? <ChildList>{body.children}</ChildList> : ''],
  ];
  return (
    <RecordPanel
      number={body.no ?? ''}
      title={t(`talks.ground.${body.ground}`)}
      tags={<TalkTags talk={talk} minute={minute} amberMinutes={amberMinutes} />}
      onClose={onClose}
      facts={facts}
      log={body.log ?? []}
      describe={describeAct}
      describeChange={describeChanges}
      actions={<Actions talk={talk} onAct={onAct} />}
    >
      <StateNotice talk={talk} minute={minute} />
    </RecordPanel>
  );
}

function Lines({ text }: { readonly text: string }): ReactElement {
  return <span className="talk-lines">{text}</span>;
}

function SignatureText({ talk: { body } }: { readonly talk: Talk }): ReactElement {
  const { signature } = body;
  if (signature.mode !== 'paper') return <>{t('signatures.signedBy', { name: signature.name })}</>;
  return (
    <>
      {signature.archiveNo === ''
        ? t('signatures.waiting')
        : t('signatures.paperFiled', { archiveNo: signature.archiveNo })}
    </>
  );
}

function decisionText({ body: { decision } }: Talk): string {
  if (decision.state !== 'approved' || !decision.lead) return '';
  const approved = t('talks.approvedBy', { name: decision.lead.name, time: dayTime(decision.lead.at) });
  return [approved, decision.note].filter(Boolean).join(' · ');
}

function StateNotice({
  talk,
  minute,
}: {
  readonly talk: Talk;
  readonly minute: string;
}): ReactElement | null {
  const { status, body } = talk;
  const { decision } = body;
  if (status === 'open') return <div className="notice">{t('talks.waitingNotice')}</div>;
  if (status === 'returned')
    return (
      <div className="notice">
        {t('talks.returnedNotice', { name: decision.lead?.name ?? '', note: decision.note })}
      </div>
    );
  if (status === 'approved') {
    const late = body.agreedAt <= minute;
    return (
      <div className={late ? 'notice overdue' : 'notice'}>
        {t(late ? 'talks.agreedLate' : 'talks.agreedNotice', {
          time: dayTime(body.agreedAt),
          name: body.handler,
        })}
      </div>
    );
  }
  if (status === 'solved')
    return (
      <div className="notice">
        {body.followedUpAt === undefined
          ? t('talks.followUpNotice', { time: dayTime(body.followUpDue) })
          : t('talks.followedUpNotice', { time: dayTime(body.followedUpAt) })}
      </div>
    );
  return null;
}

function Actions({
  talk,
  onAct,
}: {
  readonly talk: Talk;
  readonly onAct: (act: string) => void;
}): ReactElement {
  const actor = useSession((session) => session.actor);
  const roles = actor?.roles ?? [];
  const atDesk = hasRole(roles, DESK_ROLES);
  const lead = roles.includes('lead');
  const coordinates = lead || actor?.id === talk.key;
  const steps: readonly (readonly [act: string, label: string, shown: boolean])[] = [
    // A clerk may bring the lead to the desk, who confirms by PIN.
    ['approve', t('talks.approve'), atDesk && mayStep(talk, 'approve')],
    ['correct', t('talks.correct'), atDesk && talk.status === 'returned'],
    ['solve', t('talks.solve'), atDesk && coordinates && mayStep(talk, 'solve')],
    ['archive', t('talks.archive'), atDesk && mayStep(talk, 'archive')],
  ];
  const primary = steps.find(([, , shown]) => shown);
  // The customer is called before the talk is filed away.
  const callsFirst = talk.status === 'solved' && whyNot(talk) === null;
  const more: readonly (readonly [act: string, label: string, shown: boolean])[] = [
    ['paper', t('talks.filePaper'), atDesk && awaitsSignature(talk)],
    ['sendBack', t('talks.sendBack'), atDesk && mayStep(talk, 'sendBack')],
    ['correct', t('talks.correct'), atDesk && talk.status === 'open'],
    ['handOver', t('service.handOver'), mayHandOver(talk, actor)],
    ['void', t('talks.void'), atDesk && mayStep(talk, 'void')],
  ];
  return (
    <>
      <FollowUpLink doc={talk} primary={callsFirst} />
      {primary && (
        <button
          type="button"
          className={callsFirst ? 'button' : 'button primary grow'}
          onClick={() => onAct(primary[0])}
        >
          {primary[1]}
        </button>
      )}
      <button type="button" className="button" onClick={() => printTalk(talk)}>
        {t('talks.printOne')}
      </button>
      {atDesk && talk.status !== 'void' && talk.status !== 'archived' && (
        <Link className="button" href={newFrom('/work-orders', 'tickets', talk.id)}>
          {t('talks.toWorkOrder')}
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
