/** How long a matter still has, and which hours its clock counts (DOMAIN §3.4). Colour only when due or overdue. */
import type { ReactElement } from 'react';
import { NEVER_DUE } from '@shared/core/envelope';
import { minutesBetween } from '@shared/core/time';
import type { ClockSetting } from '@shared/service/clocks';
import { useDirectory } from '../../data/directory';
import { durationText } from '../duration';
import { t } from '../i18n';

interface DueBadgeProps {
  /** ISO instant; '' or `NEVER_DUE` shows nothing. */
  readonly dueAt: string;
  /** ISO instant, whole minutes (`useMinute`). */
  readonly minute: string;
  /** What the clock counts; left out for a time that was agreed. */
  readonly mode?: ClockSetting['mode'];
}

/** `overdue` at and after the time, `due` from the setting's minutes before it. */
export function dueLevel(dueAt: string, now: string, amberMinutes: number): 'overdue' | 'due' | 'open' {
  if (dueAt <= now) return 'overdue';
  return minutesBetween(now, dueAt) <= amberMinutes ? 'due' : 'open';
}

/** `还剩 2 小时 5 分` or `已超 20 分`. */
export function untilText(dueAt: string, now: string): string {
  const minutes = minutesBetween(now, dueAt);
  return minutes >= 0
    ? t('ui.timeLeft', { time: durationText(minutes) })
    : t('ui.timeLate', { time: durationText(-minutes) });
}

/** 按自然时间 or 按工作时间. */
export const modeText = (mode: ClockSetting['mode']): string =>
  t(mode === 'wall' ? 'service.wallClock' : 'service.workingClock');

export function DueBadge({ dueAt, minute, mode }: DueBadgeProps): ReactElement | null {
  const amberMinutes = useDirectory(({ settings }) => settings.amberMinutes);
  if (dueAt === '' || dueAt === NEVER_DUE) return null;
  const level = dueLevel(dueAt, minute, amberMinutes);
  return (
    <>
      <span className={level === 'open' ? 'tag' : `tag ${level}`}>{untilText(dueAt, minute)}</span>
      {mode && <span className="quiet small">{modeText(mode)}</span>}
    </>
  );
}
