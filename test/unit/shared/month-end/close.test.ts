/** Closing and reopening a month (DOMAIN §4, DESIGN §2): refusals by example, late records by property. */
import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { EMPTY_BOOKS, onHand, withEntries } from '@shared/ledger/books';
import { closedMonths, monthOf } from '@shared/ledger/months';
import type { LedgerEntry, MonthClose, MonthReopen } from '@shared/ledger/schema';
import { closeMonth, type CloseMonth } from '@shared/month-end/close';
import { declareMonth } from '@shared/month-end/declare';
import {
  countsIn,
  denseUpTo,
  lateOf,
  nextRound,
  previousMonth,
  standingCloses,
} from '@shared/month-end/months';
import { reopenMonth } from '@shared/month-end/reopen';
import { closingOf, monthLines, type Closing } from '@shared/month-end/report';
import { treatDifference } from '@shared/month-end/treat';
import { CLERK, Desk, FINANCE, LEAD, MANAGER, pinOf } from '../../../helpers/desk';
import { MonthLedger, productOf } from '../../../helpers/month-ledger';

const AFTER = '2026-12-31T03:00:00.000Z';
const SKUS = ['G01', 'G02'] as const;
const products = SKUS.map((sku) =>
  productOf({
    sku,
    name: sku,
    category: '手套',
    unit: '只',
    cost: 1_000,
    prices: [{ from: '2026-01-01', price: 3_000 }],
  }),
);

let desk: Desk;
let ledger: MonthLedger;

function fresh(): void {
  desk = new Desk(AFTER);
  ledger = new MonthLedger();
  for (const product of products) desk.records.set(product.id, product);
}

/** An entry arrives at the desk. */
const arrive = (entry: LedgerEntry): LedgerEntry => {
  desk.records.set(entry.id, entry);
  return entry;
};

const marks = (): readonly (MonthClose | MonthReopen)[] =>
  desk
    .ledger()
    .filter(
      (entry): entry is MonthClose | MonthReopen =>
        entry.kind === 'monthClose' || entry.kind === 'monthReopen',
    );

/** What the page asks for. */
function ask(month: string, change: Partial<CloseMonth> = {}): CloseMonth {
  const before = standingCloses(marks()).get(previousMonth(month));
  return {
    month,
    round: nextRound(marks(), month),
    previous: before ? { round: before.body.round, cut: before.body.cut } : null,
    desks: [...new Set(['A', ...Object.keys(desk.books().seen)])],
    count: '',
    silent: [],
    note: '开业首月未盘点',
    ...change,
  };
}

function close(month: string, change: Partial<CloseMonth> = {}): readonly string[] {
  const codes = desk.codes(closeMonth, ask(month, change), { actor: FINANCE });
  if (codes.length === 0) ledger.skip('A');
  return codes;
}

function reopen(month: string, round = 1, by = pinOf(MANAGER)): readonly string[] {
  const codes = desk.codes(
    reopenMonth,
    { month, round, reason: '漏记一张入库单' },
    { actor: FINANCE, witnesses: [by] },
  );
  if (codes.length === 0) ledger.skip('A');
  return codes;
}

beforeEach(() => {
  fresh();
  arrive(ledger.receive({ day: '2026-10-03', sku: 'G01', quantity: 10, amount: 10_000 }));
  arrive(ledger.sell({ day: '2026-10-05', sku: 'G01', quantity: 2, amount: 6_000 }));
});

