/** Totals of a register's foot (FORMS, 客户来访登记表). Voids do not count. */

export interface PurposeTotal {
  readonly purpose: string;
  readonly visits: number;
  readonly people: number;
}

/** What is counted of a visit. */
export interface Countable {
  readonly purpose: string;
  readonly people: number;
  readonly isVoid: boolean;
}

/** Visits and people per purpose, most visits first. */
export function totalsByPurpose(visits: readonly Countable[]): readonly PurposeTotal[] {
  const totals = new Map<string, PurposeTotal>();
  for (const { purpose, people, isVoid } of visits) {
    if (isVoid) continue;
    const known = totals.get(purpose) ?? { purpose, visits: 0, people: 0 };
    totals.set(purpose, { purpose, visits: known.visits + 1, people: known.people + people });
  }
  return [...totals.values()].sort((a, b) => b.visits - a.visits || a.purpose.localeCompare(b.purpose));
}
