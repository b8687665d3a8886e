/** One work order beside the list: whose it is, each department's part, and the next duty as the primary button. */
import type { ReactElement, ReactNode } from 'react';
import type { Actor } from '@shared/core/command';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import { isAtDesk, isTheirs, mayCoordinate } from '@shared/work-orders/access';
import type { WorkOrder } from '@shared/work-orders/schema';
import { dutiesOf, mayTake, type Duty } from '@shared/work-orders/state';
import { departmentName, staffName, useDirectory } from '../../data/directory';
import { useSession } from '../../data/session';
import { t, type MessageKey } from '../../ui/i18n';
import { MaskedPhone } from '../../ui/masked-phone';
import { RecordPanel } from '../../ui/record-panel';
import { FollowUpLink } from '../../ui/service/follow-up-link';
import { ResponsiblePerson, mayHandOver } from '../../ui/service/hand-over';
import { DueBadge } from '../../ui/service/due-badge';
import { ChildList, OriginLink } from '../../ui/service/origin';
import { dayTime } from '../../ui/typed';
import { describeAct, describeChanges } from './log-text';
import { StageTag } from './order-columns';
import { PartList } from './part-list';
import { printOrder } from './prints';

interface OrderPanelProps {
  readonly order: WorkOrder;
  readonly minute: string;
  readonly onAct: (act: string, part?: string) => void;
  readonly onClose: () => void;
}

export function OrderPanel({ order, minute, onAct, onClose }: OrderPanelProps): ReactElement {
  const { body, status } = order;
  const { desk, actor } = useSession();
  const { amberMinutes } = useDirectory((state) => state.settings);
  const open = status === 'open' || status === 'confirmed';
  const { customer } = body;
  // The record's own desk sees the phone while it handles the matter, and so does whoever works for the customer.
  const inHand =
    open && (order.desk === desk || body.parts.some((part) => actor !== null && isTheirs(actor, part)));
  const phone = inHand ? customer.phone : <MaskedPhone phone={customer.phone} record={order.id} />;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [
      t('workOrders.field.customer'),
      customer.name === '' && customer.phone === '' ? (
        t('workOrders.noCustomer')
      ) : (
        <>
          {customer.name} {customer.phone && phone}{' '}
          <span className="quiet">
            {[t(`service.identities.${customer.identity}`), customer.memberNo].filter(Boolean).join(' ')}
          </span>
        </>
      ),
    ],
    [
      t('workOrders.field.due'),
      <>
        {dayTime(body.due)} {open && <DueBadge dueAt={body.due} minute={minute} />}
      </>,
    ],
    [t('workOrders.field.responsible'), <ResponsiblePerson doc={order} />],
    [t('workOrders.field.origin'), body.origin && <OriginLink origin={body.origin} />],
    [t('workOrders.field.closedAt'), body.closedAt && dayTime(body.closedAt)],
    [t('workOrders.field.children'), body.children.length > 0 && <ChildList>{body.children}</ChildList>],
  ];
  return (
    <RecordPanel
      number={body.no ?? ''}
      title={body.category}
      tags={<StageTag order={order} minute={minute} amberMinutes={amberMinutes} />}
      onClose={onClose}
      facts={facts.filter(([, value]) => value !== false)}
      log={body.log ?? []}
      describe={describeAct}
      describeChange={describeChanges}
      actions={<Actions order={order} onAct={onAct} />}
    >
      <p className="order-matter">{body.summary}</p>
      <Waiting order={order} />
      <PartList order={order} minute={minute} onAct={onAct} />
      <Climbed order={order} />
    </RecordPanel>
  );
}

/** Why the next step is somebody else's. */
function Waiting({ order }: { readonly order: WorkOrder }): ReactElement | null {
  const actor = useSession((session) => session.actor);
  const [duty] = dutiesOf(order);
  if (!actor || !isAtDesk(actor) || mayCoordinate(actor, order)) return null;
  return duty?.name === 'confirm' || duty?.name === 'close' ? (
    <div className="notice">{t('workOrders.notResponsibleNotice', { name: staffName(order.key) })}</div>
  ) : null;
}

