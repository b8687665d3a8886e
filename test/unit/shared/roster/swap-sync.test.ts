/** Two desks without a network approve swaps of one shift: both stand in the conflict inbox, none is lost in silence. */
import { describe, expect, it } from 'vitest';
import type { Envelope } from '@shared/core/envelope';
import { rosterOf } from '@shared/roster/roster';
import { dutyId, type Swap } from '@shared/roster/schema';
import { isHalved } from '@shared/roster/swap';
import { askSwap, decideSwap } from '@shared/roster/swap-commands';
import { meet } from '@shared/sync/merge';
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
    expect(conflicts).toEqual([`${dutyId(MONDAY, CLERK.id)} plan`]);
    // The first desk's stands; the other's swap says that it does not stand whole.
    const roster = rosterOf(records);
    const halved = records.filter((doc): doc is Swap => doc.kind === 'swap' && isHalved(doc as Swap, roster));
    expect(halved.map(({ id }) => id)).toEqual(['s2']);
  });

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
