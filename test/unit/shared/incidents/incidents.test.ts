/** Emergencies by example and by property (DOMAIN §3.11). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Envelope } from '@shared/core/envelope';
import { DEFAULT_SETTINGS, type EmergencyContact, type Settings } from '@shared/core/settings';
import { closeIncident, voidIncident } from '@shared/incidents/finish';
import { incidentReport } from '@shared/incidents/forms/report';
import { addMeasure, addPerson, markRoll, recordCall, takeBackCall } from '@shared/incidents/notify';
import { isCalled } from '@shared/incidents/notification';
import { correctIncident, reportIncident, type IncidentFields } from '@shared/incidents/report';
import type { Call, Incident, ListedPerson } from '@shared/incidents/schema';
import { callQueue, peopleOf, tally, toldState } from '@shared/incidents/state';
import { meet } from '@shared/sync/merge';
import { CLERK, Desk, HR, LEAD } from '../../../helpers/desk';

const NOW = '2026-11-21T01:42:30.500Z'; // 09:42 in Shanghai, the early shift
const COLLEAGUE = { ...CLERK, id: 'staff:1003', name: '赵一鸣' };
const CONTACTS: readonly EmergencyContact[] = [
  { name: '陈总', phone: '13900000001', role: '总经理', department: '', level: '重大' },
  { name: '保安队长', phone: '13900000002', role: '保安', department: 'd:security', level: '重大' },
  { name: '工程值班', phone: '', role: '工程', department: '', level: '一般' },
];
const settings: Settings = { ...DEFAULT_SETTINGS, emergencyContacts: CONTACTS };

const record = (id: string, kind: string, status: string, key: string, body: object): Envelope =>
  ({
    id,
    kind,
    status,
    key,
    day: '2026-11-21',
    dueAt: '9999',
    desk: 'A',
    by: CLERK.id,
    at: NOW,
    ver: '1-A',
    body: { v: 1, ...body },
  }) as unknown as Envelope;

/** A club with a published roster, a clerk on duty, one visit, and what the starter's desk told. */
function club(): Desk {
  const desk = new Desk(NOW, settings);
  for (const doc of [
    record('d:security', 'department', 'active', '', { name: '保安部' }),
    record(CLERK.id, 'staff', 'active', '', { name: CLERK.name, phone: '' }),
    record(COLLEAGUE.id, 'staff', 'active', '', { name: COLLEAGUE.name, phone: '13700000003' }),
    record('duty:2026-11-21:staff:1003', 'duty', 'planned', COLLEAGUE.id, { plan: ['early'] }),
    record('period', 'rosterPeriod', 'published', '', { from: '2026-11-16', to: '2026-11-22' }),
    record('v1', 'visit', 'onSite', '', {
      name: '刘志远',
      people: 3,
      company: '海信',
      phone: '13912345678',
      guardian: '',
      timeIn: NOW,
    }),
    record('c1', 'starterCount', 'told', '', { players: 24, caddies: 20, countedAt: NOW }),
  ])
    desk.records.set(doc.id, doc);
  return desk;
}

const typed = (change: Partial<IncidentFields> = {}): IncidentFields => ({
  occurredAt: '',
  place: '二楼更衣室',
  what: '吊顶冒烟',
  reporter: '林晓彤',
  level: '一般',
  departments: [],
  ...change,
});

function reported(change: Partial<IncidentFields> = {}): Desk {
  const desk = club();
  expect(desk.codes(reportIncident, { id: 'i1', fields: typed(change) })).toEqual([]);
  return desk;
}
const incidentOf = (desk: Desk): Incident => desk.get<Incident>('i1');
const ids = (desk: Desk): readonly string[] => incidentOf(desk).body.people.map(({ id }) => id);
const CONTACT = (name: string, phone = ''): string => `contact:${name}:${phone}`;

