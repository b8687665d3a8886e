/** Figures of lost property (DOMAIN §7): found, returned, return rate, handed over, days held. */
import type { Settings } from '../core/settings';
import { custodyOf, daysHeld } from './custody';
import type { FoundItem } from './schema';

/** Population: found items registered in the period, void ones left out; quantities are pieces. */
export interface LostFigures {
  readonly items: number;
  readonly found: number;
  /** Claimed at the desk or returned by HR. */
  readonly returned: number;
  readonly handedOver: number;
  readonly held: number;
  /** Returned ÷ found, 0–1; null when nothing was found. */
  readonly returnRate: number | null;
  /** Mean days at the desk per item; null when there is none. */
  readonly meanDays: number | null;
}

export function figuresOf(items: readonly FoundItem[], now: string, settings: Settings): LostFigures {
  const counted = items.filter(({ status }) => status !== 'void');
  const sum = { found: 0, returned: 0, handedOver: 0, held: 0, days: 0 };
  for (const { body } of counted) {
    const custody = custodyOf(body);
    sum.found += custody.found;
    sum.returned += custody.claimed + custody.returned;
    sum.handedOver += custody.handedOver;
    sum.held += custody.held;
    sum.days += daysHeld(body, now, settings);
  }
  const { days, ...pieces } = sum;
  const returnRate = sum.found > 0 ? sum.returned / sum.found : null;
  return {
    items: counted.length,
    ...pieces,
    returnRate,
    meanDays: counted.length > 0 ? days / counted.length : null,
  };
}

export interface FigureRow extends LostFigures {
  /** Month `YYYY-MM`, or a category. */
  readonly key: string;
}

function grouped(
  items: readonly FoundItem[],
  keyOf: (item: FoundItem) => string,
  now: string,
  settings: Settings,
): readonly FigureRow[] {
  const groups = new Map<string, FoundItem[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups].map(([key, members]) => ({ key, ...figuresOf(members, now, settings) }));
}

/** One row a month, in order of time. */
export function figuresByMonth(
  items: readonly FoundItem[],
  now: string,
  settings: Settings,
): readonly FigureRow[] {
  return [...grouped(items, ({ day }) => day.slice(0, 7), now, settings)].sort((a, b) =>
    a.key.localeCompare(b.key),
  );
}

/** One row a category, most found first. */
export function figuresByCategory(
  items: readonly FoundItem[],
  now: string,
  settings: Settings,
): readonly FigureRow[] {
  return [...grouped(items, ({ body }) => body.category, now, settings)].sort((a, b) => b.found - a.found);
}
