/** Who a phone belongs to is offered from all registers, never filled by itself (DOMAIN §3.1, §3.10). */
import { describe, expect, it } from 'vitest';
import type { Envelope } from '@shared/core/envelope';
import { fillParty, knownPeople, namesPhone, peopleIn } from '@shared/service/known';

const PHONE = '13812345678';

function record(id: string, kind: string, body: object, rest: Partial<Envelope> = {}): Envelope {
  return {
    id,
    kind,
    status: 'open',
    day: '2026-11-21',
    dueAt: '9999',
    desk: 'A',
    by: 's1',
    at: '2026-11-21T02:00:00.000Z',
    key: '',
    ver: {},
    body: { v: 1, ...body },
    ...rest,
  };
}

const visit = (id: string, name: string, rest: Partial<Envelope> = {}, more: object = {}): Envelope =>
  record(id, 'visit', { name, phone: PHONE, purpose: '咨询', guardian: null, ...more }, rest);

describe('people known by a phone', () => {
  it('are told apart by name, the latest first, with what any record knows of them', () => {
    const records = [
      visit('1', '王建国', { day: '2026-11-01' }),
      record(
        '2',
        'sale',
        { customer: { name: '王建国', phone: PHONE, memberNo: 'HY0088' } },
        { day: '2026-10-02' },
      ),
      visit('3', '李秀英', { day: '2026-11-20' }),
      visit('4', '写错的人', { status: 'void' }),
    ];
    expect(knownPeople(records, PHONE)).toEqual([
      { name: '李秀英', phone: PHONE, identity: '', memberNo: '', lastDay: '2026-11-20', count: 1 },
      {
        name: '王建国',
        phone: PHONE,
        identity: 'member',
        memberNo: 'HY0088',
        lastDay: '2026-11-01',
        count: 2,
      },
    ]);
  });

  it('are not those whose number only holds the digits', () => {
    const other = record('1', 'enquiry', {
      customer: { name: '赵', phone: `0${PHONE}`, identity: 'guest', memberNo: '' },
    });
    expect(namesPhone(other, PHONE)).toBe(false);
    expect(knownPeople([other], PHONE)).toEqual([]);
  });

  it('are customers: no employee who found something, no child, no firm', () => {
    const found = record('1', 'foundItem', {
      finder: { kind: 'employee', name: '小陈', phone: PHONE },
      events: [{ type: 'claimed', claim: { name: '周敏', phone: PHONE } }, { type: 'stored' }],
    });
    expect(peopleIn(found).map(({ name }) => name)).toEqual(['周敏']);
    expect(peopleIn(visit('2', '', {}, { guardian: { name: '家长' } }))).toEqual([]);
    expect(peopleIn(record('3', 'account', { type: 'onAccount', name: '某公司', phone: PHONE }))).toEqual([]);
    expect(peopleIn(record('4', 'syncConflict', { pairs: [] }))).toEqual([]);
  });
});

describe('filling from a known person', () => {
  const known = { name: '王建国', phone: PHONE, identity: 'member' as const, memberNo: 'HY0088' };
  it('fills what is empty', () => {
    const typed = { name: '', phone: PHONE, identity: '', memberNo: '' };
    expect(fillParty(typed, known)).toEqual({ name: '王建国', identity: 'member', memberNo: 'HY0088' });
  });
  it('never overwrites what is typed', () => {
    const typed = { name: '王太太', phone: PHONE, identity: 'guest', memberNo: '' };
    expect(fillParty(typed, known)).toEqual({ memberNo: 'HY0088' });
  });
});
