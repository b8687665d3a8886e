/** Quantity against money: a worked morning, and what must hold for any history (DOMAIN §4). */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carriersText } from '@shared/counts/carriers';
import { groundOf } from '@shared/counts/book';
import { agrees, canCheck, moneyCheck, type MoneyCheck } from '@shared/counts/money-check';
import type { Count, CountLine } from '@shared/counts/schema';
import { explainLine } from '@shared/counts/record-line';
import { startCount } from '@shared/counts/start';
import { fill } from '@shared/messages/fill';
import { counts as words } from '@shared/messages/zh-CN/counts';
import { ledger } from '@shared/messages/zh-CN/ledger';
import { effects } from '@shared/ledger/effects';
import { EMPTY_BOOKS, withEntries } from '@shared/ledger/books';
import type { StaffMark } from '@shared/signatures/signature';
import { Ledger, steps } from '../ledger/history';
import { CLERK } from '../../../helpers/desk';
import { DAY, MORNING, shop, type Shop } from './count-desk';

const MARK: StaffMark = { staff: CLERK.id, name: CLERK.name, at: MORNING };
const NEXT_MORNING = '2026-11-22T00:31:00.000Z';
const ITEMS = { receiptFrom: '', receiptTo: '', keys: '', cards: '', equipment: '', deposits: '' };

const said = (check: MoneyCheck): string =>
  carriersText(check, {
    say: (key, params) => fill(words.check[key], params ?? {}),
    tender: (tender) => ledger.tender[tender],
  });

function open(desk: Shop, id: string, float = 50_000, expected = float, from = ''): void {
  desk.enter(
    'tillOpen',
    { pieces: {}, float, from, expected, reason: '', opener: MARK, shift: '早班' },
    id,
    id,
  );
}

/** Seals the session for the night with `actual` cash, the float among it. */
function seal(desk: Shop, session: string, actual: number, expected: number): string {
  return desk.enter(
    'tillSeal',
    {
      session,
      sessionNo: session,
      pieces: {},
      checks: [{ tender: 'cash', expected, actual, outcome: 'matches', batchNo: '', slips: 0 }],
      exceptions: [],
      float: 50_000,
      first: null,
      reason: '',
      approval: null,
      leaving: MARK,
      items: ITEMS,
      note: '',
      sealNo: '1',
      safe: '',
      witness: MARK,
    },
    session,
  );
}

/** The check of the last count against the one before. */
function checkOf(desk: Shop): MoneyCheck {
  const count = desk.count();
  const lines = desk.lines();
  expect(canCheck(count, lines)).toBe(true);
  const previous = count.body.previous === '' ? undefined : desk.get<Count>(count.body.previous);
  const entries = desk.ledger();
  return moneyCheck({
    count,
    lines,
    books: desk.books(),
    from: previous?.body.opening ?? {},
    entries,
    ground: groundOf(desk.books(), entries, count.id),
  });
}

/**
 * A day: counted and approved in the morning; two balls and three gloves sold, ten bottles in; sealed with ¥420.00
 * taken. The next morning the till is open again, a ball is sold before anything is counted.
 */
function aDay(gloves: number, cash = 92_000): Shop {
  const desk = shop();
  open(desk, 'till');
  desk.start();
  desk.typeTheRest();
  expect(desk.submit()).toEqual([]);
  desk.sell('ball', 2);
  desk.sell('glove', 3);
  desk.receive('water', 10, '展架', 'purchase');
  seal(desk, 'till', cash, 92_000);
  desk.now = NEXT_MORNING;
  open(desk, 'till2', 50_000);
  expect(desk.codes(startCount, { type: 'morning', period: '2026-11-22' })).toEqual([]);
  desk.sell('ball', 1, 'till2');
  desk.type('glove', String(gloves));
  desk.typeTheRest();
  return desk;
}

describe('a worked morning', () => {
  it('agrees when what is missing was paid', () => {
    const check = checkOf(aDay(6));
    expect([check.shouldSell, check.flows, check.actual, check.difference]).toEqual([42_000, 0, 42_000, 0]);
    expect(agrees(check)).toBe(true);
    expect(said(check)).toBe('数量与金额相符。');
    const balls = check.groups.find(({ category }) => category === '高尔夫球');
    // Counted 9 now, of which the ball sold after opening is taken back.
    expect(balls).toMatchObject({ opening: 12, received: 0, counted: 10, shouldSell: 2, recorded: 2 });
    expect(check.groups.find(({ category }) => category === '饮料')).toMatchObject({
      opening: 50,
      received: 10,
      counted: 60,
      recorded: 0,
    });
  });

  it('names the product that is missing, at the price of the day', () => {
    const check = checkOf(aDay(5));
    expect([check.shouldSell, check.actual, check.difference]).toEqual([48_000, 42_000, -6_000]);
    expect(said(check)).toBe('差额等于手套 左手 22 少 1 个（¥60.00）。');
  });

  it('names the tender that is short', () => {
    const check = checkOf(aDay(6, 90_000));
    expect([check.should, check.actual, check.difference]).toEqual([42_000, 40_000, -2_000]);
    expect(said(check)).toBe('差额等于现金短款 ¥20.00。');
  });

  it('says so when a missing glove was paid but not recorded', () => {
    const check = checkOf(aDay(5, 98_000));
    expect(check.difference).toBe(0);
    expect(agrees(check)).toBe(false);
    expect(said(check)).toBe('总额相符，但手套 左手 22 少 1 个（¥60.00）、现金长款 ¥60.00相互抵消。');
  });

  it('starts from what the count before put right, also while the same session still runs', () => {
    const desk = shop();
    open(desk, 'till');
    desk.start();
    desk.type('glove', '8');
    desk.type('glove', '8');
    desk.typeTheRest();
    const line = { count: desk.count().id, product: 'glove', location: '展架' };
    desk.codes(explainLine, { ...line, reason: '破损' });
    expect(desk.submit()).toEqual([]);
    expect(checkOf(desk).difference).toBe(-6_000);
    expect(desk.approve()).toEqual([]);
    // Its own adjustment changes nothing of what it found.
    expect(checkOf(desk).difference).toBe(-6_000);
    desk.now = NEXT_MORNING;
    desk.codes(startCount, { type: 'morning', period: '2026-11-22' });
    desk.sell('glove', 1);
    desk.typeTheRest();
    const check = checkOf(desk);
    expect(agrees(check)).toBe(true);
    expect(check.groups.find(({ category }) => category === '手套')).toMatchObject({
      opening: 8,
      counted: 8,
    });
  });

  it('does not look at what is not counted whole', () => {
    const desk = shop();
    desk.start();
    desk.type('ball', '12');
    expect(canCheck(desk.count(), desk.lines())).toBe(false);
  });
});

