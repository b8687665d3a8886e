/** Marks of a month per person (DOMAIN §3.8). Void inspections count nowhere; refused ones count and are named. */
import type { Inspection, ScoredItem } from './schema';

/** Full marks and marks given. */
export function totalOf(items: readonly ScoredItem[]): { readonly marks: number; readonly scored: number } {
  return items.reduce(
    (sum, { marks, scored }) => ({ marks: sum.marks + marks, scored: sum.scored + scored }),
    { marks: 0, scored: 0 },
  );
}

export interface LostMarks {
  readonly name: string;
  readonly lost: number;
  /** Inspections in which the item lost marks. */
  readonly times: number;
}

export interface PersonMonth {
  /** Staff id. */
  readonly id: string;
  readonly name: string;
  readonly inspections: number;
  readonly confirmed: number;
  readonly refused: number;
  readonly waiting: number;
  readonly marks: number;
  readonly scored: number;
  /** Marks given of full marks, in hundredths of a per cent, half up. */
  readonly rate: number;
  /** Most lost first. */
  readonly lost: readonly LostMarks[];
}

/** Each inspected person once, by name. `month` is `YYYY-MM` of the inspection's date. */
export function monthOf(inspections: readonly Inspection[], month: string): readonly PersonMonth[] {
  const counted = inspections.filter(({ status, body }) => status !== 'void' && body.date.startsWith(month));
  const byPerson = new Map<string, Inspection[]>();
  for (const inspection of counted)
    byPerson.set(inspection.body.person, [...(byPerson.get(inspection.body.person) ?? []), inspection]);
  return [...byPerson]
    .map(([id, mine]): PersonMonth => {
      const items = mine.flatMap(({ body }) => body.items);
      const { marks, scored } = totalOf(items);
      const withStatus = (wanted: Inspection['status']): number =>
        mine.filter(({ status }) => status === wanted).length;
      return {
        id,
        name: mine.at(-1)?.body.personName ?? id,
        inspections: mine.length,
        confirmed: withStatus('confirmed'),
        refused: withStatus('refused'),
        waiting: withStatus('open'),
        marks,
        scored,
        rate: marks === 0 ? 0 : Math.floor((scored * 20_000 + marks) / (2 * marks)),
        lost: lostOf(items),
      };
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'zh-CN') || a.id.localeCompare(b.id));
}

function lostOf(items: readonly ScoredItem[]): readonly LostMarks[] {
  const lost = new Map<string, LostMarks>();
  for (const { name, marks, scored } of items) {
    if (scored === marks) continue;
    const before = lost.get(name) ?? { name, lost: 0, times: 0 };
    lost.set(name, { name, lost: before.lost + marks - scored, times: before.times + 1 });
  }
  return [...lost.values()].sort((a, b) => b.lost - a.lost || a.name.localeCompare(b.name, 'zh-CN'));
}

/** `97.50 %` of 9750. */
export const rateText = (rate: number): string => `${(rate / 100).toFixed(2)} %`;
