/** The weekly sheet: versions in its log, confirmations by PIN, and what is counted for whom. */
import { beforeEach, describe, expect, it } from 'vitest';
import { NEVER_DUE, type Envelope } from '@shared/core/envelope';
import { instantOf } from '@shared/core/time';
import { attendMeeting } from '@shared/meetings/attend';
import { saveMeeting, type MeetingFields } from '@shared/meetings/save';
import { attendeesOf, meetingId, mondayOf, type Meeting } from '@shared/meetings/schema';
import { personWeek } from '@shared/meetings/week';
import { meet } from '@shared/sync/merge';
import { CLERK, Desk, LEAD, pinOf } from '../../../helpers/desk';

const WEEK = '2026-11-16';
const entry = (id: string, work: string) => ({ id, name: id, work, improve: '' });
const FIELDS: MeetingFields = {
  host: LEAD.id,
  heldOn: '2026-11-21',
  entries: [entry('a', '接待来访 12 人次'), entry('b', '')],
  passedOn: '下周起执行新价目',
};
let desk: Desk;
beforeEach(() => {
  desk = new Desk(instantOf('2026-11-21T17:00'));
  desk.records.set(LEAD.id, {
    id: LEAD.id,
    kind: 'staff',
    status: 'active',
    day: WEEK,
    dueAt: NEVER_DUE,
    desk: 'A',
    by: LEAD.id,
    at: desk.now,
    ver: { A: 1 },
    key: '',
    body: { v: 1 },
  });
});

const save = (change: Partial<MeetingFields> = {}, week = WEEK): readonly string[] =>
  desk.codes(saveMeeting, { week, fields: { ...FIELDS, ...change } });
const attend = (witnesses = [pinOf(CLERK)]): readonly string[] =>
  desk.codes(attendMeeting, { week: WEEK, staff: CLERK.id }, { witnesses });
const meeting = (): Meeting => desk.get<Meeting>(meetingId(WEEK));

describe('the sheet', () => {
  it('keeps what every version changed', () => {
    expect(save()).toEqual([]);
    expect(save()).toEqual(['nothingChanged']);
    expect(save({ passedOn: '改为下月' })).toEqual([]);
    expect(meeting().body.log?.at(-1)?.changes).toEqual([
      { field: 'passedOn', from: '下周起执行新价目', to: '改为下月' },
    ]);
  });

  it('is of a week that has begun, with a host, and not held before it', () => {
    expect(mondayOf('2026-11-22')).toBe(WEEK);
    expect(save({}, '2026-11-17')).toEqual(['weekUnknown']);
    expect(save({}, '2026-11-23')).toEqual(['weekUnknown']);
    expect(save({ host: '' })).toEqual(['host required']);
    expect(save({ heldOn: '2026-11-22' })).toEqual(['heldOn inFuture']);
    expect(save({ heldOn: '2026-11-15' })).toEqual(['heldOn beforeWeek']);
  });

  it('is confirmed by PIN once it was held; after a change again', () => {
    save({ heldOn: '' });
    expect(attend()).toEqual(['meetingNotHeld']);
    save();
    expect(attend([])).toEqual(['pinMissing']);
    expect(attend()).toEqual([]);
    expect(attend()).toEqual(['alreadyAttended']);
    desk.now = instantOf('2026-11-21T18:00');
    save({ passedOn: '改为下月' });
    expect(attendeesOf(meeting())).toMatchObject([{ staff: CLERK.id, changedSince: true }]);
    expect(attend()).toEqual([]);
  });

  it('holds what two desks wrote about two people while apart', () => {
    save();
    const base = meeting();
    const other = new Desk(desk.now, desk.settings, 'B');
    for (const [id, doc] of desk.records) other.records.set(id, doc);
    save({ entries: [entry('a', '甲'), entry('b', '')] });
    other.run(
      saveMeeting,
      { week: WEEK, fields: { ...FIELDS, entries: [entry('a', '接待来访 12 人次'), entry('b', '乙')] } },
      { actId: 'act-b' },
    );
    const met = meet('roster', other.get(meetingId(WEEK)), base, meeting(), 'B');
    if (met.become !== 'merged') throw new Error(met.become);
    expect((met.doc as Meeting).body.entries.map(({ work }) => work)).toEqual(['甲', '乙']);
  });
});

it('counts each person’s own records of the week, voided ones aside', () => {
  const doc = (id: string, kind: string, by: string, day: string, status = 'left', body = {}): Envelope => ({
    id,
    kind,
    status,
    day,
    dueAt: NEVER_DUE,
    desk: 'A',
    by,
    at: `${day}T02:00:00.000Z`,
    ver: { A: 1 },
    key: by,
    body: { v: 1, ...body },
  });
  const task = (id: string, status: string, at: string): Envelope =>
    doc(id, 'task', 'boss', '2026-11-01', status, {
      title: id,
      log: [{ id, act: 'task.finish', at, by: 'me', desk: 'A' }],
    });
  const records = [
    doc('1', 'visit', 'me', '2026-11-16'),
    doc('2', 'visit', 'me', '2026-11-22'),
    doc('3', 'visit', 'me', '2026-11-23'),
    doc('4', 'visit', 'me', '2026-11-17', 'void'),
    doc('5', 'visit', 'you', '2026-11-17'),
    doc('6', 'sale', 'me', '2026-11-17'),
    { ...task('价签', 'confirmed', '2026-11-18T02:00:00.000Z'), key: 'me' },
    { ...task('旧事', 'confirmed', '2026-11-10T02:00:00.000Z'), key: 'me' },
    { ...task('未完', 'accepted', '2026-11-18T02:00:00.000Z'), key: 'me' },
  ];
  const week = personWeek(records, 'me', { from: WEEK, to: '2026-11-22', cutOffHour: 4 });
  expect(week.counts).toMatchObject({ visits: 2, sales: 1, fees: 0 });
  expect(week.finished).toEqual(['价签']);
  expect(week.open).toEqual(['未完']);
});