describe('closing a month', () => {
  it('freezes its lines, its cut and how many entries it holds', () => {
    expect(close('2026-10')).toEqual([]);
    const { body } = desk.get<MonthClose>('close:2026-10:1');
    expect(body.cut).toEqual({ A: 2 });
    expect(body.entries).toBe(2);
    expect(body.lines.find(({ sku }) => sku === 'G01')).toMatchObject({
      received: 10,
      sold: 2,
      soldCost: 2_000,
      closing: 8,
      closingAmount: 8_000,
      unitCost: 100_000,
    });
  });

  it('happens once', () => {
    close('2026-10');
    expect(close('2026-10')).toEqual(['monthClosed']);
  });

  it('is the same act when it is sent twice', () => {
    const input = ask('2026-10');
    expect(desk.codes(closeMonth, input, { actor: FINANCE, actId: 'once' })).toEqual([]);
    expect(desk.codes(closeMonth, input, { actor: FINANCE, actId: 'once' })).toEqual([]);
    expect(marks()).toHaveLength(1);
  });

  it('waits for the end of the month', () => {
    desk.now = '2026-10-30T03:00:00.000Z';
    expect(close('2026-10')).toEqual(['month monthNotOver']);
    desk.now = '2026-10-31T15:00:00.000Z';
    expect(close('2026-10')).toEqual([]);
  });

  it('refuses a month to come and nonsense', () => {
    expect(close('2027-05')).toEqual(['month monthNotOver']);
    expect(close('2026-13')).toEqual(['month badMonth']);
    expect(close('')).toEqual(['month badMonth']);
  });

  it('goes in order', () => {
    expect(close('2026-11')).toEqual(['earlierMonthOpen']);
    close('2026-10');
    expect(close('2026-11')).toEqual([]);
  });

  it('waits for a product that its entries name and the desk does not have yet', () => {
    desk.records.delete('p:G01');
    expect(close('2026-10')).toEqual(['productsMissing']);
    for (const product of products) desk.records.set(product.id, product);
    expect(close('2026-10')).toEqual([]);
  });

  it('says why when there was no stocktake', () => {
    expect(close('2026-10', { note: ' ' })).toEqual(['note closeWithoutCount']);
    expect(close('2026-10', { count: 'count:none' })).toEqual(['count countNotApproved']);
  });

  it('waits for open tills of the month', () => {
    arrive(
      ledger.enter('A', '2026-10-06', 'tillOpen', {
        pieces: {},
        float: 0,
        from: '',
        expected: 0,
        reason: '',
        opener: { staff: 'staff:1001', name: '林晓彤', at: AFTER },
        shift: '早班',
      }),
    );
    expect(close('2026-10')).toEqual(['sessionStillOpen']);
  });

  it('needs the declaration of every other desk, with its entries here, or finance names it', () => {
    const late = ledger.sell({ desk: 'B', day: '2026-10-08', sku: 'G01', quantity: 1, amount: 3_000 });
    arrive(ledger.sell({ desk: 'B', day: '2026-10-09', sku: 'G01', quantity: 1, amount: 3_000 }));
    expect(close('2026-10')).toEqual(['silent deskSilent']);
    // Desk B says it has two; only the second is here.
    const other = new Desk(AFTER, undefined, 'B');
    for (const entry of ledger.entries.filter((entry) => entry.desk === 'B'))
      other.records.set(entry.id, entry);
    expect(other.codes(declareMonth, { month: '2026-10' }, { actor: CLERK })).toEqual([]);
    desk.records.set('declared:2026-10:B', other.get('declared:2026-10:B'));
    expect(close('2026-10')).toEqual(['silent deskSilent']);
    arrive(late);
    expect(close('2026-10')).toEqual([]);
    expect(desk.get<MonthClose>('close:2026-10:1').body).toMatchObject({ cut: { A: 2, B: 2 }, silent: [] });
  });

  it('names the silent desk and keeps what it had from before its first gap', () => {
    ledger.sell({ desk: 'B', day: '2026-10-08', sku: 'G01', quantity: 1, amount: 3_000 });
    arrive(ledger.sell({ desk: 'B', day: '2026-10-09', sku: 'G01', quantity: 1, amount: 3_000 }));
    expect(close('2026-10', { silent: ['B'] })).toEqual([]);
    expect(desk.get<MonthClose>('close:2026-10:1').body).toMatchObject({
      cut: { A: 2, B: 0 },
      silent: ['B'],
      entries: 2,
    });
  });

  it('notices when somebody else closed or reopened meanwhile', () => {
    const seen = ask('2026-10');
    close('2026-10');
    reopen('2026-10');
    expect(desk.codes(closeMonth, seen, { actor: FINANCE })).toEqual(['monthChanged']);
    close('2026-10');
    const next = ask('2026-11');
    reopen('2026-10', 2);
    close('2026-10');
    expect(desk.codes(closeMonth, next, { actor: FINANCE })).toEqual(['monthChanged']);
  });

  it('freezes the treatments a lead wrote, who cannot write any afterwards', () => {
    const treat = { month: '2026-10', product: 'p:G01', treatment: '按盘亏处理' };
    expect(desk.codes(treatDifference, treat, { actor: LEAD })).toEqual([]);
    close('2026-10');
    const line = desk.get<MonthClose>('close:2026-10:1').body.lines.find(({ sku }) => sku === 'G01');
    expect(line?.treatment).toBe('按盘亏处理');
    expect(desk.codes(treatDifference, treat, { actor: LEAD })).toEqual(['monthClosed']);
  });
});

describe('reopening a month', () => {
  beforeEach(() => void close('2026-10'));

  it('takes the manager and a reason', () => {
    expect(reopen('2026-10', 1, pinOf(LEAD))).toEqual(['approval managerMissing']);
    expect(reopen('2026-10', 1, pinOf(FINANCE))).toEqual(['approval sameStaff']);
    expect(desk.codes(reopenMonth, { month: '2026-10', round: 1, reason: '' }, { actor: FINANCE })).toEqual([
      'reason required',
      'approval secondStaffMissing',
    ]);
    expect(reopen('2026-10')).toEqual([]);
    expect(reopen('2026-10')).toEqual(['monthNotClosed']);
  });

  it('goes backwards in order', () => {
    close('2026-11');
    expect(reopen('2026-10')).toEqual(['laterMonthClosed']);
  });

  it('brings what came late back into its month; the next round holds it', () => {
    arrive(ledger.sell({ day: '2026-10-20', sku: 'G01', quantity: 1, amount: 3_000 }));
    expect(reopen('2026-10')).toEqual([]);
    expect(close('2026-10')).toEqual([]);
    const { body } = desk.get<MonthClose>('close:2026-10:2');
    expect(body.lines.find(({ sku }) => sku === 'G01')?.closing).toBe(7);
    expect(body.late).toEqual([]);
  });
});

