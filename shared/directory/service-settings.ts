/** What the settings of the service side may be (DOMAIN §3.2, §3.4). */
import { wholeNumber } from '../core/checks';
import type { Refusal } from '../core/command';
import type { Settings } from '../core/settings';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Longest clock: 90 days in minutes. */
export const MAX_CLOCK_MINUTES = 90 * 24 * 60;

function faultOfHours({ from, to, days }: Settings['workingHours']): Refusal | null {
  const field = 'workingHours';
  if (!TIME.test(from) || !TIME.test(to)) return { field, code: 'badTime' };
  if (from >= to) return { field, code: 'hoursReversed' };
  const isWeek = days.length > 0 && new Set(days).size === days.length;
  return isWeek && days.every((day) => Number.isInteger(day) && day >= 1 && day <= 7)
    ? null
    : { field, code: 'noWorkingDay' };
}

/** Refusals of the given settings alone. */
export function faultsOfService({ workingHours, clocks }: Partial<Settings>): readonly (Refusal | null)[] {
  return [
    workingHours ? faultOfHours(workingHours) : null,
    ...Object.entries(clocks ?? {}).map(([name, { minutes }]) =>
      wholeNumber(`clocks.${name}`, minutes, 1, MAX_CLOCK_MINUTES),
    ),
  ];
}
