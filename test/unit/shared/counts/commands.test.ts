/** The morning count from its first figure to the adjustment (DOMAIN §4). */
import { describe, expect, it } from 'vitest';
import { adjustmentId, approveCount } from '@shared/counts/approve';
import { lineId } from '@shared/counts/lines';
import { explainLine } from '@shared/counts/record-line';
import { countedQuantities } from '@shared/counts/rows';
import { stocktakeMonth } from '@shared/counts/start';
import { sendBackCount, voidCount } from '@shared/counts/send-back';
import type { CountLine } from '@shared/counts/schema';
import { placed } from '@shared/ledger/entry';
import type { Envelope } from '@shared/core/envelope';
import { onHand } from '@shared/ledger/books';
import type { CountAdjustment } from '@shared/ledger/entries/stock';
import { CLERK, FINANCE, LEAD, pinOf } from '../../../helpers/desk';
import { BY_LEAD, DAY, MORNING, OTHER_CLERK, shop, type Shop } from './count-desk';

const explain = (desk: Shop, id: string, reason: string): readonly string[] =>
  desk.codes(explainLine, { count: desk.count().id, product: id, location: '展架', reason });

/** Eight gloves where the books say nine; everything else agrees. */
function gloveShort(settings = {}): Shop {
  const desk = shop(settings);
  expect(desk.start()).toEqual([]);
  expect(desk.type('glove', '8')).toEqual([]);
  desk.typeTheRest();
  return desk;
}

function explained(): Shop {
  const desk = gloveShort();
  desk.type('glove', '8');
  explain(desk, 'glove', '找不到');
  return desk;
}

describe('count.start', () => {
  it('lists what is on sale or in stock, place by place, once a day', () => {
    const desk = shop();
    desk.receive('old', 2, '库房');
    expect(desk.start()).toEqual([]);
    expect(desk.rows().map(({ key }) => key.replace('\n', ' '))).toEqual([
      'ball 展架',
      'glove 展架',
      'water 展架',
      'old 展架',
      'ball 库房',
      'glove 库房',
      'water 库房',
      'old 库房',
    ]);
    expect(desk.count().body.no).toMatch(/^QD-A-20261121-/);
    expect(desk.start()).toEqual(['countExists']);
  });

  it('leaves out what is off sale and gone', () => {
    const desk = shop();
    desk.start();
    expect(desk.rows().some(({ product }) => product === 'old')).toBe(false);
    expect(desk.type('old', '1')).toEqual(['quantity notInCount']);
    expect(desk.type('deleted', '1')).toEqual(['quantity notInCount']);
  });

  it('has nothing to count without products', () => {
    const desk = shop();
    for (const id of ['ball', 'glove', 'water', 'old']) desk.records.delete(id);
    expect(desk.start()).toEqual(['nothingToCount']);
  });
});

describe('count.recordLine', () => {
  it.each(['-1', '1.5', '', 'abc', '1e3', '99999999', '1000001'])('refuses %j', (typed) => {
    const desk = shop();
    desk.start();
    expect(desk.type('ball', typed)).toEqual(['quantity badCount']);
    expect(desk.lines()).toEqual([]);
  });

  it('takes full-width digits and nought', () => {
    const desk = shop();
    desk.start();
    expect(desk.type('ball', ' １２ ')).toEqual([]);
    expect(desk.type('glove', '0')).toEqual([]);
    expect(desk.row('ball').counted).toBe(12);
    expect(desk.row('glove').difference).toBe(-9);
  });

  it('keeps the first figure for ever and lets the last one hold', () => {
    const desk = shop();
    desk.start();
    for (const typed of ['8', '7', '9']) desk.type('glove', typed);
    const { first, recount, counted } = desk.row('glove');
    expect([first, recount, counted]).toEqual([8, 9, 9]);
  });

  it('writes nothing but the line, and a double Enter is one figure', () => {
    const desk = shop();
    desk.start();
    const before = desk.count();
    desk.type('glove', '8', '展架', { actId: 'enter' });
    desk.type('glove', '8', '展架', { actId: 'enter' });
    expect(desk.count()).toBe(before);
    const id = lineId(before, { product: 'glove', location: '展架' }) ?? '';
    expect(desk.get<CountLine>(id).body.figures).toHaveLength(1);
    expect(JSON.stringify(desk.get(id)).length).toBeLessThan(900);
  });

  it('reckons with what was sold before the line was counted, not after', () => {
    const desk = shop();
    desk.start();
    desk.sell('glove', 2);
    desk.type('glove', '7');
    desk.sell('glove', 1);
    expect([desk.row('glove').book, desk.row('glove').difference]).toEqual([7, 0]);
    desk.sell('ball', 1);
    desk.type('ball', '12');
    expect(desk.row('ball').difference).toBe(1);
  });

  it('goes by its own numbers, also when the clock is set back by a day', () => {
    const desk = shop();
    desk.start();
    desk.type('glove', '9');
    desk.now = '2026-11-20T00:31:00.000Z';
    desk.sell('glove', 3);
    expect(desk.row('glove').difference).toBe(0);
  });

  it('is closed once submitted, but for recounts', () => {
    const desk = explained();
    expect(desk.submit()).toEqual([]);
    expect(desk.type('glove', '9')).toEqual([]);
    desk.approve();
    expect(desk.type('glove', '9')).toEqual(['countClosed']);
  });
});

