/** Swaps: who says what when, and what becomes of the roster (DOMAIN §3.8). */
import { describe, expect, it } from 'vitest';
import { leaveOn, planOf, rosterOf } from '@shared/roster/roster';
import { REST, type Swap } from '@shared/roster/schema';
import { isHalved, swapWarnings } from '@shared/roster/swap';
import { answerSwap, askSwap, decideSwap, withdrawSwap, type AskSwap } from '@shared/roster/swap-commands';
import { askLeave, decideLeave } from '@shared/roster/leave';
import type { Actor } from '@shared/core/command';
import { CLERK, LEAD, pinOf, type Desk } from '../../../helpers/desk';
import { MONDAY, OTHER_LEAD, SECOND, THIRD, plan, publish, rosterDesk, settingsWith } from './roster-desk';

const TUESDAY = '2026-11-24';

/** Monday early is the clerk's, Tuesday late the second's; both published. */
function planned(): Desk {
  const desk = rosterDesk();
  plan(desk, MONDAY, CLERK, 'early');
  plan(desk, TUESDAY, CLERK, REST);
  plan(desk, TUESDAY, SECOND, 'late');
  plan(desk, MONDAY, LEAD, 'late');
  publish(desk);
  return desk;
}

const swap = (change: Partial<AskSwap> = {}): AskSwap => ({
  id: 's1',
  applicant: CLERK.id,
  colleague: SECOND.id,
  day: MONDAY,
  shift: 'early',
  returnDay: TUESDAY,
  returnShift: 'late',
  reason: '家里有事',
  ...change,
});
const ask = (desk: Desk, change: Partial<AskSwap> = {}, colleague?: Actor) =>
  desk.codes(askSwap, swap(change), colleague ? { witnesses: [pinOf(colleague)] } : {});
const of = (desk: Desk, id = 's1'): Swap => desk.get<Swap>(id);
const plans = (desk: Desk, day: string, ...people: readonly Actor[]) => {
  const roster = rosterOf([...desk.records.values()]);
  return people.map(({ id }) => planOf(roster, day, id).join('+'));
};
const approve = (desk: Desk, actor: Actor = LEAD, id = 's1', yes = true, note = '') =>
  desk.codes(decideSwap, { swap: of(desk, id), approve: yes, note }, { actor });