describe('an emergency', () => {
  it('is numbered, due at once, and lists contacts of its level, staff on duty, visitors, players and caddies', () => {
    const desk = reported();
    const incident = incidentOf(desk);
    expect(incident).toMatchObject({ status: 'open', dueAt: '2026-11-21T01:42:00.000Z' });
    expect(incident.body.no).toBe('JJ-A-20261121-0001');
    expect(ids(desk)).toEqual([
      CONTACT('工程值班'),
      COLLEAGUE.id.replace('staff:', 'staff:staff:'),
      `staff:${CLERK.id}`,
      'visit:v1',
      'players',
      'caddies',
    ]);
    expect(tally(peopleOf(incident.body))).toMatchObject({ all: 50, told: 0, onSite: 49 });
  });

  it.each([
    ['no place', { place: '' }, ['place required']],
    ['nothing that happened', { what: ' ' }, ['what required']],
    ['a level of nowhere', { level: '特大' }, ['level required']],
    ['a department of nowhere', { departments: ['d:x'] }, ['departments departmentGone']],
    ['a time to come', { occurredAt: '2026-11-22T01:00:00.000Z' }, ['occurredAt inFuture']],
  ])('is refused with %s', (_what, change, codes) => {
    expect(club().codes(reportIncident, { id: 'i1', fields: typed(change) })).toEqual(codes);
  });

  it('calls further contacts when its level or departments grow, and loses nobody when they shrink', () => {
    const desk = reported();
    expect(desk.codes(correctIncident, { id: 'i1', fields: typed({ departments: ['d:security'] }) })).toEqual(
      [],
    );
    expect(ids(desk)).toContain(CONTACT('保安队长', '13900000002'));
    desk.run(correctIncident, { id: 'i1', fields: typed({ level: '重大' }) });
    expect(ids(desk)).toContain(CONTACT('陈总', '13900000001'));
    desk.run(correctIncident, { id: 'i1', fields: typed() });
    expect(ids(desk)).toHaveLength(8);
    expect(new Set(ids(desk)).size).toBe(8);
  });

  it('brings the unreached back until they are reached or told in person', () => {
    const desk = reported();
    const person = `staff:${COLLEAGUE.id}`;
    const stateOf = (): string =>
      peopleOf(incidentOf(desk).body).find((one) => one.person.id === person)?.state ?? '';
    const call = (outcome: 'reached' | 'notReached' | 'inPerson', of = person): readonly string[] =>
      desk.codes(recordCall, { id: 'i1', person: of, outcome, note: '' });
    expect(call('notReached')).toEqual([]);
    expect(stateOf()).toBe('unreached');
    expect(callQueue(peopleOf(incidentOf(desk).body)).map((one) => one.person.id)).toEqual([
      'visit:v1',
      person,
    ]);
    expect(call('inPerson')).toEqual([]);
    expect(stateOf()).toBe('told');
    expect(call('reached', 'players')).toEqual(['outcome noContactData']);
    expect(call('inPerson', 'players')).toEqual([]);
    expect(call('reached', 'nobody')).toEqual(['notFound']);
  });

  it('is closed with a reason only while somebody is not told or missing', () => {
    const desk = reported();
    const done = { id: 'i1', result: '扑灭', summary: '线路老化', openReason: '' };
    expect(desk.codes(closeIncident, done)).toEqual(['openReason peopleLoose']);
    for (const { id } of incidentOf(desk).body.people)
      desk.run(recordCall, { id: 'i1', person: id, outcome: 'inPerson', note: '' });
    desk.run(markRoll, { id: 'i1', people: ['visit:v1'], mark: 'missing' });
    expect(desk.codes(closeIncident, done)).toEqual(['openReason peopleLoose']);
    desk.run(markRoll, { id: 'i1', people: ['visit:v1'], mark: 'safe' });
    expect(desk.codes(closeIncident, { ...done, result: '' })).toEqual(['result required']);
    expect(desk.codes(closeIncident, done)).toEqual([]);
    expect(incidentOf(desk)).toMatchObject({ status: 'closed', body: { openReason: '' } });
    expect(desk.codes(addMeasure, { id: 'i1', text: '晚了' })).toEqual(['incidentClosed']);
  });

  it('takes a wrong answer back: it stands in the list with who and when, and counts no longer', () => {
    const desk = reported();
    const person = 'visit:v1';
    const stateOf = (): string =>
      peopleOf(incidentOf(desk).body).find((one) => one.person.id === person)?.state ?? '';
    desk.run(recordCall, { id: 'i1', person, outcome: 'notReached', note: '' }, { actId: 'first' });
    desk.run(recordCall, { id: 'i1', person, outcome: 'reached', note: '' }, { actId: 'wrong' });
    expect(stateOf()).toBe('told');
    expect(desk.codes(takeBackCall, { id: 'i1', call: 'wrong' }, { actor: LEAD, actId: 'back' })).toEqual([]);
    expect(stateOf()).toBe('unreached');
    expect(incidentOf(desk).body.calls.at(-1)).toMatchObject({
      outcome: 'takenBack',
      takes: 'wrong',
      by: LEAD.id,
    });
    expect(desk.codes(takeBackCall, { id: 'i1', call: 'wrong' })).toEqual(['notFound']);
    expect(desk.codes(takeBackCall, { id: 'i1', call: 'back' })).toEqual(['notFound']);
    desk.run(takeBackCall, { id: 'i1', call: 'first' });
    expect(stateOf()).toBe('toCall');
    const { blocks } = incidentReport({
      club: '',
      incident: incidentOf(desk),
      departments: [],
      names: {},
      phones: {},
    });
    expect(JSON.stringify(blocks)).toContain('撤回上一条');
  });

  it('is voided by a lead, never by whoever reported it', () => {
    const desk = club();
    desk.run(reportIncident, { id: 'i1', fields: typed() }, { actor: LEAD });
    expect(desk.codes(voidIncident, { id: 'i1', reason: '误报' }, { actor: LEAD })).toEqual([
      'lead notOwnApproval',
    ]);
  });

  it('takes somebody no list knows, by a short number too, and is void with a reason', () => {
    const desk = reported();
    const added = { id: 'i1', name: '消防队', phone: '119', role: '', onSite: false };
    expect(desk.codes(addPerson, added)).toEqual([]);
    expect(desk.codes(addPerson, { ...added, name: '', phone: 'abc' })).toEqual([
      'name required',
      'phone badPhone',
    ]);
    expect(desk.codes(voidIncident, { id: 'i1', reason: '' }, { actor: LEAD })).toEqual(['reason required']);
    expect(desk.codes(voidIncident, { id: 'i1', reason: '误报' })).toEqual(['lead leadMustConfirm']);
    expect(desk.codes(voidIncident, { id: 'i1', reason: '误报' }, { actor: LEAD })).toEqual([]);
    expect(desk.codes(addMeasure, { id: 'i1', text: '晚了' })).toEqual(['recordVoid']);
    expect(incidentOf(desk).body.people.at(-1)?.phone).toBe('119');
  });

  it('prints everybody at any moment: those without contact data apart', () => {
    const desk = reported();
    const incident = incidentOf(desk);
    const form = incidentReport({ club: '俱乐部', incident, departments: [], names: {}, phones: {} });
    const tables = form.blocks.filter((block) => block.type === 'table');
    expect(tables[0]?.rows.map((row) => row[1])).toEqual(['赵一鸣', '刘志远（3 人）']);
    expect(tables[1]?.rows.map((row) => row[1])).toEqual([
      '工程值班',
      '林晓彤',
      '球场客人（24 人）',
      '球童（20 人）',
    ]);
    expect(tables[2]?.rows).toHaveLength(5);
  });

  it('keeps what two desks did at once', () => {
    const desk = reported();
    const base = incidentOf(desk);
    const other = new Desk('2026-11-21T01:45:00.000Z', settings, 'B');
    other.records.set(base.id, base);
    desk.run(recordCall, { id: 'i1', person: 'visit:v1', outcome: 'reached', note: '' }, { actId: 'at-A' });
    other.run(
      recordCall,
      { id: 'i1', person: `staff:${COLLEAGUE.id}`, outcome: 'notReached', note: '' },
      { actId: 'at-B' },
    );
    const meeting = meet('tickets', incidentOf(other), base, incidentOf(desk), 'B');
    expect(meeting.become).toBe('merged');
    const { calls } = (meeting as unknown as { readonly doc: Incident }).doc.body;
    expect(calls.map(({ id }) => id)).toEqual(['at-A', 'at-B']);
  });

  it('is not HR’s to report', () => {
    expect(reportIncident.roles).not.toContain(HR.roles[0]);
  });
});