describe('count.submit', () => {
  it('names what is not counted, and a lead may let it pass with a reason', () => {
    const desk = shop();
    desk.start();
    for (const place of ['展架', '库房']) {
      desk.type('ball', place === '展架' ? '12' : '0', place);
      desk.type('glove', place === '展架' ? '9' : '0', place);
    }
    expect(desk.submit()).toEqual(['lines linesUncounted']);
    expect(desk.submit('饮料柜锁着')).toEqual(['approval leadMustConfirm']);
    expect(desk.submit('饮料柜锁着', { ...BY_LEAD, actor: LEAD })).toEqual([]);
    const { status, body } = desk.count();
    expect([status, body.skipped.length, body.skipApproval?.name]).toEqual(['submitted', 2, '周立']);
  });

  it('wants a recount and a reason of every difference', () => {
    const desk = gloveShort();
    expect(desk.submit()).toEqual(['lines recountNeeded', 'lines reasonNeeded']);
    desk.type('glove', '8');
    expect(desk.submit()).toEqual(['lines reasonNeeded']);
    explain(desk, 'glove', '找不到');
    expect(desk.submit()).toEqual([]);
    expect(desk.count().status).toBe('submitted');
  });

  it('needs no recount up to the threshold', () => {
    const desk = gloveShort({ recountThreshold: 1 });
    expect(desk.submit()).toEqual(['lines reasonNeeded']);
  });

  it('is done at once when everything agrees', () => {
    const desk = shop();
    desk.start();
    desk.typeTheRest();
    expect(desk.submit()).toEqual([]);
    expect([desk.count().status, desk.count().body.approval]).toEqual(['approved', null]);
    expect(desk.ledger().some(({ kind }) => kind === 'countAdjustment')).toBe(false);
  });

  it('does not take an empty count', () => {
    const desk = shop();
    desk.start();
    expect(desk.submit()).toEqual(['lines countNothing']);
  });
});

describe('count.approve', () => {
  it('posts the adjustment once: on hand is what was counted and what moved later', () => {
    const desk = explained();
    desk.submit();
    desk.sell('glove', 1);
    expect(desk.approve()).toEqual([]);
    const entry = desk.get<CountAdjustment>(adjustmentId(desk.count().id));
    expect(entry.body.lines.map(({ product, difference, reason }) => [product, difference, reason])).toEqual([
      ['glove', -1, '找不到'],
    ]);
    expect(onHand(desk.books(), 'glove', '展架')).toBe(7);
    expect(desk.approve()).toEqual(['changedMeanwhile']);
    expect(countedQuantities(desk.count(), desk.lines()).get('water')).toBe(50);
    expect(desk.count().body.final?.find(({ product }) => product === 'glove')).toMatchObject({
      first: 8,
      counted: 8,
      book: 9,
    });
  });

  it('is nobody’s own: who began, counted, recounted or submitted does not approve', () => {
    const desk = explained();
    desk.type('glove', '8', '展架', { actor: LEAD });
    desk.submit();
    expect(desk.approve()).toEqual(['approval notOwnApproval']);
    expect(desk.approve({})).toEqual(['approval leadMustConfirm']);
    const other = { ...LEAD, id: 'staff:1009', name: '方主管' };
    expect(desk.approve({ witnesses: [pinOf(LEAD), pinOf(other)] })).toEqual([]);
    expect(desk.count().body.approval?.name).toBe('方主管');
  });

  it('does not find missing a second time what the count of the day before puts right late', () => {
    const desk = explained();
    desk.submit();
    const first = desk.count();
    desk.now = '2026-11-22T00:31:00.000Z';
    expect(desk.start('morning', '2026-11-22')).toEqual([]);
    desk.type('glove', '8');
    desk.typeTheRest();
    expect(desk.row('glove').difference).toBe(-1);
    // The lead approves yesterday's only now.
    const of = { count: first.id, opening: first.body.opening };
    expect(desk.codes(approveCount, of, BY_LEAD)).toEqual([]);
    expect(desk.row('glove')).toMatchObject({ book: 8, difference: 0 });
    expect(desk.submit()).toEqual([]);
    expect([desk.count().status, onHand(desk.books(), 'glove', '展架')]).toEqual(['approved', 8]);
  });

  it('checks again: a difference that appeared since must be explained', () => {
    const desk = explained();
    desk.submit();
    // A sale of desk B before the count that comes in late.
    const at = new Date(Date.parse(MORNING) - 60_000).toISOString();
    desk.sell('ball', 1);
    const last = desk.ledger().at(-1);
    if (!last) throw new Error('no sale');
    desk.records.delete(last.id);
    const late: Envelope = { ...last, id: 'late', desk: 'B', at, status: 'B-000000001' };
    desk.records.set('late', placed(late, 1));
    expect(desk.row('ball')).toMatchObject({ book: 11, difference: 1, late: 1 });
    expect(desk.approve()).toEqual(['lines recountNeeded', 'lines reasonNeeded']);
  });
});

