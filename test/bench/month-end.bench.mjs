// `month-end` (DESIGN §10): a month's stock report data, any month of the years, ÷ raw native read of that
// month's entries. The report is compared with a brute force over the whole ledger before it counts.
/* global indexedDB, IDBKeyRange -- in the functions that run in the page */
import assert from 'node:assert/strict';
import { clubProfile, ENTRIES, median, report, startSignedIn, YEARS } from './lib.mjs';

/** Every whole month of the club, up to September 2026. */
const COUNT = 12 * YEARS - 2;
const MONTHS = Array.from({ length: COUNT }, (_, index) => {
  const month = 2026 * 12 + 9 - COUNT + index;
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
});
const profile = await clubProfile();
/** Sums in the page, past everything of ours but the stored documents. */
async function bruteForce([wanted]) {
  const { deskbookTest } = window;
  const [entries, products] = [await deskbookTest.all('ledger'), await deskbookTest.all('products')];
  const sums = new Map();
  const of = (month, product) => {
    const key = `${month} ${product}`;
    if (!sums.has(key)) sums.set(key, { received: 0, receivedAmount: 0, sold: 0, revenue: 0, otherOut: 0 });
    return sums.get(key);
  };
  for (const { kind, day, body } of entries)
    for (const line of body.lines ?? []) {
      if (!line.product) continue;
      const sum = of(day.slice(0, 7), line.product);
      const units = line.quantity * line.factor;
      if (kind === 'sale') {
        if (line.gift) sum.otherOut += units;
        else sum.sold += units;
        sum.revenue += line.amount;
      } else if (kind === 'refund') {
        if (line.location) sum.sold -= units;
        sum.revenue -= line.amount;
      } else if (kind === 'goodsReceived') {
        sum.received += units;
        sum.receivedAmount += line.amount;
      } else if (kind === 'otherOut') sum.otherOut += units;
      else if (kind === 'countAdjustment') sum.otherOut -= line.difference;
    }
  const halfUp = (a, b) => {
    const size = a < 0n ? -a : a;
    const whole = (size * 2n + b) / (b * 2n);
    return a < 0n ? -whole : whole;
  };
  const months = [...new Set(entries.map(({ day }) => day.slice(0, 7)))].sort();
  const results = {};
  const held = new Map(
    products.map(({ id, body }) => [id, { quantity: 0, amount: 0n, cost: BigInt(body.cost) * 100n }]),
  );
  for (const month of months) {
    for (const { id } of products) {
      const before = held.get(id);
      const sum = sums.get(`${month} ${id}`) ?? {
        received: 0,
        receivedAmount: 0,
        sold: 0,
        revenue: 0,
        otherOut: 0,
      };
      const units = before.quantity + sum.received;
      const amount = before.amount + BigInt(sum.receivedAmount);
      const cost = units > 0 && amount >= 0n ? halfUp(amount * 100n, BigInt(units)) : before.cost;
      const soldCost = halfUp(BigInt(sum.sold) * cost, 100n);
      const otherOutAmount = halfUp(BigInt(sum.otherOut) * cost, 100n);
      const after = {
        quantity: units - sum.sold - sum.otherOut,
        amount: amount - soldCost - otherOutAmount,
        cost,
      };
      held.set(id, after);
      if (wanted.includes(month))
        (results[month] ??= {})[id] = [
          before.quantity,
          Number(before.amount),
          sum.received,
          sum.receivedAmount,
          sum.sold,
          sum.revenue,
          Number(soldCost),
          sum.otherOut,
          Number(otherOutAmount),
          after.quantity,
          Number(after.amount),
          Number(cost),
        ];
    }
  }
  return { results, entries: entries.length };
}

/** The report of each month once, and the raw read of the same month right after it. */
async function measure([months]) {
  const database = await new Promise((resolve, reject) => {
    const request = indexedDB.open('rxdb-dexie-deskbook--0--ledger');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const raw = (month) =>
    new Promise((resolve, reject) => {
      const index = database.transaction('docs').objectStore('docs').index('[_deleted+day+id]');
      const request = index.getAll(IDBKeyRange.bound(['0', month], ['0', `${month}-99`, []]));
      request.onsuccess = () => resolve(request.result.length);
      request.onerror = () => reject(request.error);
    });
  const ours = [];
  const baseline = [];
  for (const month of months) {
    // Whoever reads first finds the month's pages cold: both once before the clock runs.
    await raw(month);
    let begun = performance.now();
    const lines = await window.deskbookTest.monthReport(month);
    ours.push(performance.now() - begun);
    begun = performance.now();
    const entries = await raw(month);
    baseline.push(performance.now() - begun);
    if (lines.length === 0 || entries < 1_000) throw new Error(`${month} is empty`);
  }
  return { ours, baseline };
}

const checked = [MONTHS[0], MONTHS[Math.floor(COUNT / 2)], MONTHS.at(-1)];
const first = await startSignedIn(profile, '2001');
const { results, entries } = await first.page.evaluate(bruteForce, [checked]);
assert.ok(entries >= ENTRIES);
const made = Date.now();
for (const month of checked) {
  const lines = await first.page.evaluate((one) => window.deskbookTest.monthReport(one), month);
  const expected = new Map(Object.entries(results[month]));
  for (const line of lines) {
    const figures = [
      line.opening,
      line.openingAmount,
      line.received,
      line.receivedAmount,
      line.sold,
      line.revenue,
      line.soldCost,
      line.otherOut,
      line.otherOutAmount,
      line.closing,
      line.closingAmount,
      line.unitCost,
    ];
    assert.deepEqual(figures, expected.get(line.product), `${month} ${line.sku}`);
    expected.delete(line.product);
  }
  for (const left of expected.values()) assert.ok(left.slice(0, 11).every((figure) => figure === 0));
}
console.error(`month-end: ${checked.length} months equal to brute force in ${Date.now() - made} ms`);
await first.close();

const { page, close } = await startSignedIn(profile, '2001');
const begun = Date.now();
await page.evaluate((month) => window.deskbookTest.monthReport(month), MONTHS[Math.floor(COUNT / 3)]);
console.error(`month-end: first report after a start, closings verified: ${Date.now() - begun} ms`);
const { ours, baseline } = await page.evaluate(measure, [MONTHS.filter((_, index) => index % 3 === 1)]);
await close();
report('month-end', median(ours), 'ms', median(baseline));
