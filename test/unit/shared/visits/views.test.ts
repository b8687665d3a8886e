import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '@shared/core/settings';
import { emptyFields, type VisitFields } from '@shared/visits/fields';
import { fillFrom, offersForPhone, type Offer } from '@shared/visits/offers';
import { countStaleSince, isVisit, onSiteNow } from '@shared/visits/on-site';
import { recordStarterCounts } from '@shared/visits/record-starter-counts';
import { registerVisit } from '@shared/visits/register';
import { mustBeAsked } from '@shared/visits/rules';
import { visitRow } from '@shared/visits/rows';
import type { StarterCount, Visit } from '@shared/visits/schema';
import { signOut } from '@shared/visits/sign-out';
import { sweepVisits } from '@shared/visits/sweep';
import { voidVisit } from '@shared/visits/void';
import { CLERK, Desk, LEAD } from '../../../helpers/desk';

const at = (time: string, day = '2026-11-21'): string =>
  new Date(`${day}T${time}:00.000+08:00`).toISOString();

function register(desk: Desk, id: string, change: Partial<VisitFields> = {}): Visit {
  const fields = { ...emptyFields(CLERK.id, '咨询'), name: id, phone: '13812345678', ...change };
  expect(desk.run(registerVisit, { id, fields })).toEqual([]);
  return desk.get<Visit>(id);
}
const visitsOf = (desk: Desk): readonly Visit[] => [...desk.records.values()].filter(isVisit);

describe('offers for a known phone', () => {
  it('are the distinct visitors of that phone, newest first, with how often they came', () => {
    const desk = new Desk(at('09:00'));
    register(desk, 'v1', { name: '王建国', company: '海湾设备', timeIn: at('08:00') });
    register(desk, 'v2', { name: '李梅', timeIn: at('08:10') });
    register(desk, 'v3', { name: '王建国', company: '海湾设备', plate: '鲁B12345', timeIn: at('08:20') });
    register(desk, 'v4', { under14: true, guardianName: '李梅', consent: true, timeIn: at('08:30') });
    register(desk, 'v5', { name: '误登', timeIn: at('08:40') });
    desk.run(voidVisit, { id: 'v5', reason: '误登' }, { actor: LEAD });
    expect(offersForPhone(visitsOf(desk))).toMatchObject([
      { name: '王建国', company: '海湾设备', plate: '鲁B12345', visits: 2 },
      { name: '李梅', visits: 1 },
    ]);
  });

  it('fill what is empty and never touch what is typed', () => {
    const texts = fc.constantFrom('', '甲', '乙');
    const offer: fc.Arbitrary<Offer> = fc.record({
      name: texts,
      company: texts,
      plate: texts,
      department: texts,
      host: texts,
      purpose: texts,
      lastDay: fc.constant('2026-11-20'),
      visits: fc.constant(1),
    });
    const typed = fc.record({
      name: texts,
      company: texts,
      plate: texts,
      department: texts,
      host: texts,
      purpose: texts,
    });
    fc.assert(
      fc.property(offer, typed, (offered, change) => {
        const fields = { ...emptyFields(CLERK.id, ''), ...change };
        const filled = { ...fields, ...fillFrom(fields, offered) };
        for (const key of Object.keys(change) as (keyof typeof change)[])
          expect(filled[key]).toBe(fields[key] === '' ? offered[key] : fields[key]);
        expect(filled).toMatchObject({ phone: '', people: 1, remark: '' });
      }),
    );
  });
});

