/** The club's civil date and time for the screen, drawn anew each half minute. */
import { civil } from '@shared/core/time';
import { language } from '../ui/i18n';
import { useMinute } from '../ui/use-minute';

export function useNow(): { readonly date: string; readonly time: string; readonly iso: string } {
  const iso = useMinute();
  const local = civil(iso);
  const date = new Intl.DateTimeFormat(language(), { month: 'long', day: 'numeric', weekday: 'short', timeZone: 'UTC' }).format(
    new Date(`${local}Z`),
  );
  return { date, time: local.slice(11, 16), iso };
}
