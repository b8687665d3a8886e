/** Repeats and collective complaints are proposed by customer, scope, words and time; a person confirms (DOMAIN §3.4). */
import { describe, expect, it } from 'vitest';
import { groupComplaints } from '@shared/complaints/group';
import { shownCriteria } from '@shared/complaints/grading';
import { dismissProposal, linkRepeat } from '@shared/complaints/link';
import type { ReceiveFields } from '@shared/complaints/receive-fields';
import type { Complaint } from '@shared/complaints/schema';
import { collectiveProposal, customersIn, repeatProposals, sameMatter } from '@shared/complaints/similar';
import { standingOf } from '@shared/complaints/standing';
import { DEFAULT_SETTINGS } from '@shared/core/settings';
import type { Desk } from '../../../helpers/desk';
import { hours, MORNING, newDesk, receive, stateOf, walk } from './complaint-desk';

const all = (desk: Desk): readonly Complaint[] =>
  [...desk.records.values()].filter((doc): doc is Complaint => doc.kind === 'complaint');

const SLOW = [
  '开球等候超过四十分钟，出发台没有人说明',
  '开球等候太久，等候四十多分钟',
  '预订九点，开球等候到九点四十分',
  '出发台排队，开球等候很久没有人管',
  '开球等候时间太长，要求退费',
];
const people = ['刘志远', '马丽', '钱进', '孙悦然', '何勇'];

function crowd(desk: Desk, change: (index: number) => Partial<ReceiveFields>): readonly Complaint[] {
  SLOW.forEach((summary, index) => {
    receive(
      desk,
      { name: people[index] ?? '', phone: `1391234567${index}`, summary, ...change(index) },
      `c${index + 1}`,
    );
    desk.now = hours(desk.now, 6);
  });
  return all(desk);
}

const proposed = (list: readonly Complaint[], of = list.at(-1)): number =>
  (of && collectiveProposal(of, list, DEFAULT_SETTINGS)?.customers) ?? 0;

describe('collective complaints', () => {
  it('are five different customers in one scope on one matter', () => {
    const list = crowd(newDesk(), () => ({}));
    expect(proposed(list)).toBe(5);
    expect(proposed(list.slice(0, 4))).toBe(0);
  });

  it.each([
    ['one person five times', () => ({ name: '刘志远', phone: '13912345678' })],
    [
      'one phone under several spellings of a name',
      (index: number) => ({ name: people[index] ?? '', phone: '13912345678' }),
    ],
    [
      'the same person under two spellings',
      (index: number) => (index === 4 ? { name: '马莉', phone: '13912345671' } : {}),
    ],
    [
      'a name without phone that another gave with one',
      (index: number) => (index === 4 ? { name: '马丽', phone: '' } : {}),
    ],
    ['one member number', (index: number) => (index > 2 ? { memberNo: 'M-0021' } : {})],
    ['another scope', (index: number) => (index === 2 ? { department: 'dep:coach' } : {})],
    ['another matter', (index: number) => (index === 2 ? { summary: '更衣室没有热水' } : {})],
  ])('are not %s', (_what, change: (index: number) => Partial<ReceiveFields>) => {
    expect(proposed(crowd(newDesk(), change))).toBe(0);
  });

  it('are not those further apart than the window', () => {
    const desk = newDesk();
    crowd(desk, () => ({}));
    const list = all(desk).map((one, index) => (index === 0 ? { ...one, day: '2026-11-14' } : one));
    expect(proposed(list)).toBe(0);
  });

  it('count every person once, also through a third record', () => {
    const desk = newDesk();
    receive(desk, { name: '马丽', phone: '13911110000' }, 'a');
    receive(desk, { name: '马莉', phone: '13911110000' }, 'b');
    receive(desk, { name: '马莉', phone: '' }, 'c');
    receive(desk, { name: '马丽', phone: '13922220000' }, 'd');
    expect(customersIn(all(desk))).toBe(2);
  });

  it('are confirmed by a person, checked again, and make the grade 重大 to be looked at', () => {
    const desk = newDesk();
    const ids = crowd(desk, () => ({})).map(({ id }) => id);
    expect(desk.codes(groupComplaints, { ids: ids.slice(0, 4) })).toEqual(['fewCustomers']);
    expect(desk.codes(groupComplaints, { ids: [...ids, 'none'] })).toEqual(['notFound']);
    expect(desk.codes(groupComplaints, { ids })).toEqual([]);
    for (const id of ids) {
      expect(standingOf(stateOf(desk, id).body).collective?.customers).toBe(5);
      expect(shownCriteria(stateOf(desk, id), desk.now)).toEqual(['collective']);
    }
    expect(proposed(all(desk))).toBe(0);
  });

  it('are not proposed again with one that a person took out', () => {
    const desk = newDesk();
    const ids = crowd(desk, () => ({})).map(({ id }) => id);
    desk.run(dismissProposal, { id: 'c5', as: 'collective', of: ids[0] ?? '' });
    expect(proposed(all(desk), stateOf(desk, 'c5'))).toBe(0);
  });
});

