/** Lengths of time as a person says them. */
import { t } from './first-words';

/** Minutes as minutes, hours and minutes, or whole days from two days on. */
export function durationText(minutes: number): string {
  if (minutes < 60) return t('ui.minutes', { minutes });
  if (minutes < 2_880) return t('ui.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
  return t('ui.days', { days: Math.floor(minutes / 1_440) });
}
