/** The club's civil date and time for the screen, drawn anew each half minute. */
import { civil } from '@shared/core/time';
import { language } from '../ui/first-words';
import { useMinute } from '../ui/use-minute';

export function useNow(): { readonly date: string; readonly time: string; readonly iso: string } {
  const iso = useMinute();
  const local = civil(iso);
  const written = new Intl.DateTimeFormat(language(), {
    month: 'long',
    day: 'numeric',
    weekday: 'short',
    timeZone: 'UTC',
  }).format(new Date(`${local}Z`));
  // 11月26日周四 reads better as 11月26日 周四.
  const date = written.replace(/日(?=周)/, '日 ');
  return { date, time: local.slice(11, 16), iso };
}
