/** Two desks without a network approve swaps of one shift: both stand in the conflict inbox, none is lost in silence. */
import { describe, expect, it } from 'vitest';
import type { Envelope } from '@shared/core/envelope';
import { rosterOf } from '@shared/roster/roster';
import { dutyId, isDuty, isSwap, type Swap } from '@shared/roster/schema';
import { isHalved } from '@shared/roster/swap';
import { askSwap, decideSwap } from '@shared/roster/swap-commands';
import type { SyncConflict } from '@shared/sync/conflict';
import { meet } from '@shared/sync/merge';
import { resolveConflict } from '@shared/sync/resolve';
import type { Actor } from '@shared/core/command';
import { CLERK, LEAD, pinOf, type Desk } from '../../../helpers/desk';
import { MONDAY, OTHER_LEAD, SECOND, THIRD, plan, publish, rosterDesk } from './roster-desk';

/** The same roster on two desks, of which neither knows what the other does next. */
function twoDesks(): readonly [Desk, Desk] {
  const one = rosterDesk();
  plan(one, MONDAY, CLERK, 'early');
  plan(one, MONDAY, SECOND, 'late');
  plan(one, MONDAY, THIRD, 'rest');
  publish(one);
  const other = rosterDesk({}, 'B');
  for (const [id, doc] of one.records) other.records.set(id, doc);
  return [one, other];
}

function giveTo(desk: Desk, id: string, colleague: Actor, lead: Actor): void {
  const terms = { applicant: CLERK.id, colleague: colleague.id, day: MONDAY, shift: 'early' };
  const input = { id, ...terms, returnDay: '', returnShift: '', reason: '有事' };
  // What a desk does not know it refuses to nobody.
  expect(desk.codes(askSwap, input, { witnesses: [pinOf(colleague)], actId: `${id}-ask` })).toEqual([]);
  const swap = desk.get<Swap>(id);
  const act = { actor: lead, actId: `${id}-decide` };
  expect(desk.codes(decideSwap, { swap, approve: true, note: '' }, act)).toEqual([]);
}

/** Every record of the second desk meets the first's; conflicts keep the first's. */
function met(base: ReadonlyMap<string, Envelope>, master: Desk, local: Desk) {
  const conflicts: string[] = [];
  const records = new Map(master.records);
  for (const [id, mine] of local.records) {
    const theirs = master.records.get(id);
    if (!theirs) records.set(id, mine);
    else {
      const meeting = meet('roster', mine, base.get(id) ?? null, theirs, 'B');
      if (meeting.become === 'conflict') conflicts.push(`${id} ${meeting.fields.join()}`);
      else if (meeting.become === 'merged') records.set(id, meeting.doc);
      else if (meeting.become === 'local') records.set(id, mine);
    }
  }
  return { conflicts, records: [...records.values()] };
}

/** What stands after a lead took one state of the giver's cell. */
function resolve(
  one: Desk,
  other: Desk,
  records: readonly Envelope[],
  take: 'kept' | 'other',
): readonly Envelope[] {
  const id = dutyId(MONDAY, CLERK.id);
  const pair = { collection: 'roster', kept: one.get(id), other: other.get(id), fields: ['plan'] } as const;
  const conflict = {
    ...records[0],
    id: 'conflict:1',
    kind: 'syncConflict',
    status: 'open',
    body: { v: 1, pairs: [pair], outcome: null, note: '' },
  } as unknown as SyncConflict;
  const desk = rosterDesk({}, 'C');
  for (const doc of [...records, conflict]) desk.records.set(doc.id, doc);
  const input = { conflict, take, note: '' };
  expect(desk.codes(resolveConflict, input, { actor: LEAD, actId: 'resolve' })).toEqual([]);
  return [...desk.records.values()];
}

describe('two desks offline', () => {
  it('that give one shift to two people meet in a conflict of the giver’s cell when they write it differently', () => {
    const [one, other] = twoDesks();
    const base = new Map(one.records);
    giveTo(one, 's1', THIRD, LEAD);
    // The other desk swaps the same shift against the second's late one.
    const terms = { applicant: CLERK.id, colleague: SECOND.id, day: MONDAY, shift: 'early' };
    const input = { id: 's2', ...terms, returnDay: MONDAY, returnShift: 'late', reason: '有事' };
    expect(other.codes(askSwap, input, { witnesses: [pinOf(SECOND)], actId: 's2-ask' })).toEqual([]);
    const swap = other.get<Swap>('s2');
    const act = { actor: OTHER_LEAD, actId: 's2-decide' };
    expect(other.codes(decideSwap, { swap, approve: true, note: '' }, act)).toEqual([]);
    const { conflicts, records } = met(base, one, other);
    expect(conflicts).toEqual([`${dutyId(MONDAY, CLERK.id)} plan,swaps`]);
    // The first desk's stands; the other's swap says that it does not stand whole.
    const roster = rosterOf(records);
    const halved = records.filter((doc): doc is Swap => doc.kind === 'swap' && isHalved(doc as Swap, roster));
    expect(halved.map(({ id }) => id)).toEqual(['s2']);
  });

  it.each(['kept', 'other'] as const)(
    'that give one shift to two people meet in a conflict too; taking the %s state keeps every shift once',
    (take) => {
      const [one, other] = twoDesks();
      const base = new Map(one.records);
      giveTo(one, 's1', THIRD, LEAD);
      giveTo(other, 's2', SECOND, OTHER_LEAD);
      const { conflicts, records } = met(base, one, other);
      expect(conflicts).toEqual([`${dutyId(MONDAY, CLERK.id)} swaps`]);
      const resolved = resolve(one, other, records, take);
      const plans = resolved.filter(isDuty).flatMap(({ body }) => body.plan);
      expect(plans.filter((id) => id !== 'rest').sort()).toEqual(['early', 'late']);
      const swaps = resolved.filter(isSwap);
      const [won, lost] = take === 'kept' ? ['s1', 's2'] : ['s2', 's1'];
      expect(swaps.find(({ id }) => id === lost)?.status).toBe('refused');
      expect(swaps.find(({ id }) => id === won)?.status).toBe('approved');
      expect(swaps.filter((swap) => isHalved(swap, rosterOf(resolved)))).toEqual([]);
    },
  );

  it('that change different cells put both together without a word', () => {
    const [one, other] = twoDesks();
    const base = new Map(one.records);
    plan(one, '2026-11-24', CLERK, 'early');
    plan(other, '2026-11-24', SECOND, 'late');
    const { conflicts, records } = met(base, one, other);
    expect(conflicts).toEqual([]);
    expect(records.filter(({ kind, day }) => kind === 'duty' && day === '2026-11-24')).toHaveLength(2);
  });
});