describe('on site now', () => {
  it('lists open visits, longest here first, and the latest telling of today', () => {
    const desk = new Desk(at('12:00'));
    register(desk, 'late', { timeIn: at('11:00'), people: 3 });
    register(desk, 'early', { timeIn: at('09:00') });
    register(desk, 'gone', { timeIn: at('08:00') });
    desk.run(signOut, { id: 'gone', timeOut: '' });
    const tell = (id: string, players: number, countedAt: string): unknown =>
      desk.run(recordStarterCounts, { id, players, caddies: 1, countedAt });
    tell('c1', 40, at('11:30'));
    tell('c2', 20, at('09:30'));
    tell('c3', 99, at('18:00', '2026-11-20'));
    const now = onSiteNow([...desk.records.values()], '2026-11-21');
    expect(now.visits.map(({ id }) => id)).toEqual(['early', 'late']);
    expect(now.visitors).toBe(4);
    expect(now.count?.id).toBe('c1');
    expect(onSiteNow([], '2026-11-21')).toEqual({ visits: [], visitors: 0, count: null });
  });

  it('asks the starter’s desk again after two hours, within opening hours', () => {
    const count = { body: { countedAt: at('12:00') } } as StarterCount;
    expect(countStaleSince(null, at('09:59'), DEFAULT_SETTINGS)).toBeNull();
    expect(countStaleSince(null, at('10:00'), DEFAULT_SETTINGS)).toBe(at('10:00'));
    expect(countStaleSince(count, at('13:59'), DEFAULT_SETTINGS)).toBeNull();
    expect(countStaleSince(count, at('14:30'), DEFAULT_SETTINGS)).toBe(at('14:00'));
    expect(countStaleSince(count, at('22:30'), DEFAULT_SETTINGS)).toBeNull();
  });
});

describe('the closing-time question', () => {
  it('concerns visits open over a closing time, once for each', () => {
    const desk = new Desk(at('18:00'));
    register(desk, 'v1');
    const asked = (now: string): boolean => mustBeAsked(desk.get<Visit>('v1'), now, DEFAULT_SETTINGS);
    expect(asked(at('21:59'))).toBe(false);
    expect(asked(at('22:00'))).toBe(true);
    expect(asked(at('08:00', '2026-11-22'))).toBe(true);
    desk.now = at('22:05');
    desk.run(sweepVisits, { answers: [{ id: 'v1', answer: 'stillHere' }] });
    expect(asked(at('23:00'))).toBe(false);
    expect(asked(at('22:00', '2026-11-22'))).toBe(true);
  });

  it('knows a closing time after midnight', () => {
    const settings = { ...DEFAULT_SETTINGS, closingTime: '01:30' };
    const desk = new Desk(at('23:00'), settings);
    const visit = register(desk, 'v1');
    expect(mustBeAsked(visit, at('01:00', '2026-11-22'), settings)).toBe(false);
    expect(mustBeAsked(visit, at('01:30', '2026-11-22'), settings)).toBe(true);
  });
});

describe('a row of the register', () => {
  const options = {
    nameOf: (id: string) => ({ 'dept:course': '球场部', [CLERK.id]: CLERK.name })[id] ?? id,
    showPhones: false,
    cutOffHour: 4,
  };

  it('masks the phone, names who and where, and shows a later day of leaving', () => {
    const desk = new Desk(at('09:00'));
    register(desk, 'v1', {
      department: 'dept:course',
      host: '张工',
      outcome: 'handedOver',
      transferDepartment: 'dept:course',
    });
    desk.now = at('05:00', '2026-11-22');
    desk.run(signOut, { id: 'v1', timeOut: '' });
    expect(visitRow(desk.get<Visit>('v1'), options)).toMatchObject({
      date: '2026-11-21',
      phone: '138****5678',
      visiting: '球场部 张工',
      timeIn: '09:00',
      timeOut: '11-22 05:00',
      receivedBy: '林晓彤',
      outcome: '转球场部，待答复',
    });
    expect(visitRow(desk.get<Visit>('v1'), { ...options, showPhones: true }).phone).toBe('13812345678');
  });

  it('says what is void, unrecorded, and waiting for a signature', () => {
    const desk = new Desk(at('09:00'));
    register(desk, 'v1');
    register(desk, 'v2', { under14: true, guardianName: '李梅', consent: true });
    desk.run(voidVisit, { id: 'v1', reason: '重复' }, { actor: LEAD });
    desk.run(sweepVisits, { answers: [{ id: 'v2', answer: 'unrecorded' }] });
    expect(visitRow(desk.get<Visit>('v1'), options)).toMatchObject({ isVoid: true, outcome: '作废：重复' });
    expect(visitRow(desk.get<Visit>('v2'), options)).toMatchObject({
      name: '李梅（监护人）',
      timeOut: '未登记',
      remark: '14 岁以下，同意书待签字',
    });
  });
});
