/**
 * The worked month (test/fixtures/worked-month.xlsx): two months of a shop whose every figure is a formula of a
 * spreadsheet. What the app closes and prints must be the same to the fen.
 */
import { strFromU8, unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import readWorkbook from 'read-excel-file/node';
import type { Envelope } from '@shared/core/envelope';
import type { TableBlock } from '@shared/forms/model';
import type { OtherOutBody } from '@shared/ledger/entries/stock';
import type { LedgerEntry, MonthClose } from '@shared/ledger/schema';
import { closeMonth } from '@shared/month-end/close';
import {
  bookQuantity,
  byCategory,
  differenceAtCost,
  differenceAtPrice,
  grossProfit,
  roundingLeft,
  totalsOf,
} from '@shared/month-end/figures';
import { monthReport } from '@shared/month-end/forms/month-report';
import { stocktakeSheet } from '@shared/month-end/forms/stocktake-sheet';
import { paperOfClose, type MonthPaper } from '@shared/month-end/papers';
import { evaluator } from '../../../fixtures/worked-month/evaluate.mjs';
import { Desk, FINANCE } from '../../../helpers/desk';
import { MonthLedger, productOf } from '../../../helpers/month-ledger';

const FILE = 'test/fixtures/worked-month.xlsx';
const COUNT = 'count:monthEnd:2026-11:1';
type Rows = readonly (readonly unknown[])[];

const sheets = new Map<string, Rows>();
const fen = (yuan: unknown): number => Math.round(Number(yuan) * 100);

/** The entries of the sheet's lines, in their order. */
function entriesOf(ledger: MonthLedger): readonly LedgerEntry[] {
  const differences: { sku: string; quantity: number }[] = [];
  let countDay = '';
  for (const row of (sheets.get('Moves') ?? []).slice(1)) {
    const [day, desk, kind, sku, units, factor, , amount] = row as [
      string,
      string,
      string,
      string,
      number,
      number,
      number,
      number,
    ];
    const move = { day, desk, sku, quantity: units, factor, amount: fen(amount) };
    if (kind === 'opening' || kind === 'purchase') ledger.receive(move, kind);
    else if (kind === 'sale' || kind === 'gift') ledger.sell(move, kind === 'gift');
    else if (kind === 'refund' || kind === 'refundUnfit') ledger.refund(move, kind === 'refund');
    else if (kind === 'transfer') ledger.transfer(move);
    else if (kind === 'reversal') ledger.reverse(ledger.entries.at(-1) as LedgerEntry, day);
    else if (kind === 'counted') {
      differences.push({ sku, quantity: units });
      countDay = day;
    } else ledger.out(move, kind as OtherOutBody['reason']);
  }
  ledger.counted({ day: countDay }, COUNT, differences);
  return ledger.entries;
}

/** The approved stocktake: every product on one shelf. */
function stocktake(): Envelope {
  const mark = (name: string, at: string): object => ({ staff: name, name, at });
  const products = (sheets.get('Products') ?? []).slice(1).map(([sku]) => `p:${String(sku)}`);
  return {
    id: COUNT,
    kind: 'count',
    status: 'approved',
    day: '2026-11-30',
    dueAt: '9999',
    desk: 'A',
    by: 'staff:1001',
    at: '2026-11-30T12:00:00.000Z',
    ver: { A: 1 },
    key: '',
    body: {
      v: 1,
      no: 'PD-A-20261130-0001',
      type: 'monthEnd',
      period: '2026-11',
      submitted: mark('林晓彤', '2026-11-30T13:00:00.000Z'),
      approval: mark('周立', '2026-11-30T13:30:00.000Z'),
      final: products.map((product) => ({ product, reason: product === 'p:G02' ? '试戴后遗失' : '' })),
    } as Envelope['body'],
  };
}

const papers = new Map<string, MonthPaper>();

beforeAll(async () => {
  for (const { sheet, data } of await readWorkbook(FILE)) sheets.set(sheet, data);
  const desk = new Desk('2026-12-01T01:00:00.000Z');
  for (const row of (sheets.get('Products') ?? []).slice(1)) {
    const [sku, name, category, unit, cost, october, november] = row as [
      string,
      string,
      string,
      string,
      number,
      number,
      number,
    ];
    const prices = [
      { from: '2026-09-01', price: fen(october) },
      ...(october === november ? [] : [{ from: '2026-11-16', price: fen(november) }]),
    ];
    const product = productOf({ sku, name, category, unit, cost: fen(cost), prices });
    desk.records.set(product.id, product);
  }
  const ledger = new MonthLedger();
  const entries = entriesOf(ledger);
  const arrive = (some: readonly LedgerEntry[]): void =>
    some.forEach((entry) => desk.records.set(entry.id, entry));
  // October is closed on its desk before anything of desk B, or of November, is there.
  arrive(entries.filter(({ day, desk: code }) => code === 'A' && day < '2026-11'));
  const close = (month: string, previous: MonthClose | null, count: string): MonthClose => {
    const cut = previous?.body.cut ?? {};
    const input = {
      month,
      round: 1,
      previous: previous ? { round: 1, cut } : null,
      desks: ['A', 'B'],
      count,
      silent: ['B'],
      note: count === '' ? '建账首月' : '',
    };
    expect(desk.codes(closeMonth, input, { actor: FINANCE })).toEqual([]);
    return desk.get<MonthClose>(`close:${month}:1`);
  };
  const october = close('2026-10', null, '');
  // The close took the next number of desk A; its later entries go on behind it.
  arrive(
    entries
      .filter(({ id }) => !desk.records.has(id))
      .map(
        (entry) =>
          (entry.desk === 'A'
            ? { ...entry, body: { ...entry.body, n: entry.body.n + 1 } }
            : entry) as LedgerEntry,
      ),
  );
  desk.records.set(COUNT, stocktake());
  const november = close('2026-11', october, COUNT);
  for (const one of [october, november]) papers.set(one.body.month, paperOfClose(one));
});

/** A sheet's line of a product, or its category's or the whole's total. */
function expectedRow(sheet: string, title: string): readonly unknown[] {
  const row = (sheets.get(sheet) ?? []).find(([first]) => first === title);
  if (!row) throw new Error(`${sheet} has no ${title}`);
  return row;
}

const MONTHS = [
  ['2026-10', 'October'],
  ['2026-11', 'November'],
] as const;

describe.each(MONTHS)('the sheets of %s', (month, sheet) => {
  const paper = (): MonthPaper => papers.get(month) as MonthPaper;

  it('have every figure of the spreadsheet, product by product', () => {
    expect(paper().lines).toHaveLength(8);
    for (const line of paper().lines) {
      const [
        ,
        category,
        opening,
        openingAmount,
        received,
        receivedAmount,
        sold,
        revenue,
        ,
        ,
        ,
        unitCost,
        soldCost,
        otherOut,
        otherOutAmount,
        closing,
        closingAmount,
        profit,
        adjusted,
        book,
        atCost,
        atPrice,
        rounding,
      ] = expectedRow(sheet, line.sku);
      expect(line, line.sku).toMatchObject({
        category,
        opening,
        openingAmount: fen(openingAmount),
        received,
        receivedAmount: fen(receivedAmount),
        sold,
        revenue: fen(revenue),
        unitCost: Math.round(Number(unitCost) * 10_000),
        soldCost: fen(soldCost),
        otherOut,
        otherOutAmount: fen(otherOutAmount),
        closing,
        closingAmount: fen(closingAmount),
        adjusted,
      });
      expect(
        [
          grossProfit(line),
          bookQuantity(line),
          differenceAtCost(line),
          differenceAtPrice(line),
          roundingLeft(line),
        ],
        line.sku,
      ).toEqual([fen(profit), book, fen(atCost), fen(atPrice), fen(rounding)]);
    }
  });

  it('have its totals per category and in all', () => {
    const groups = byCategory(paper().lines).map(
      ({ category, totals }) => [`${category} 小计`, totals] as const,
    );
    for (const [title, totals] of [...groups, ['合计', totalsOf(paper().lines)] as const]) {
      const row = expectedRow(sheet, title);
      const {
        opening,
        openingAmount,
        received,
        receivedAmount,
        sold,
        revenue,
        soldCost,
        otherOut,
        otherOutAmount,
        closing,
        closingAmount,
      } = totals;
      expect([opening, openingAmount, received, receivedAmount, sold, revenue], title).toEqual([
        row[2],
        fen(row[3]),
        row[4],
        fen(row[5]),
        row[6],
        fen(row[7]),
      ]);
      expect([soldCost, otherOut, otherOutAmount, closing, closingAmount], title).toEqual([
        fen(row[12]),
        row[13],
        fen(row[14]),
        row[15],
        fen(row[16]),
      ]);
      expect([totals.differenceAtCost, totals.differenceAtPrice, totals.rounding], title).toEqual([
        fen(row[20]),
        fen(row[21]),
        fen(row[22]),
      ]);
    }
  });

  it('print the same figures', () => {
    const input = { club: '测试俱乐部', paper: paper(), closedBy: '王会计', withTax: true };
    const rows = (blocks: readonly { readonly type: string }[]): Rows =>
      blocks
        .filter((block): block is TableBlock => block.type === 'table')
        .flatMap((table) => [...table.rows, ...(table.totals ?? [])]);
    const report = rows(monthReport(input).blocks);
    const stocktakeRows = rows(stocktakeSheet(input).blocks);
    const number = (cell: unknown): number => Number(String(cell).replaceAll(',', '') || 0);
    for (const { sku, closing, counted, adjusted } of paper().lines) {
      const printed = report.find(([first]) => first === sku);
      // Idle products are not printed unless they were counted.
      const row = expectedRow(sheet, sku);
      if (!printed) {
        expect([row[2], row[4], row[6], closing]).toEqual([0, 0, 0, 0]);
        continue;
      }
      expect(printed.slice(3, 15).map(number), sku).toEqual(
        [
          row[2],
          row[3],
          row[4],
          row[5],
          row[6],
          row[7],
          row[12],
          0 - Number(row[13]),
          0 - Number(row[14]),
          row[15],
          row[16],
          row[17],
        ].map((cell) => Number(cell) + 0),
      );
      const taken = stocktakeRows.find((cells) => cells[1] === sku) ?? [];
      expect([taken[9], taken[10], taken[11], taken[12], taken[14], taken[15]].map(number), sku).toEqual([
        Number(row[19]),
        counted ?? 0,
        Math.max(0, adjusted),
        Math.max(0, 0 - adjusted),
        Number(row[20]),
        Number(row[21]),
      ]);
      expect(taken[13]).toBe(Number(row[11]).toFixed(4));
    }
  });
});

describe('the worked month', () => {
  it('lists what came late from desk B, in November only', () => {
    expect(papers.get('2026-10')?.late).toEqual([]);
    expect(papers.get('2026-11')?.late.map(({ day, kind }) => [day, kind])).toEqual([
      ['2026-10-30', 'goodsReceived'],
      ['2026-10-31', 'sale'],
    ]);
  });

  it('keeps the last cost of a product without stock and purchases', () => {
    const line = papers.get('2026-11')?.lines.find(({ sku }) => sku === 'C02');
    expect(line).toMatchObject({ opening: 0, received: 0, closing: 0, unitCost: 123_467 });
  });

  it('has in the file what its formulas give', () => {
    const files = unzipSync(new Uint8Array(readFileSync(FILE)));
    const names = [...sheets.keys()];
    const formulas: Record<string, unknown[][]> = {};
    names.forEach((name, index) => {
      const cells = (sheets.get(name) ?? []).map((row) => [...row]);
      const text = strFromU8(files[`xl/worksheets/sheet${index + 1}.xml`] ?? new Uint8Array());
      for (const [, letter = '', row = '', formula = ''] of text.matchAll(
        /<c r="([A-Z])(\d+)"[^>]*><f>(.*?)<\/f>/g,
      )) {
        const unescaped = formula
          .replaceAll('&gt;', '>')
          .replaceAll('&lt;', '<')
          .replaceAll('&quot;', '"')
          .replaceAll('&amp;', '&');
        const line = cells[Number(row) - 1];
        if (line)
          line[letter.charCodeAt(0) - 65] = {
            formula: unescaped.startsWith('=') ? unescaped : `=${unescaped}`,
          };
      }
      formulas[name] = cells;
    });
    const value = evaluator(formulas);
    let checked = 0;
    for (const name of names)
      for (const [row, cells] of (formulas[name] ?? []).entries())
        for (const [column, cell] of cells.entries())
          if (cell && typeof cell === 'object' && 'formula' in cell) {
            checked += 1;
            expect(value(name, row, column), `${name} ${row + 1} ${column}`).toBe(
              sheets.get(name)?.[row]?.[column],
            );
          }
    expect(checked).toBeGreaterThan(400);
  });
});
