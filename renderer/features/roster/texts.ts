/** How shifts of requests are written: `11-23 周一 早班`. */
import { weekdayKey } from '@shared/roster/spans';
import { shiftName } from '@shared/roster/words';
import { useDirectory } from '../../data/directory';
import { t, type MessageKey } from '../../ui/i18n';
import type { LogEntry } from '@shared/core/envelope';

export function shiftText(day: string, shift: string): string {
  if (day === '') return '';
  const { shifts } = useDirectory.getState().settings;
  return `${day.slice(5)} ${t(`roster.weekday.${weekdayKey(day)}`)} ${shiftName(shifts, shift)}`;
}

/** What an entry of a swap's or leave's log says. */
export function actText({ act }: LogEntry): string {
  const key = act.replace('.', '_');
  return act.startsWith('swap.')
    ? t(`roster.swaps.act.${key}` as MessageKey)
    : t(`roster.leaves.act.${key}` as MessageKey);
}
