/** Inspections by example and by property (DOMAIN §3.8). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Envelope } from '@shared/core/envelope';
import { DEFAULT_SETTINGS } from '@shared/core/settings';
import { answerInspection, recordInspection, voidInspection } from '@shared/inspections/inspect';
import { inspectionSheet } from '@shared/inspections/forms/sheet';
import { monthOf, rateText } from '@shared/inspections/month';
import type { Inspection, InspectionStatus } from '@shared/inspections/schema';
import { CLERK, Desk, LEAD, MANAGER, pinOf } from '../../../helpers/desk';

const NOW = '2026-11-21T01:42:30.500Z';
const ITEMS = DEFAULT_SETTINGS.inspectionItems;
const full = ITEMS.map(({ marks }) => ({ scored: marks, remark: '' }));

function club(): Desk {
  const desk = new Desk(NOW);
  for (const { id, name } of [CLERK, LEAD])
    desk.records.set(id, {
      id,
      kind: 'staff',
      status: 'active',
      day: '2026-11-01',
      dueAt: '9999',
      desk: 'A',
      by: id,
      at: NOW,
      key: '',
      ver: '1-A',
      body: { v: 1, name },
    } as unknown as Envelope);
  return desk;
}
const input = { id: 'x1', date: '2026-11-20', person: CLERK.id, scores: full, remark: '' };
const lost = full.map((one, at) => (at === 0 ? { scored: 7, remark: '未戴工牌' } : one));

describe('an inspection', () => {
  it('is written by a lead, asks for a remark where marks are lost, and counts its marks on the sheet', () => {
    const desk = club();
    const bare = full.map((one, at) => (at === 0 ? { scored: 7, remark: '' } : one));
    const none = full.map((one, at) => (at === 1 ? { scored: 99, remark: '' } : one));
    expect(desk.codes(recordInspection, { ...input, scores: bare }, { actor: LEAD })).toEqual([
      'scores.0.remark required',
    ]);
    expect(desk.codes(recordInspection, { ...input, scores: none }, { actor: LEAD })).toContain(
      'scores.1.scored badNumber',
    );
    expect(desk.codes(recordInspection, { ...input, scores: lost }, { actor: LEAD })).toEqual([]);
    const inspection = desk.get<Inspection>('x1');
    expect(inspection).toMatchObject({ status: 'open', key: CLERK.id, body: { no: 'JC-A-20261121-0001' } });
    const [, table] = inspectionSheet({ club: '', inspection }).blocks;
    expect(table?.type === 'table' && table.totals?.[0]?.slice(3, 5)).toEqual(['100', '97']);
  });

  it.each([
    ['of oneself', { person: LEAD.id }, 'person ownInspection'],
    ['of nobody', { person: '' }, 'person required'],
    ['of somebody unknown', { person: 'staff:0' }, 'person colleagueGone'],
    ['of tomorrow', { date: '2026-11-22' }, 'date inFuture'],
  ])('is refused %s', (_what, change, code) => {
    expect(club().codes(recordInspection, { ...input, ...change }, { actor: LEAD })).toEqual([code]);
  });

  it('is answered by the inspected person only, once', () => {
    const desk = club();
    desk.run(recordInspection, input, { actor: LEAD });
    const yes = { id: 'x1', agrees: true, comment: '' };
    expect(desk.codes(answerInspection, yes, { actor: LEAD })).toEqual(['person inspectedConfirms']);
    expect(desk.codes(answerInspection, { ...yes, agrees: false }, { actor: CLERK })).toEqual([
      'comment required',
    ]);
    expect(desk.codes(answerInspection, yes, { actor: LEAD, witnesses: [pinOf(CLERK)] })).toEqual([]);
    expect(desk.codes(answerInspection, yes, { actor: CLERK })).toEqual(['inspectionAnswered']);
    expect(desk.get('x1').status).toBe('confirmed');
  });

  it('is void by somebody else with a reason', () => {
    const desk = club();
    desk.run(recordInspection, { ...input, person: LEAD.id }, { actor: MANAGER });
    expect(desk.codes(voidInspection, { id: 'x1', reason: '记错人' }, { actor: LEAD })).toEqual([
      'ownInspection',
    ]);
    expect(desk.codes(voidInspection, { id: 'x1', reason: '' }, { actor: MANAGER })).toEqual([
      'reason required',
    ]);
    expect(desk.codes(voidInspection, { id: 'x1', reason: '记错人' }, { actor: MANAGER })).toEqual([]);
    expect(monthOf([desk.get<Inspection>('x1')], '2026-11')).toEqual([]);
  });
});

const one = fc.record({
  person: fc.constantFrom('a', 'b', 'c'),
  month: fc.constantFrom('2026-10', '2026-11'),
  status: fc.constantFrom<InspectionStatus>('open', 'confirmed', 'refused', 'void'),
  items: fc.array(
    fc.record({
      name: fc.constantFrom('电话', '登记', '仪容'),
      marks: fc.integer({ min: 1, max: 20 }),
      gone: fc.nat(20),
    }),
    { minLength: 1, maxLength: 5 },
  ),
});

describe('the month', () => {
  it('adds up to the marks of its inspections, by person and by item', () => {
    fc.assert(
      fc.property(fc.array(one, { maxLength: 20 }), (drawn) => {
        const docs = drawn.map(({ person, month, status, items }, at) => ({
          id: `x${at}`,
          status,
          body: {
            date: `${month}-05`,
            person,
            personName: person,
            items: items.map(({ name, marks, gone }) => ({ name, marks, scored: Math.max(0, marks - gone) })),
          },
        })) as unknown as readonly Inspection[];
        const people = monthOf(docs, '2026-11');
        const counted = docs.filter(
          ({ status, body }) => status !== 'void' && body.date.startsWith('2026-11'),
        );
        for (const person of ['a', 'b', 'c']) {
          const mine = counted.filter(({ body }) => body.person === person);
          const row = people.find(({ id }) => id === person);
          let marks = 0;
          let scored = 0;
          for (const { body } of mine)
            for (const item of body.items) {
              marks += item.marks;
              scored += item.scored;
            }
          expect(row?.marks ?? 0).toBe(marks);
          expect(row?.scored ?? 0).toBe(scored);
          expect((row?.lost ?? []).reduce((sum, item) => sum + item.lost, 0)).toBe(marks - scored);
          expect(row?.inspections ?? 0).toBe(mine.length);
          if (row) expect(row.confirmed + row.refused + row.waiting).toBe(row.inspections);
          if (row) expect(Math.abs(row.rate - (scored * 10_000) / marks)).toBeLessThanOrEqual(0.5);
        }
      }),
    );
    expect(rateText(9_750)).toBe('97.50 %');
  });
});