describe('a swap', () => {
  it('changes both days of both people with the lead’s approval, and nothing before', () => {
    const desk = planned();
    expect(ask(desk)).toEqual([]);
    expect(of(desk)).toMatchObject({ status: 'asked', key: CLERK.id, dueAt: '2026-11-23T00:00:00.000Z' });
    expect(approve(desk)).toEqual(['swapDone']);
    expect(desk.codes(answerSwap, { id: 's1', agree: true, note: '' }, { actor: SECOND })).toEqual([]);
    expect(plans(desk, MONDAY, CLERK, SECOND)).toEqual(['early', '']);
    expect(approve(desk)).toEqual([]);
    expect(of(desk).status).toBe('approved');
    expect(plans(desk, MONDAY, CLERK, SECOND)).toEqual([REST, 'early']);
    expect(plans(desk, TUESDAY, CLERK, SECOND)).toEqual(['late', REST]);
  });

  it('may be a gift, and agreed at once by the colleague’s PIN', () => {
    const desk = planned();
    expect(ask(desk, { returnDay: '', returnShift: '', colleague: THIRD.id }, THIRD)).toEqual([]);
    expect(of(desk).body.answer).toMatchObject({ staff: THIRD.id });
    expect(approve(desk)).toEqual([]);
    expect(plans(desk, MONDAY, CLERK, THIRD)).toEqual([REST, 'early']);
  });

  it('is asked, answered and withdrawn by nobody else', () => {
    const desk = planned();
    expect(desk.codes(askSwap, swap(), { actor: THIRD })).toEqual(['applicant ownPinMissing']);
    ask(desk);
    expect(desk.codes(answerSwap, { id: 's1', agree: true, note: '' })).toEqual(['answer ownPinMissing']);
    expect(desk.codes(withdrawSwap, { id: 's1', reason: '' }, { actor: SECOND })).toEqual([
      'applicant ownPinMissing',
    ]);
  });

  it('is approved by a lead who is neither of the two', () => {
    const desk = planned();
    const own = swap({ applicant: LEAD.id, shift: 'late', returnDay: '', returnShift: '' });
    desk.codes(askSwap, own, { actor: LEAD, witnesses: [pinOf(SECOND)] });
    expect(approve(desk, LEAD)).toEqual(['approval notOwnApproval']);
    expect(approve(desk, CLERK)).toEqual(['approval leadMustConfirm']);
    expect(approve(desk, OTHER_LEAD)).toEqual([]);
  });

  it('keeps what was declined, refused and withdrawn, with the reason', () => {
    const desk = planned();
    ask(desk);
    desk.codes(answerSwap, { id: 's1', agree: false, note: '当天有约' }, { actor: SECOND });
    ask(desk, { id: 's2' }, SECOND);
    expect(approve(desk, LEAD, 's2', false)).toEqual(['note required']);
    expect(approve(desk, LEAD, 's2', false, '当天有比赛')).toEqual([]);
    ask(desk, { id: 's3' });
    desk.codes(withdrawSwap, { id: 's3', reason: '不用了' });
    expect(['s1', 's2', 's3'].map((id) => of(desk, id).status)).toEqual(['declined', 'refused', 'withdrawn']);
    expect(of(desk, 's2').body.log?.at(-1)?.reason).toBe('当天有比赛');
    expect(plans(desk, MONDAY, CLERK, SECOND)).toEqual(['early', '']);
    expect(desk.codes(withdrawSwap, { id: 's2', reason: '' })).toEqual(['swapDone']);
  });

  it('is not asked for what the roster does not have', () => {
    const desk = planned();
    expect(ask(desk, { shift: 'late' })).toEqual(['shift swapNotPlanned']);
    expect(ask(desk, { returnShift: 'early' })).toEqual(['returnShift swapNotPlanned']);
    expect(ask(desk, { colleague: CLERK.id, returnDay: '', returnShift: '' })).toContain(
      'colleague swapSelf',
    );
    expect(ask(desk, { day: '2026-11-30', returnDay: '', returnShift: '' })).toContain('day swapUnpublished');
    expect(ask(desk, { day: '2026-11-20', returnDay: '', returnShift: '' })).toContain('day swapPast');
    plan(desk, MONDAY, SECOND, 'early');
    expect(ask(desk)).toEqual(['colleague swapHasShift']);
  });

  it('is no longer approved once the roster has moved on', () => {
    const desk = planned();
    ask(desk, {}, SECOND);
    plan(desk, MONDAY, CLERK, 'late');
    expect(approve(desk)).toEqual(['swapStale']);
    expect(approve(desk, LEAD, 's1', false, '值班表已改')).toEqual([]);
  });

  it('shows what it would bring: too short a rest, a double shift', () => {
    const desk = planned();
    plan(desk, MONDAY, SECOND, 'late');
    const roster = rosterOf([...desk.records.values()]);
    const warned = swapWarnings(roster, swap({ returnDay: '', returnShift: '' }), settingsWith());
    expect(warned.map(({ type }) => type)).toEqual(['double']);
  });

  it('takes leave into account', () => {
    const desk = planned();
    const leave = { staff: THIRD.id, type: 'sick' as const, emergency: false, reason: '体检', toldAt: '' };
    desk.codes(askLeave, { id: 'l1', from: MONDAY, to: MONDAY, shift: '', ...leave }, { actor: THIRD });
    desk.codes(decideLeave, { id: 'l1', approve: true, note: '' }, { actor: LEAD });
    expect(leaveOn(rosterOf([...desk.records.values()]), MONDAY, THIRD.id)?.id).toBe('l1');
    expect(ask(desk, { colleague: THIRD.id, returnDay: '', returnShift: '' })).toEqual([
      'colleague swapOnLeave',
    ]);
  });
});

describe('a swap that another desk’s overrode', () => {
  it('is told by its cells', () => {
    const desk = planned();
    ask(desk, {}, SECOND);
    approve(desk);
    const docs = [...desk.records.values()];
    expect(isHalved(of(desk), rosterOf(docs))).toBe(false);
    const lost = docs.map((doc) =>
      doc.kind === 'duty' && doc.key === CLERK.id
        ? { ...doc, body: { ...doc.body, swaps: [], log: doc.body.log?.slice(0, -1) ?? [] } }
        : doc,
    );
    expect(isHalved(of(desk), rosterOf(lost))).toBe(true);
  });
});