const person = fc.record({
  id: fc.uuid(),
  phone: fc.constantFrom('', '13900000000'),
  people: fc.integer({ min: 1, max: 30 }),
  onSite: fc.boolean(),
});
const outcomes = fc.constantFrom('reached', 'notReached', 'inPerson');

describe('the notification list', () => {
  it('loses nobody: whoever is not told is in the queue or among those told in person', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(person, { selector: ({ id }) => id, maxLength: 20 }),
        fc.array(fc.tuple(fc.nat(19), outcomes), { maxLength: 60 }),
        (people, tries) => {
          const listed = people.map((one): ListedPerson => ({
            ...one,
            source: 'added',
            name: 'x',
            role: '',
          }));
          const calls = tries.flatMap(([at, outcome], index): readonly Call[] => {
            const of = listed[at];
            return of
              ? [
                  {
                    id: `c${index}`,
                    person: of.id,
                    at: NOW,
                    by: 's',
                    outcome: outcome,
                    note: '',
                  },
                ]
              : [];
          });
          const states = peopleOf({ ...incidentBody, people: listed, calls });
          const queue = new Set(callQueue(states).map((one) => one.person.id));
          for (const { person: one, state } of states) {
            const told = calls.some((call) => call.person === one.id && call.outcome !== 'notReached');
            expect(state === 'told').toBe(told);
            expect(queue.has(one.id)).toBe(!told && one.phone !== '');
            expect(state === 'inPerson').toBe(!told && one.phone === '');
          }
          const sum = listed.reduce((total, one) => total + one.people, 0);
          expect(tally(states).all).toBe(sum);
        },
      ),
    );
  });

  it('calls whom a lower level calls at every higher one, and an unknown level always', () => {
    const levels = ['一般', '较大', '重大'];
    fc.assert(
      fc.property(fc.constantFrom('一般', '较大', '重大', '旧级别'), fc.nat(1), (level, at) => {
        const contact = { name: 'x', phone: '', role: '', department: '', level };
        if (isCalled(contact, levels[at] ?? '', [], levels))
          expect(isCalled(contact, levels[at + 1] ?? '', [], levels)).toBe(true);
      }),
    );
    expect(toldState({ phone: '' } as ListedPerson, [])).toBe('inPerson');
  });
});

const incidentBody = {
  v: 1,
  occurredAt: NOW,
  place: '',
  what: '',
  reporter: '',
  level: '',
  departments: [],
  people: [],
  calls: [],
  marks: [],
  measures: [],
  result: '',
  summary: '',
  closedAt: '',
  openReason: '',
};