describe('a repeat', () => {
  const twice = (desk: Desk, change: Partial<ReceiveFields> = {}, after = 50): Complaint => {
    receive(desk);
    desk.now = hours(MORNING, after);
    return receive(desk, { summary: '上次开球等候四十分钟的事还没有答复', ...change }, 'c2');
  };

  it('is proposed with why: not answered in time, or not to satisfaction', () => {
    const desk = newDesk();
    const second = twice(desk);
    expect(repeatProposals(second, all(desk))).toMatchObject([{ earlier: { id: 'c1' }, cause: 'late' }]);
  });

  it('is none after an answer in time and to satisfaction', () => {
    const desk = newDesk();
    receive(desk);
    walk(desk, 'archive');
    desk.now = hours(MORNING, 50);
    receive(desk, {}, 'c2');
    expect(repeatProposals(stateOf(desk, 'c2'), all(desk))).toEqual([]);
  });

  it.each([
    ['another customer', { name: '马丽', phone: '13900001111' }],
    ['another matter', { summary: '餐厅上菜太慢' }],
    ['another scope', { department: 'dep:coach' }],
  ])('is none of %s', (_what, change) => {
    const desk = newDesk();
    expect(repeatProposals(twice(desk, change), all(desk))).toEqual([]);
  });

  it('is the same person by phone under another spelling', () => {
    const desk = newDesk();
    expect(repeatProposals(twice(desk, { name: '刘志元' }), all(desk))).toHaveLength(1);
  });

  it('is linked by a person once, to an earlier complaint, with a reason where the record shows none', () => {
    const desk = newDesk();
    twice(desk);
    const link = (id: string, of: string, cause: 'late' | 'other', reason = ''): readonly string[] =>
      desk.codes(linkRepeat, { id, of, cause, reason });
    expect(link('c1', 'c2', 'late')).toEqual(['of notEarlier']);
    expect(link('c1', 'c1', 'late')).toEqual(['of notFound']);
    expect(link('c2', 'c1', 'other')).toEqual(['reason required']);
    expect(link('c2', 'c1', 'late')).toEqual([]);
    expect(link('c2', 'c1', 'late')).toEqual(['alreadyLinked']);
    expect(shownCriteria(stateOf(desk, 'c2'), desk.now)).toEqual(['undelivered']);
  });

  it('is not proposed again when a person says that it is none', () => {
    const desk = newDesk();
    twice(desk);
    desk.run(dismissProposal, { id: 'c2', as: 'repeat', of: 'c1' });
    expect(repeatProposals(stateOf(desk, 'c2'), all(desk))).toEqual([]);
  });
});

describe('one matter', () => {
  const alike = (a: string, b: string): boolean => {
    const desk = newDesk();
    return sameMatter(receive(desk, { summary: a }, 'a'), receive(desk, { summary: b }, 'b'));
  };
  it.each([
    ['更衣室没有热水', '女更衣室热水不热', true],
    ['球车半路没电', '9 号球车没电，走回会所', true],
    ['更衣室没有热水', '餐厅上菜太慢', false],
    ['教练迟到二十分钟', '开球迟到被取消预订', false],
  ])('%s / %s: %s', (a, b, same) => expect(alike(a, b)).toBe(same));
});
