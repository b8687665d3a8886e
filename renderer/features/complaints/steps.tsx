/** Where a complaint stands: the steps of its way, and every clock with what it counts. */
import type { ReactElement } from 'react';
import { clocksOf, type Clock } from '@shared/complaints/clocks';
import type { Complaint } from '@shared/complaints/schema';
import { standingOf } from '@shared/complaints/standing';
import type { Status } from '@shared/complaints/table';
import { t } from '../../ui/i18n';
import { DueBadge, modeText } from '../../ui/service/due-badge';
import { dayTime } from '../../ui/typed';

const STEPS = [
  'received',
  'determined',
  'graded',
  'handled',
  'solved',
  'reviewed',
  'followedUp',
  'archived',
] as const;
type Step = (typeof STEPS)[number];

/** The step that is being waited for, by state. */
const WAITS: Readonly<Record<Status, Step | null>> = {
  received: 'determined',
  onSite: 'determined',
  determined: 'graded',
  graded: 'handled',
  handling: 'solved',
  reopened: 'solved',
  solved: 'reviewed',
  reviewed: 'followedUp',
  followedUp: 'archived',
  archived: null,
  void: null,
};

export function Steps({ complaint: { body, status } }: { readonly complaint: Complaint }): ReactElement {
  const { determination, handled, round } = standingOf(body);
  const waits = WAITS[status];
  // Nothing handled yet: handling is what comes next, and the solution after it.
  const now = waits === 'solved' && handled.length === 0 ? 'handled' : waits;
  const at = now ? STEPS.indexOf(now) : STEPS.length;
  const skips = determination !== null && determination.kind !== 'responsible';
  return (
    <ol className="matter-steps" aria-label={t('complaints.history')}>
      {STEPS.map((step, index) => {
        const isSkipped = step === 'graded' && skips;
        const state =
          status === 'void' || isSkipped ? 'skipped' : index < at ? 'done' : index === at ? 'now' : '';
        return (
          <li
            key={step}
            className={state}
            {...(state === 'now' ? { 'aria-current': 'step' as const } : {})}
            {...(isSkipped ? { title: t('complaints.stepSkipped') } : {})}
          >
            {t(`complaints.step.${step}`)}
          </li>
        );
      })}
      {round > 0 && <li className="round">{t('complaints.round', { round: round + 1 })}</li>}
    </ol>
  );
}

function countsText({ by, name }: Clock): string {
  if (by)
    return t('complaints.clockCounts', {
      hours: Number((by.minutes / 60).toFixed(1)),
      mode: modeText(by.mode),
    });
  return t(name === 'month' ? 'complaints.calendarMonth' : 'complaints.namedTime');
}

/** Running clocks, and the last of each that was met. */
export function ClockList({
  complaint,
  minute,
}: {
  readonly complaint: Complaint;
  readonly minute: string;
}): ReactElement | null {
  const clocks = clocksOf(complaint.body);
  const running = clocks.filter(({ endedAt }) => endedAt === '');
  const names = new Set(running.map(({ name }) => name));
  const met = [...clocks]
    .reverse()
    .filter(
      (clock, index, all) =>
        clock.met && all.findIndex(({ name, met: isMet }) => isMet && name === clock.name) === index,
    )
    .filter(({ name }) => !names.has(name) && name !== 'month');
  if (running.length + met.length === 0) return null;
  return (
    <ul className="matter-clocks" aria-label={t('complaints.clocks')}>
      {[...running]
        .sort((a, b) => a.dueAt.localeCompare(b.dueAt))
        .map((clock) => (
          <li key={`${clock.name} ${clock.cause}`}>
            <span>{t(`complaints.clock.${clock.name}`)}</span>
            <span>
              {dayTime(clock.dueAt)} <DueBadge dueAt={clock.dueAt} minute={minute} />
            </span>
            <span className="quiet small">{countsText(clock)}</span>
          </li>
        ))}
      {met.map((clock) => (
        <li key={`${clock.name} ${clock.cause}`}>
          <span>{t(`complaints.clock.${clock.name}`)}</span>
          <span className={clock.endedAt > clock.dueAt ? '' : 'quiet'}>
            {t(clock.endedAt > clock.dueAt ? 'complaints.clockLate' : 'complaints.clockMet', {
              time: dayTime(clock.endedAt),
            })}
          </span>
          <span className="quiet small">{countsText(clock)}</span>
        </li>
      ))}
    </ul>
  );
}
