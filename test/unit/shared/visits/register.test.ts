import { describe, expect, it } from 'vitest';
import { emptyFields, type VisitFields } from '@shared/visits/fields';
import { registerVisit } from '@shared/visits/register';
import type { Visit } from '@shared/visits/schema';
import { CLERK, Desk } from '../../../helpers/desk';

const NOW = '2026-11-21T01:42:30.500Z'; // 09:42 in Shanghai
const fields = (change: Partial<VisitFields> = {}): VisitFields => ({
  ...emptyFields(CLERK.id, '咨询'),
  name: '王建国',
  phone: '138 1234 5678',
  ...change,
});
const register = (change: Partial<VisitFields> = {}, desk = new Desk(NOW)): readonly string[] =>
  desk.codes(registerVisit, { id: 'v1', fields: fields(change) });

describe('registering a visit', () => {
  it('stores what was typed, now, on site, with the day’s number and a log entry', () => {
    const desk = new Desk(NOW);
    expect(register({ company: ' 青岛 海湾\n设备 ', plate: '鲁b12345' }, desk)).toEqual([]);
    const visit = desk.get<Visit>('v1');
    expect(visit).toMatchObject({
      status: 'onSite',
      day: '2026-11-21',
      key: '13812345678',
      dueAt: '9999',
      by: CLERK.id,
    });
    expect(visit.body).toMatchObject({
      no: 'LF-A-20261121-0001',
      phone: '13812345678',
      company: '青岛 海湾 设备',
      plate: '鲁B12345',
      timeIn: '2026-11-21T01:42:00.000Z',
      timeOut: '',
      receivedBy: CLERK.id,
    });
    expect(visit.body.log).toMatchObject([{ act: 'visit.register', by: CLERK.id, desk: 'A' }]);
  });

  it('names every fault beside its field at once', () => {
    expect(register({ name: '  ', phone: '1234', people: 0, purpose: '', receivedBy: '' })).toEqual([
      'phone badPhone',
      'name required',
      'people badNumber',
      'purpose required',
      'receivedBy required',
    ]);
  });

  it.each([
    ['name', 40],
    ['company', 80],
    ['host', 40],
    ['details', 500],
    ['plate', 12],
    ['badge', 20],
    ['remark', 500],
  ] as const)('takes %s up to %i characters and says so beyond', (field, max) => {
    expect(register({ [field]: '𬭚'.repeat(max) })).toEqual([]);
    expect(
      new Desk(NOW).run(registerVisit, { id: 'v1', fields: fields({ [field]: '字'.repeat(10_000) }) }),
    ).toEqual([{ field, code: 'tooLong', params: { max, length: 10_000 } }]);
    expect(register({ [field]: '字'.repeat(max + 1) })).toEqual([`${field} tooLong`]);
  });

  it.each([null, 1.5, -1, 1000, Number.NaN])('refuses %j people', (people) => {
    expect(register({ people })).toEqual(['people badNumber']);
  });

  it('refuses a future time but forgives two minutes of a clock that runs ahead', () => {
    expect(register({ timeIn: '2026-11-21T01:46:00.000Z' })).toEqual(['timeIn inFuture']);
    const desk = new Desk(NOW);
    expect(register({ timeIn: '2026-11-21T01:44:00.000Z' }, desk)).toEqual([]);
    expect(desk.get<Visit>('v1').body.timeIn).toBe('2026-11-21T01:42:00.000Z');
    expect(register({ timeOut: '2026-11-22T01:00:00.000Z' })).toEqual(['timeOut inFuture']);
  });

  it('refuses leaving before coming and takes both in one minute', () => {
    const timeIn = '2026-11-21T01:30:00.000Z';
    expect(register({ timeIn, timeOut: '2026-11-21T01:29:00.000Z' })).toEqual(['timeOut timeOutBeforeIn']);
    const desk = new Desk(NOW);
    expect(register({ timeIn, timeOut: timeIn }, desk)).toEqual([]);
    expect(desk.get<Visit>('v1').status).toBe('left');
  });

  it('takes a visit of the business day before with that day’s number, none older', () => {
    const desk = new Desk(NOW);
    expect(register({ timeIn: '2026-11-20T12:00:00.000Z' }, desk)).toEqual([]);
    expect(desk.get<Visit>('v1')).toMatchObject({ day: '2026-11-20', body: { no: 'LF-A-20261120-0001' } });
    expect(register({ timeIn: '2026-11-19T12:00:00.000Z' })).toEqual(['timeIn timeInTooEarly']);
  });

  it('counts a time after midnight to the business day before the cut-off', () => {
    const desk = new Desk('2026-11-21T17:10:00.000Z'); // 01:10 of the 22nd
    expect(register({}, desk)).toEqual([]);
    expect(desk.get<Visit>('v1').day).toBe('2026-11-21');
  });

  it('starts the transfer clock when the matter goes to a department', () => {
    expect(register({ outcome: 'handedOver' })).toEqual(['transferDepartment required']);
    const desk = new Desk(NOW);
    expect(register({ outcome: 'handedOver', transferDepartment: 'dept:course' }, desk)).toEqual([]);
    const due = '2026-11-21T02:12:30.500Z';
    expect(desk.get<Visit>('v1')).toMatchObject({
      dueAt: due,
      body: { transfer: { department: 'dept:course', dueAt: due } },
    });
  });

  it('keeps of a child only the guardian’s name and consent, and waits for the signature', () => {
    expect(register({ under14: true, name: '小宝', guardianName: '' })).toEqual([
      'guardianName required',
      'consent consentRequired',
    ]);
    const desk = new Desk(NOW);
    const child = {
      under14: true,
      name: '小宝',
      company: '实验小学',
      plate: '鲁B1',
      guardianName: '李梅',
      consent: true,
    };
    expect(register(child, desk)).toEqual([]);
    const visit = desk.get<Visit>('v1');
    expect(visit.body.guardian).toEqual({
      name: '李梅',
      consent: true,
      signature: { mode: 'paper', name: '李梅', at: NOW, archiveNo: '' },
    });
    expect(JSON.stringify(visit)).not.toMatch(/小宝|实验小学|13812345678|鲁B1/);
    expect(visit.dueAt).toBe('2026-11-21T14:00:00.000Z'); // closing time
  });

  it('takes the guardian’s signature on screen, which then waits for nothing', () => {
    const child = { under14: true, guardianName: '李梅', consent: true };
    expect(register({ ...child, signature: { mode: 'screen', strokes: null } })).toEqual([
      'signature signatureMissing',
    ]);
    const desk = new Desk(NOW);
    const strokes = { width: 100, height: 40, strokes: [[[5, 20] as const, [60, 22] as const]] };
    expect(register({ ...child, signature: { mode: 'screen', strokes } }, desk)).toEqual([]);
    expect(desk.get<Visit>('v1')).toMatchObject({
      dueAt: '9999',
      body: { guardian: { signature: { mode: 'screen', strokes } } },
    });
  });

  it('makes no second visit of one id', () => {
    const desk = new Desk(NOW);
    expect(register({}, desk)).toEqual([]);
    expect(register({ name: '别人' }, desk)).toEqual(['recordExists']);
  });
});