describe('count.sendBack, count.void', () => {
  it('gives the count back with its figures', () => {
    const desk = explained();
    desk.submit();
    const input = { count: desk.count().id, reason: '请重点手套' };
    expect(desk.codes(sendBackCount, input)).toEqual(['approval leadMustConfirm']);
    expect(desk.codes(sendBackCount, { ...input, reason: '' }, BY_LEAD)).toEqual(['reason required']);
    expect(desk.codes(sendBackCount, input, BY_LEAD)).toEqual([]);
    expect(desk.count().status).toBe('counting');
    expect(desk.row('glove').first).toBe(8);
  });

  it('strikes a count, keeps its number and lets another begin', () => {
    const desk = gloveShort();
    const { id } = desk.count();
    expect(desk.codes(voidCount, { count: id, reason: '点错' }, BY_LEAD)).toEqual([]);
    expect(desk.start()).toEqual([]);
    expect(desk.count().id).not.toBe(id);
    expect(desk.lines()).toEqual([]);
  });
});

describe('blind', () => {
  it('asks for recounts and reasons only after submitting', () => {
    const desk = gloveShort({ blindCount: true });
    expect(desk.submit()).toEqual([]);
    expect(desk.approve()).toEqual(['lines recountNeeded', 'lines reasonNeeded']);
    desk.type('glove', '8');
    explain(desk, 'glove', '找不到');
    expect(desk.approve()).toEqual([]);
  });

  it('lists the same lines whatever the books hold', () => {
    const desk = shop({ blindCount: true });
    desk.start();
    const full = desk.rows().map(({ key }) => key);
    const empty = shop({ blindCount: true });
    for (const entry of empty.ledger()) empty.records.delete(entry.id);
    empty.start();
    expect(empty.rows().map(({ key }) => key)).toEqual(full);
  });
});

describe('month-end stocktake', () => {
  it.each([
    ['2026-11-30', '2026-11'],
    ['2026-12-01', '2026-11'],
    ['2027-01-05', '2026-12'],
    ['2027-01-06', '2027-01'],
  ])('begun on %s is that of %s', (day, month) => {
    expect(stocktakeMonth(day)).toBe(month);
  });

  it('needs lead and finance, and posts like the morning count', () => {
    const desk = shop();
    expect(desk.start('monthEnd', '2026-11', { actor: OTHER_CLERK })).toEqual([]);
    expect(desk.count().body.no).toMatch(/^PD-/);
    desk.type('glove', '8');
    desk.type('glove', '8');
    explain(desk, 'glove', '破损');
    desk.typeTheRest();
    expect(desk.submit()).toEqual([]);
    expect(desk.count().status).toBe('submitted');
    expect(desk.approve()).toEqual(['finance financeMustConfirm']);
    expect(desk.approve({ actor: CLERK, witnesses: [pinOf(LEAD), pinOf(FINANCE)] })).toEqual([]);
    expect(desk.count().body.finance?.name).toBe('王会计');
    expect(onHand(desk.books(), 'glove')).toBe(8);
    expect(desk.start('morning', DAY)).toEqual([]);
  });
});
