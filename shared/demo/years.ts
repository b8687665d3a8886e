/** Years of finished visits of the demo club, day by day, for benches: documents as the commands leave them. */
import type { Envelope } from '../core/envelope';
import { addDays, instantOf } from '../core/time';
import { DEMO_SETTINGS, type DemoClub } from './club';
import { PretendDesk } from './pretend-desk';
import { Draw } from './random';
import { demoDay, type Person } from './visits';

export interface YearsOptions {
  /** Last business day. */
  readonly until: string;
  readonly days: number;
  readonly perDay: number;
  readonly club: DemoClub;
  readonly seed?: number;
}

/** Yields each day's records, oldest day first. */
export function* demoYears({
  until,
  days,
  perDay,
  club,
  seed = 5,
}: YearsOptions): Generator<readonly Envelope[]> {
  const draw = new Draw(seed);
  const desk = new PretendDesk('A', DEMO_SETTINGS);
  const regulars: Person[] = [];
  for (let index = days - 1; index >= 0; index -= 1) {
    const day = addDays(until, -index);
    demoDay(desk, draw, club, regulars, { day, now: instantOf(`${addDays(day, 1)}T03:00`), count: perDay });
    yield [...desk.records.values()];
    desk.records.clear();
    desk.takeActs();
  }
}
