/** No sequence of acts, with repeats, crashes and clocks that jump, brings an item into an impossible state. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimItem, returnLater } from '@shared/lost-property/claim';
import { correctItem } from '@shared/lost-property/correct-item';
import { custodyOf, eventsOf, itemDueAt, statusOf, staysOf } from '@shared/lost-property/custody';
import { handOver } from '@shared/lost-property/handover';
import { disposeItem, giveToPolice, noticeItem, storeItem } from '@shared/lost-property/hr';
import { voidLost } from '@shared/lost-property/void';
import { HR, LEAD, pinOf, type Desk } from '../../../helpers/desk';
import { SIGNED, claimOf, deskWith, itemOf } from './lost-desk';

const KINDS = [
  'claim',
  'handOver',
  'returnLater',
  'police',
  'dispose',
  'store',
  'notice',
  'correct',
  'void',
] as const;

interface Step {
  readonly kind: (typeof KINDS)[number];
  readonly quantity: number;
  /** Acts of one number are the same act repeated (a double Enter, a crash after the journal line). */
  readonly act: number;
  /** Hours the clock moves, also back. */
  readonly hours: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(...KINDS),
  quantity: fc.integer({ min: 0, max: 6 }),
  act: fc.integer({ min: 1, max: 12 }),
  hours: fc.integer({ min: -30, max: 400 }),
});

function perform(desk: Desk, { kind, quantity, act }: Step): void {
  const own = { actId: `x${act}-${kind}`, witnesses: [pinOf(LEAD), pinOf(HR)] };
  const hr = { ...own, actor: HR };
  const fields = claimOf(desk, { quantity });
  switch (kind) {
    case 'claim':
      return void desk.run(claimItem, { id: 'i1', report: '', fields, signature: SIGNED }, own);
    case 'returnLater':
      return void desk.run(returnLater, { id: 'i1', report: '', fields, signature: SIGNED }, hr);
    case 'handOver':
      return void desk.run(
        handOver,
        { id: `y${act}`, items: ['i1', 'i9'], receiverName: '', receiver: { mode: 'pin', staff: HR.id } },
        own,
      );
    case 'police':
      return void desk.run(giveToPolice, { id: 'i1', quantity, receiptNo: '回执' }, hr);
    case 'dispose':
      return void desk.run(
        disposeItem,
        { id: 'i1', quantity, ground: 'other', destination: '捐赠', earlyConfirmed: true },
        hr,
      );
    case 'store':
      return void desk.run(storeItem, { id: 'i1', place: '仓库', note: '' }, hr);
    case 'notice':
      return void desk.run(noticeItem, { id: 'i1', noticeDay: desk.now.slice(0, 10) }, hr);
    case 'correct':
      return void desk.run(correctItem, { id: 'i1', changed: { quantity }, reason: '清点' }, own);
    case 'void':
      return void desk.run(voidLost, { id: 'i1', reason: '重复' }, own);
  }
}

function isSound(desk: Desk): void {
  const item = itemOf(desk);
  const custody = custodyOf(item.body);
  const { found, held, claimed, handedOver, hr, police, returned, disposed, over, voided } = custody;
  expect(over).toBe(0);
  expect(held + claimed + handedOver).toBe(found);
  expect(hr + police + returned + disposed).toBe(handedOver);
  for (const quantity of [held, claimed, handedOver, hr, police, returned, disposed])
    expect(quantity).toBeGreaterThanOrEqual(0);
  if (voided) expect(held).toBe(found);
  expect(item.status).toBe(statusOf(custody));
  expect(item.dueAt).toBe(itemDueAt(item.body, desk.settings));
  const ids = item.body.events.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  // Whoever holds something now has an open stay, nobody else has.
  const open = staysOf(item.body)
    .filter(({ to }) => to === '')
    .map(({ holder }) => holder);
  expect(open.includes('desk')).toBe(held > 0 && !voided);
  expect(open.includes('hr')).toBe(hr > 0);
}

describe('custody', () => {
  it('always adds up, whatever is done in whatever order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.array(step, { maxLength: 25 }), (quantity, steps) => {
        const desk = deskWith({ quantity });
        for (const one of steps) {
          // Time within one item's life goes forward: the clock guard holds it, and so does this.
          desk.now = new Date(
            Math.max(Date.parse(desk.now), Date.parse(desk.now) + one.hours * 3_600_000),
          ).toISOString();
          perform(desk, one);
          isSound(desk);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('derives the same quantities from events repeated and in any order, and shows when two desks gave out too much', () => {
    const gen = fc.record({
      quantity: fc.integer({ min: 1, max: 6 }),
      steps: fc.array(step, { maxLength: 20 }),
      seed: fc.array(fc.nat(), { maxLength: 30 }),
    });
    fc.assert(
      fc.property(gen, ({ quantity, steps, seed }) => {
        const desk = deskWith({ quantity });
        for (const one of steps) {
          desk.now = new Date(Date.parse(desk.now) + 60_000).toISOString();
          perform(desk, one);
        }
        const { body } = itemOf(desk);
        const mixed = [
          ...body.events,
          ...seed.flatMap((at) => body.events[at % body.events.length] ?? []),
        ].sort((a, b) => ((seed[0] ?? 1) % 2 ? a.id.localeCompare(b.id) : b.id.localeCompare(a.id)));
        expect(custodyOf({ ...body, events: mixed })).toEqual(custodyOf(body));
        const other = {
          ...body,
          events: [
            ...body.events,
            ...body.events
              .filter((event) => event.type === 'claimed')
              .map((event) => ({ ...event, id: `b-${event.id}` })),
          ],
        };
        const merged = custodyOf(other);
        expect(merged.held + merged.claimed + merged.handedOver - merged.found).toBe(merged.over);
        expect(eventsOf(other).length).toBe(other.events.length);
      }),
      { numRuns: 200 },
    );
  });
});
