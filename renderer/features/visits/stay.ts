/** How long a visitor has been here, in words. */
import { minutesBetween } from '@shared/core/time';
import type { Visit } from '@shared/visits/schema';
import { t } from '../../ui/i18n';

/** `5 分钟`, `2 小时 10 分`; `now` is an ISO instant. */
export function stayText({ body }: Visit, now: string): string {
  const minutes = Math.max(0, minutesBetween(body.timeIn, now));
  if (minutes < 60) return t('visits.minutes', { minutes });
  return t('visits.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}
