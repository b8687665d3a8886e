/** The demo club's finance closes the month that is over. */
import type { Actor } from '../core/command';
import { businessDay } from '../core/time';
import { closeMonth } from '../month-end/close';
import { monthOfDay, previousMonth } from '../month-end/months';
import type { DemoClub } from './club';
import type { PretendDesk } from './pretend-desk';
import type { Draw } from './random';

/** Closes the month before `at`, the first of the register and so without a stocktake. Does nothing when it holds no entry. */
export function demoMonthClose(desk: PretendDesk, draw: Draw, club: DemoClub, at: string): void {
  const month = previousMonth(monthOfDay(businessDay(at, desk.settings.cutOffHour)));
  const finance: Actor | undefined = club.staff.get('2001');
  const hasEntries = [...desk.records.values()].some(
    ({ day, body }) => 'n' in body && monthOfDay(day) === month,
  );
  if (!finance || !hasEntries) return;
  const input = {
    month,
    round: 1,
    previous: null,
    desks: [desk.desk],
    count: '',
    silent: [],
    note: '启用首月，期初由建账时盘点确认',
  };
  desk.run(closeMonth, input, draw.id(at), at, finance);
}
