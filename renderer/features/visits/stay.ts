/** How long a visitor has been here, in words. */
import { minutesBetween } from '@shared/core/time';
import type { Visit } from '@shared/visits/schema';
import { durationText } from '../../ui/duration';

/** `now` is an ISO instant. */
export function stayText({ body }: Visit, now: string): string {
  return durationText(Math.max(0, minutesBetween(body.timeIn, now)));
}