const event = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constantFrom('receive' as const, 'sell' as const, 'refund' as const),
      desk: fc.constantFrom('A', 'B'),
      // From before the first month to after the last.
      day: fc.integer({ min: -5, max: 91 }),
      sku: fc.constantFrom(...SKUS),
      quantity: fc.integer({ min: 1, max: 9 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('sync' as const), lost: fc.integer({ min: 0, max: 6 }) }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'close' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'reopen' as const }) },
);

const dayAt = (offset: number): string =>
  new Date(Date.parse('2026-10-01T00:00:00Z') + offset * 86_400_000).toISOString().slice(0, 10);

describe('whatever order two desks record, meet and close in', () => {
  it('closed sheets never change and every late record counts exactly once, in a later month', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), fc.boolean(), (events, atEnd) => {
        fresh();
        arrive(ledger.receive({ day: '2026-10-01', sku: 'G01', quantity: 50, amount: 50_000 }));
        let here: LedgerEntry[] = [];
        let next = '2026-10';
        const sync = (lost: number): void => {
          // One of the waiting ones stays behind, as a document in quarantine does.
          const waiting = here.filter((_, at) => at + 1 === lost);
          for (const entry of here) if (!waiting.includes(entry)) arrive(entry);
          here = waiting;
        };
        const step = (one: (typeof events)[number]): void => {
          if (one.do === 'sync') sync(one.lost);
          else if (one.do === 'close') {
            // Before the first close nothing may stand before its month.
            const early = desk.ledger().some(({ day }) => day < '2026-10-01');
            if (next <= '2026-11' && !(next === '2026-10' && early)) {
              expect(close(next, { silent: ['B'] })).toEqual([]);
              next = next === '2026-10' ? '2026-11' : '2026-12';
            }
          } else if (one.do === 'reopen') {
            if (next > '2026-10') {
              next = previousMonth(next);
              const round = standingCloses(marks()).get(next)?.body.round ?? 0;
              expect(reopen(next, round)).toEqual([]);
            }
          } else {
            const moved = { ...one, day: dayAt(one.day), amount: one.quantity * 1_000 };
            const entry =
              one.do === 'receive'
                ? ledger.receive(moved)
                : one.do === 'sell'
                  ? ledger.sell(moved)
                  : ledger.refund(moved);
            if (one.desk === 'A') arrive(entry);
            else here.push(entry);
          }
        };
        for (const one of events) step(one);
        if (atEnd) sync(0);
        const entries = desk.ledger().filter(({ kind }) => kind !== 'monthClose' && kind !== 'monthReopen');
        const standing = standingCloses(marks());
        const closed = closedMonths(marks());
        const months = ['2026-10', '2026-11', '2026-12', '2027-01'];
        let opening: Closing = {};
        const counted = new Map<string, number>();
        for (const month of months) {
          const own = entries.filter((entry) => monthOf(entry, closed) === month);
          for (const { id } of own) counted.set(id, (counted.get(id) ?? 0) + 1);
          const frozen = standing.get(month);
          const lines = monthLines({
            month,
            opening,
            entries: own,
            products,
            count: null,
            categories: desk.settings.productCategories,
            treatments: {},
          });
          if (frozen) {
            expect(frozen.body.lines).toEqual(lines);
            expect(frozen.body.late).toEqual(lateOf(month, own));
          }
          const before = standing.get(previousMonth(month));
          if (before && !frozen)
            expect(entries.filter((entry) => countsIn(entry, month, before.body.cut))).toEqual(own);
          opening = closingOf(lines);
        }
        if (standing.size > 0) {
          // What the chain of months leaves is what all entries together moved.
          const books = withEntries(EMPTY_BOOKS, entries);
          for (const { id } of products) expect(opening[id]?.quantity ?? 0).toBe(onHand(books, id));
          for (const { id } of entries) expect(counted.get(id)).toBe(1);
          for (const entry of entries) expect(monthOf(entry, closed) >= entry.day.slice(0, 7)).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('denseUpTo', () => {
  it('stops at the first gap', () => {
    const of = (...numbers: number[]): LedgerEntry[] =>
      numbers.map((n) => ({ desk: 'A', body: { n } }) as unknown as LedgerEntry);
    expect(denseUpTo('A', 0, of(2, 1, 4))).toBe(2);
    expect(denseUpTo('A', 3, of(5))).toBe(3);
    expect(denseUpTo('B', 0, of(1))).toBe(0);
  });
});