/** Escalations, and what the customer said each time. */
function Climbed({ order: { body } }: { readonly order: WorkOrder }): ReactElement | null {
  if (body.escalations.length + body.confirmations.length === 0) return null;
  return (
    <ul className="log">
      {body.escalations.map(({ id, level, to, at, reason }) => (
        <li key={id}>
          {t('workOrders.escalatedTo', { level: t(`workOrders.level.${level}`), to })}
          <span className="quiet">
            {' '}
            · {dayTime(at)} · {reason}
          </span>
        </li>
      ))}
      {body.confirmations.map(({ id, way, result, note, at }) => (
        <li key={id}>
          {t('workOrders.confirmedAs', {
            result: t(`workOrders.confirmResult.${result}`),
            way: t(`workOrders.way.${way}`),
          })}
          <span className="quiet">
            {' '}
            · {dayTime(at)} {note && `· ${note}`}
          </span>
        </li>
      ))}
    </ul>
  );
}

interface ActionsProps {
  readonly order: WorkOrder;
  readonly onAct: OrderPanelProps['onAct'];
}

/** What the first duty asks of the desk, as act and part; null where a department or somebody else owes it. */
function primaryOf(duty: Duty | undefined, order: WorkOrder): readonly [act: string, part: string] | null {
  switch (duty?.name) {
    case 'reassign':
      return ['reassign', duty.part];
    case 'decideExtension':
      return [
        'decide',
        order.body.extensions.find((one) => one.part === duty.part && one.state === 'asked')?.id ?? '',
      ];
    case 'accept':
      return ['accept', duty.part];
    case 'finish':
      return ['finish', duty.part];
    case 'confirm':
      return ['confirm', ''];
    case 'close':
      return ['close', ''];
    case undefined:
      return null;
  }
}

const LABELS = {
  reassign: 'workOrders.reassign',
  decideExtension: 'workOrders.decideExtension',
  accept: 'workOrders.accept',
  finish: 'workOrders.finish',
  confirm: 'workOrders.confirm',
  close: 'workOrders.close',
} as const satisfies Record<Duty['name'], MessageKey>;

/** What the primary button says: the desk writes down what a department did. */
function labelOf({ name, part: id }: Duty, { body }: WorkOrder, actor: Actor | null): MessageKey {
  const part = body.parts.find((one) => one.id === id);
  const own = actor !== null && part !== undefined && isTheirs(actor, part);
  if (own || (name !== 'accept' && name !== 'finish')) return LABELS[name];
  return name === 'accept' ? 'workOrders.recordAccept' : 'workOrders.recordFinish';
}

function Actions({ order, onAct }: ActionsProps): ReactElement | null {
  const actor = useSession((session) => session.actor);
  const roles = actor?.roles ?? [];
  const atDesk = hasRole(roles, DESK_ROLES);
  const open = order.status === 'open' || order.status === 'confirmed';
  const mine = dutiesOf(order).find(({ name, part: id }) => {
    const part = order.body.parts.find((one) => one.id === id);
    if (name === 'accept' || name === 'finish')
      return atDesk || (actor !== null && part !== undefined && isTheirs(actor, part));
    return name === 'confirm' || name === 'close'
      ? actor !== null && mayCoordinate(actor, order) && atDesk
      : atDesk;
  });
  const primary = primaryOf(mine, order);
  const more: readonly (readonly [act: string, label: string, shown: boolean])[] = [
    ['addPart', t('workOrders.addPart'), atDesk && mayTake(order, 'addPart')],
    ['escalate', t('workOrders.escalate'), open && (atDesk || roles.includes('manager'))],
    ['handOver', t('service.handOver'), mayHandOver(order, actor)],
    ['correct', t('workOrders.correct'), atDesk && open],
    ['void', t('workOrders.void'), atDesk && mayTake(order, 'void')],
  ];
  return (
    <>
      {mine && primary && (
        <button type="button" className="button primary grow" onClick={() => onAct(...primary)}>
          {t(labelOf(mine, order, actor))}
          {mine.department !== '' && order.body.parts.length > 1 && ` · ${departmentName(mine.department)}`}
        </button>
      )}
      <button type="button" className="button" onClick={() => printOrder(order)}>
        {t('workOrders.printOne')}
      </button>
      <FollowUpLink doc={order} />
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
