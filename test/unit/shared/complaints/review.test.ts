/** Nobody reviews a complaint they handled (DOMAIN §1, §3.4). */
import { describe, expect, it } from 'vitest';
import type { Envelope } from '@shared/core/envelope';
import { reviewComplaint } from '@shared/complaints/review';
import { solveComplaint } from '@shared/complaints/solve';
import { standingOf } from '@shared/complaints/standing';
import { CLERK, LEAD, MANAGER, pinOf, type Desk } from '../../../helpers/desk';
import { newDesk, receive, stateOf, walk } from './complaint-desk';

const OTHER_LEAD = { ...LEAD, id: 'staff:1009', name: '吴主管' };

const onStaff = (desk: Desk, { id, name, roles }: typeof LEAD, status = 'active'): void => {
  const doc = { id, kind: 'staff', status, day: '2026-01-01', body: { v: 1, name, roles } };
  desk.records.set(id, doc as unknown as Envelope);
};

/** A complaint that the lead solved. */
function solvedByLead(): Desk {
  const desk = newDesk();
  onStaff(desk, LEAD);
  receive(desk);
  walk(desk, 'answer');
  expect(desk.codes(solveComplaint, { id: 'c1', when: '', result: '已退费' }, { actor: LEAD })).toEqual([]);
  return desk;
}
const review = (desk: Desk, reason: string, act: Parameters<Desk['codes']>[2]): readonly string[] =>
  desk.codes(reviewComplaint, { id: 'c1', opinion: '处理得当', reason }, act);

describe('the review', () => {
  it('is not of the lead who solved it, whatever the reason, while another lead is on staff', () => {
    const desk = solvedByLead();
    onStaff(desk, OTHER_LEAD);
    expect(review(desk, '', { actor: LEAD })).toEqual(['lead notOwnReview']);
    expect(review(desk, '没有时间', { actor: LEAD })).toEqual(['lead notOwnReview']);
    expect(review(desk, '', { actor: LEAD, witnesses: [pinOf(CLERK)] })).toEqual(['lead notOwnReview']);
    expect(stateOf(desk).status).toBe('solved');
    expect(review(desk, '', { actor: OTHER_LEAD })).toEqual([]);
    expect(standingOf(stateOf(desk).body).reviewed).not.toHaveProperty('approvedBy');
  });

  it.each([OTHER_LEAD, MANAGER])('is of $name by PIN, whose name it keeps', (other) => {
    const desk = solvedByLead();
    onStaff(desk, other);
    expect(review(desk, '', { actor: LEAD, witnesses: [pinOf(other)] })).toEqual([]);
    expect(standingOf(stateOf(desk).body).reviewed).toMatchObject({ approvedBy: other.id });
  });

  it('is of the one who solved it with a reason where no other lead is on staff', () => {
    const desk = solvedByLead();
    onStaff(desk, OTHER_LEAD, 'left');
    onStaff(desk, CLERK);
    expect(review(desk, ' ', { actor: LEAD })).toEqual(['reason required']);
    expect(review(desk, '只有一名主管', { actor: LEAD })).toEqual([]);
    expect(standingOf(stateOf(desk).body).reviewed).toMatchObject({ reason: '只有一名主管' });
    expect(stateOf(desk).body.log?.at(-1)).toMatchObject({ reason: '只有一名主管' });
  });

  it('of a lead with no hand in it keeps no reason', () => {
    const desk = newDesk();
    onStaff(desk, LEAD);
    receive(desk);
    walk(desk, 'solve');
    expect(review(desk, '多写的', { actor: LEAD })).toEqual([]);
    expect(standingOf(stateOf(desk).body).reviewed).not.toHaveProperty('reason');
  });
});
