/** The departments of an order: what each does, how far it is, what it said, and the steps it may take now. */
import type { ReactElement } from 'react';
import type { Actor } from '@shared/core/command';
import { isAtDesk, isTheirs } from '@shared/work-orders/access';
import type { Part, WorkOrder } from '@shared/work-orders/schema';
import { askedExtension, isUnfinished, liveParts, mayStep } from '@shared/work-orders/state';
import { departmentName, staffName, useDirectory } from '../../data/directory';
import { useSession } from '../../data/session';
import { t } from '../../ui/i18n';
import { DueBadge, dueLevel } from '../../ui/service/due-badge';
import { dayTime } from '../../ui/typed';

interface PartListProps {
  readonly order: WorkOrder;
  readonly minute: string;
  readonly onAct: (act: string, part?: string) => void;
}

export function PartList(props: PartListProps): ReactElement {
  return (
    <ul className="order-parts" aria-label={t('workOrders.field.departments')}>
      {props.order.body.parts.map((part) => (
        <PartItem key={part.id} {...props} part={part} />
      ))}
    </ul>
  );
}

function PartItem({ order, part, minute, onAct }: PartListProps & { readonly part: Part }): ReactElement {
  const actor = useSession((session) => session.actor);
  const words = order.body.progress.filter((one) => one.part === part.id);
  const extensions = order.body.extensions.filter((one) => one.part === part.id);
  const acts = actor ? actsOf(order, part, actor) : [];
  return (
    <li className={part.state === 'withdrawn' ? 'quiet' : ''}>
      <div className="part-head">
        <strong>{departmentName(part.department)}</strong>
        {part.assignee && <span>{part.assignee}</span>}
        <span className="spacer" />
        <PartTag order={order} part={part} minute={minute} />
      </div>
      {part.content !== order.body.summary && <div>{part.content}</div>}
      <div className="quiet small">
        {part.doneAt === ''
          ? [
              t('workOrders.due', { time: dayTime(part.due) }),
              part.state === 'dispatched' && t('workOrders.acceptDue', { time: dayTime(part.acceptBy) }),
            ]
              .filter(Boolean)
              .join(' · ')
          : [
              t('workOrders.doneAt', { time: dayTime(part.doneAt) }),
              t(part.doneAt > part.due ? 'workOrders.late' : 'workOrders.onTime'),
            ].join(' · ')}
      </div>
      {part.reason && isUnfinished(part) && (
        <div className="small">
          {t('workOrders.field.reason')}：{part.reason}
        </div>
      )}
      {words.length > 0 && (
        <ul className="part-words">
          {words.map(({ id, at, by, text, toldBy }) => (
            <li key={id}>
              {text}
              <span className="quiet">
                {' '}
                · {dayTime(at)} {staffName(by)}
                {toldBy && t('workOrders.told', { name: toldBy })}
              </span>
            </li>
          ))}
        </ul>
      )}
      {extensions.map(({ id, to, state, reason }) => (
        <div key={id} className="small">
          {t('workOrders.extendedTo', { to: dayTime(to), state: t(`workOrders.extensionState.${state}`) })}
          <span className="quiet"> · {reason}</span>
        </div>
      ))}
      {acts.length > 0 && (
        <div className="part-acts">
          {acts.map(([act, label, about]) => (
            <button key={act} type="button" className="button" onClick={() => onAct(act, about)}>
              {label}
            </button>
          ))}
        </div>
      )}
    </li>
  );
}

function PartTag({
  order,
  part,
  minute,
}: Omit<PartListProps, 'onAct'> & { readonly part: Part }): ReactElement {
  const amberMinutes = useDirectory(({ settings }) => settings.amberMinutes);
  const open = order.status === 'open' && isUnfinished(part);
  const dueAt = part.state === 'dispatched' && part.acceptBy < part.due ? part.acceptBy : part.due;
  const back = part.state === 'refused' || part.state === 'returned';
  return (
    <>
      {open && !back && dueLevel(dueAt, minute, amberMinutes) !== 'open' && (
        <DueBadge dueAt={dueAt} minute={minute} />
      )}
      <span className={part.state === 'done' ? 'tag good' : back ? 'tag due' : 'tag'}>
        {t(`workOrders.partState.${part.state}`)}
      </span>
    </>
  );
}

type PartAct = readonly [act: string, label: string, about: string];

/** What this person may do with the part now. */
function actsOf(order: WorkOrder, part: Part, actor: Actor): readonly PartAct[] {
  if (order.status !== 'open') return [];
  const desk = isAtDesk(actor);
  const answers = desk || isTheirs(actor, part);
  const asked = askedExtension(order.body, part.id);
  const acts: readonly (readonly [act: string, label: string, shown: boolean, about?: string])[] = [
    ['accept', t('workOrders.accept'), answers && mayStep(part, 'accept')],
    ['refuse', t('workOrders.refuse'), answers && mayStep(part, 'refuse')],
    ['progress', t('workOrders.progress'), answers && mayStep(part, 'progress')],
    ['finish', t('workOrders.finish'), answers && mayStep(part, 'finish')],
    ['handBack', t('workOrders.handBack'), answers && mayStep(part, 'handBack')],
    ['extend', t('workOrders.extend'), answers && mayStep(part, 'progress') && !asked],
    ['decide', t('workOrders.decideExtension'), desk && asked !== undefined, asked?.id ?? ''],
    ['reassign', t('workOrders.reassign'), desk && mayStep(part, 'reassign')],
    [
      'withdraw',
      t('workOrders.withdraw'),
      desk && mayStep(part, 'withdraw') && liveParts(order.body).length > 1,
    ],
  ];
  return acts
    .filter(([, , shown]) => shown)
    .map(([act, label, , about = part.id]): PartAct => [act, label, about]);
}