describe('any history', () => {
  const product = (index: number): Count['body']['products'][number] => ({
    product: `p${index}`,
    sku: '',
    name: `商品${index}`,
    spec: '',
    category: index % 2 === 0 ? '甲' : '乙',
    unit: '个',
    shelf: '',
    price: 700 + index,
    locations: ['展架', '库房'],
  });

  it('both sides add up, and the difference is what was counted wrong and what the tills were out', () => {
    fc.assert(
      fc.property(
        steps,
        steps,
        steps,
        fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 8, maxLength: 8 }),
        (before, during, after, errors) => {
          const book = new Ledger().play(before);
          const from = { A: book.entries.length };
          book.play(during);
          const opening = { A: book.entries.length };
          book.play(after);
          const { entries } = book;
          const books = withEntries(EMPTY_BOOKS, entries);
          const products = [0, 1, 2, 3].map(product);
          const body = { v: 1, type: 'morning', period: DAY, blind: false, opening, previous: '', products };
          const count = {
            id: 'c',
            kind: 'count',
            status: 'counting',
            by: '',
            body: { ...body, skipped: [], final: null },
          };
          const at = '2026-11-23T00:00:00.000Z';
          const keys = products.flatMap(({ product: id, locations }) =>
            locations.map((location) => ({ product: id, location })),
          );
          const lines = keys.map((key, index) => {
            const quantity = (books.stock[key.product]?.[key.location] ?? 0) + (errors[index] ?? 0);
            const figure = { quantity, at, by: '', desk: 'A', cut: books.seen };
            return { id: `${index}`, body: { ...key, figures: [figure], reason: '' } };
          });
          const check = moneyCheck({
            count: count as unknown as Count,
            lines: lines as unknown as readonly CountLine[],
            books,
            from,
            entries,
            ground: groundOf(books, entries, 'c'),
          });
          // Each product differs by exactly what was counted wrong.
          products.forEach((_one, index) => {
            const wrong = (errors[index * 2] ?? 0) + (errors[index * 2 + 1] ?? 0);
            expect(check.products[index]?.difference).toBe(0 - wrong);
          });
          const inPeriod = entries.slice(from.A, opening.A);
          const rows = inPeriod.flatMap((entry) => effects(entry).money);
          const goods = inPeriod
            .flatMap((entry) => effects(entry).income)
            .filter(({ source }) => source === 'goods')
            .reduce((sum, { amount }) => sum + amount, 0);
          const sales = check.tenders.reduce((sum, one) => sum + one.sales, 0);
          expect(sales).toBe(goods);
          expect(check.shouldSell).toBe(goods + check.products.reduce((sum, { value }) => sum + value, 0));
          const flows = rows
            .filter(({ flow }) => !['float', 'difference', 'handedOn'].includes(flow))
            .reduce((sum, { amount }) => sum + amount, 0);
          expect(check.tenders.reduce((sum, { recorded }) => sum + recorded, 0)).toBe(flows);
          expect(check.difference).toBe(
            check.tenders.reduce((sum, { difference }) => sum + difference, 0) -
              check.products.reduce((sum, { value }) => sum + value, 0),
          );
          for (const part of ['shouldSell', 'recorded', 'difference', 'value'] as const)
            expect(check.groups.reduce((sum, one) => sum + one[part], 0)).toBe(
              check.products.reduce((sum, one) => sum + one[part], 0),
            );
        },
      ),
      { numRuns: 150 },
    );
  });

  it('tells what closed tills were long or short by, when the period begins and ends with closed tills', () => {
    const closing = { do: 'night', error: 0, float: 50_000 } as const;
    fc.assert(
      fc.property(steps, steps, (before, during) => {
        const book = new Ledger().play([...before, closing]);
        const from = { A: book.entries.length };
        book.play([...during, closing]);
        const { entries } = book;
        const books = withEntries(EMPTY_BOOKS, entries);
        const body = { opening: books.seen, previous: '', products: [], skipped: [] };
        const check = moneyCheck({
          count: { id: 'c', body } as unknown as Count,
          lines: [],
          books,
          from,
          entries,
          ground: groundOf(books, entries, 'c'),
        });
        const differences = entries
          .slice(from.A)
          .flatMap((entry) => effects(entry).money)
          .filter(({ flow }) => flow === 'difference')
          .reduce((sum, { amount }) => sum + amount, 0);
        expect(check.tenders.reduce((sum, { difference }) => sum + difference, 0)).toBe(differences);
      }),
      { numRuns: 150 },
    );
  });
});
