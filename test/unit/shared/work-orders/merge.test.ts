/** Work orders on two desks at once (DESIGN §4, "Merging"). */
import { describe, expect, it } from 'vitest';
import type { WorkOrder } from '@shared/work-orders/schema';
import { meet, type Meeting } from '@shared/sync/merge';
import { confirmOrder, voidOrder } from '@shared/work-orders/confirm';
import { addPart } from '@shared/work-orders/coordinate';
import { acceptPart, finishPart, tellProgress } from '@shared/work-orders/part-steps';
import { stageOf } from '@shared/work-orders/state';
import { Desk, LEAD } from '../../../helpers/desk';
import { COACH, GREENS, MORNING, deskWith, orderOf, part, step } from './order-desk';

const taken = { assignee: '', visit: '' };
const asked = {
  id: 'o1',
  way: 'phone',
  result: 'satisfied',
  note: '',
  close: true,
  reopen: [],
  due: '',
} as const;

/** Another desk that has everything this one has. */
function second(desk: Desk): Desk {
  const other = new Desk(MORNING, desk.settings, 'B');
  for (const [id, record] of desk.records) other.records.set(id, record);
  return other;
}

/** Both desks act on the same order; what becomes of B's state when A's arrives. */
function met(prepare: (desk: Desk) => void, onA: (desk: Desk) => void, onB: (desk: Desk) => void): Meeting {
  const a = deskWith();
  prepare(a);
  const base = orderOf(a);
  const b = second(a);
  onA(a);
  // Acts of two desks have ids of their own.
  for (let index = 0; index < 50; index += 1) b.context();
  onB(b);
  return meet('tickets', orderOf(b), base, orderOf(a), 'B');
}

const both = (desk: Desk): void => {
  step(desk, acceptPart, 'd:coach', taken, { actor: COACH });
  step(desk, acceptPart, 'd:greens', taken, { actor: GREENS });
};

describe('two desks at once', () => {
  it('keep what two departments answered, and the order is done', () => {
    const meeting = met(
      both,
      (a) => expect(step(a, finishPart, 'd:coach', { text: '已换灯' }, {}, '高教练')).toEqual([]),
      (b) => expect(step(b, finishPart, 'd:greens', { text: '已复电' }, {}, '梁师傅')).toEqual([]),
    );
    if (meeting.become !== 'merged') throw new Error(meeting.become);
    const order = meeting.doc as WorkOrder;
    expect(order.body.parts.map(({ state, result }) => [state, result])).toEqual([
      ['done', '已换灯'],
      ['done', '已复电'],
    ]);
    expect(
      order.body.progress
        .map(({ toldBy }) => toldBy)
        .slice(2)
        .sort(),
    ).toEqual(['梁师傅', '高教练'].sort());
    expect(stageOf(order)).toBe('done');
  });

  it('keep two words on one part that is being worked on', () => {
    const meeting = met(
      (desk) => {
        both(desk);
        step(desk, tellProgress, 'd:coach', { text: '开始' }, { actor: COACH });
      },
      (a) => step(a, tellProgress, 'd:coach', { text: '等灯管' }, {}, '高教练'),
      (b) => step(b, tellProgress, 'd:coach', { text: '灯管到了' }, {}, '高教练'),
    );
    if (meeting.become !== 'merged') throw new Error(meeting.become);
    const texts = (meeting.doc as WorkOrder).body.progress.map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(['开始', '等灯管', '灯管到了']));
  });

  it('leave it to a lead when one closes while the other adds a department, or both decide', () => {
    const done = (desk: Desk): void => {
      both(desk);
      step(desk, finishPart, 'd:coach', { text: '好' }, { actor: COACH });
      step(desk, finishPart, 'd:greens', { text: '好' }, { actor: GREENS });
    };
    const closing = met(
      done,
      (a) => expect(a.codes(confirmOrder, asked)).toEqual([]),
      (b) => expect(b.codes(addPart, { id: 'o1', ...part('d:sales') })).toEqual([]),
    );
    expect(closing).toMatchObject({ become: 'conflict', fields: ['lastDecision'] });
    const deciding = met(
      done,
      (a) => expect(a.codes(confirmOrder, asked)).toEqual([]),
      (b) => expect(b.codes(voidOrder, { id: 'o1', reason: '重复' }, { actor: LEAD })).toEqual([]),
    );
    expect(deciding.become).toBe('conflict');
  });

  it('leave it to a lead when both move one part in different ways', () => {
    const meeting = met(
      both,
      (a) => step(a, finishPart, 'd:coach', { text: '好了' }, {}, '高教练'),
      (b) => step(b, tellProgress, 'd:coach', { text: '还没好' }, {}, '高教练'),
    );
    expect(meeting).toEqual({ become: 'conflict', fields: ['parts'] });
  });
});
