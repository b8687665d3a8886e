/** Notes, signing off, reading: what the commands allow and refuse, and what two desks make of one log. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@shared/core/command';
import { NEVER_DUE, type Envelope } from '@shared/core/envelope';
import { instantOf } from '@shared/core/time';
import { acknowledgeLog } from '@shared/shift-log/acknowledge';
import { finishNote } from '@shared/shift-log/finish-note';
import { doneOf, readersOf, slotLogs, unreadIn, type LogRecord } from '@shared/shift-log/reading';
import type { Note, ShiftLog } from '@shared/shift-log/schema';
import { signOffId, signOffShift } from '@shared/shift-log/sign-off';
import { EMPTY_NOTE, writeNote, type NoteFields } from '@shared/shift-log/write-note';
import { meet } from '@shared/sync/merge';
import { giveTask } from '@shared/tasks/give';
import type { Task } from '@shared/tasks/schema';
import { emptyFields } from '@shared/visits/fields';
import { registerVisit } from '@shared/visits/register';
import { CLERK, Desk, FINANCE, LEAD, pinOf } from '../../../helpers/desk';
import { opened } from '../../../helpers/tills';

const NEXT: Actor = { id: 'staff:1003', name: '赵一鸣', roles: ['clerk'], departments: [] };
const EARLY = { desk: 'A', day: '2026-11-21', shift: 'early' };
const at = (time: string): string => instantOf(`2026-11-21T${time}`);

let desk: Desk;
beforeEach(() => {
  desk = new Desk(at('09:42'));
  for (const { id, name, roles } of [CLERK, NEXT, LEAD, FINANCE])
    desk.records.set(id, {
      id,
      kind: 'staff',
      status: 'active',
      day: '2026-11-01',
      dueAt: NEVER_DUE,
      desk: 'A',
      by: id,
      at: at('06:00'),
      ver: { A: 1 },
      key: '',
      body: { v: 1, name, roles, staffNo: id, departments: [], phone: '' } as Envelope['body'],
    });
});

const note = (id: string, change: Partial<NoteFields> = {}, adds = ''): readonly string[] =>
  desk.codes(writeNote, {
    id,
    slot: EARLY,
    adds,
    fields: { ...EMPTY_NOTE, text: '三号柜钥匙待还', ...change },
  });

const signOff = (actor = CLERK, handTo: readonly { matter: string; to: string }[] = []): readonly string[] =>
  desk.codes(
    signOffShift,
    { slot: EARLY, remark: '', handTo, overdue: [{ title: '早班清点还没有做', detail: '' }] },
    { actor },
  );

const read = (reader: Actor, witnesses = [pinOf(reader)]): readonly string[] =>
  desk.codes(acknowledgeLog, { slot: EARLY, reader: reader.id }, { actor: CLERK, witnesses });

const log = () => {
  const records = [...desk.records.values()].filter(({ kind }) => kind === 'note' || kind === 'shiftLog');
  const found = slotLogs(records as unknown as readonly LogRecord[], ['early', 'late'])[0];
  if (!found) throw new Error('no log');
  return found;
};

describe('a note', () => {
  it('stands in the log of the shift it was written for', () => {
    expect(note('n1', { to: NEXT.id, action: true, dueAt: at('18:00') })).toEqual([]);
    const { status, dueAt, day, body, key } = desk.get<Note>('n1');
    expect([status, dueAt, day, body.shiftName, key]).toEqual([
      'open',
      at('18:00'),
      '2026-11-21',
      '早班',
      CLERK.id,
    ]);
  });

  it('says what is wrong, each beside its field', () => {
    expect(note('n1', { text: ' ' })).toEqual(['text required']);
    expect(note('n1', { to: 'staff:none' })).toEqual(['to staffGone']);
    expect(note('n1', { action: true, dueAt: at('09:00') })).toEqual(['dueAt dueInPast']);
    expect(note('n1', { dueAt: at('18:00') })).toEqual(['dueAt dueWithoutAction']);
    expect(
      desk.codes(writeNote, { id: 'n1', slot: { ...EARLY, shift: 'gone' }, adds: '', fields: EMPTY_NOTE }),
    ).toEqual(['slotUnknown']);
  });

  it('is done once, and only when something was to be done', () => {
    note('n1', { action: true });
    note('n2');
    expect(desk.codes(finishNote, { id: 'n1', remark: '已还' }, { actor: NEXT })).toEqual([]);
    expect(doneOf(desk.get<Note>('n1'))).toMatchObject({ by: NEXT.id, remark: '已还' });
    expect(desk.codes(finishNote, { id: 'n1', remark: '' })).toEqual(['alreadyDone']);
    expect(desk.codes(finishNote, { id: 'n2', remark: '' })).toEqual(['nothingToFinish']);
  });

  it('is corrected by a further note of the same log alone', () => {
    note('n1');
    expect(note('n2', { text: '更正：四号柜' }, 'n1')).toEqual([]);
    expect(note('n3', {}, 'elsewhere')).toEqual(['notFound']);
    expect(log().notes.map(({ id }) => id)).toEqual(['n1', 'n2']);
  });
});

describe('signing off', () => {
  it('keeps what is open, the till and the count as they stand', () => {
    const session = opened(desk);
    desk.run(
      giveTask,
      {
        id: 'task1',
        fields: { title: '更换价签', content: '', priority: 'normal', to: CLERK.id, dueAt: at('20:00') },
      },
      { actor: LEAD },
    );
    expect(signOff()).toEqual([]);
    const { body } = desk.get<ShiftLog>(signOffId(EARLY, CLERK.id));
    expect(body.matters).toEqual([
      expect.objectContaining({ id: 'task1', kind: 'task', title: '更换价签', responsible: CLERK.id }),
    ]);
    expect(body.state).toMatchObject({ till: 'open', count: 'missing', undeposited: 0 });
    expect(body.state.session).toBe(desk.get(session).body.no);
    expect(body.overdue).toEqual([{ title: '早班清点还没有做', detail: '' }]);
  });

  it('lists visitors still on site', () => {
    desk.run(registerVisit, { id: 'v1', fields: { ...emptyFields('林晓彤', '咨询'), name: '陈现场' } });
    signOff();
    expect(desk.get<ShiftLog>(signOffId(EARLY, CLERK.id)).body.matters.map(({ id }) => id)).toEqual(['v1']);
  });

  it('hands a matter to a colleague in the same act, with its log', () => {
    desk.run(
      giveTask,
      {
        id: 'task1',
        fields: { title: '更换价签', content: '', priority: 'normal', to: CLERK.id, dueAt: at('20:00') },
      },
      { actor: LEAD },
    );
    expect(signOff(CLERK, [{ matter: 'task1', to: FINANCE.id }])).toEqual([
      'handTo.task1 colleagueNotAtDesk',
    ]);
    expect(signOff(CLERK, [{ matter: 'task1', to: NEXT.id }])).toEqual([]);
    const task = desk.get<Task>('task1');
    expect(task.key).toBe(NEXT.id);
    expect(task.body.handOvers).toEqual([
      expect.objectContaining({ from: CLERK.id, to: NEXT.id, reason: '交班移交' }),
    ]);
    expect(desk.get<ShiftLog>(signOffId(EARLY, CLERK.id)).body.matters[0]?.responsible).toBe(NEXT.id);
  });

  it('is once for each person, of a shift that has begun', () => {
    expect(signOff()).toEqual([]);
    expect(signOff()).toEqual(['shift alreadySignedOff']);
    expect(signOff(NEXT)).toEqual([]);
    expect(log().signOffs).toHaveLength(2);
    expect(
      desk.codes(signOffShift, { slot: { ...EARLY, shift: 'late' }, remark: '', handTo: [], overdue: [] }),
    ).toEqual(['shift shiftNotBegun']);
  });
});

describe('reading', () => {
  it('needs the reader’s PIN, a log that was signed off, and somebody else than who signed', () => {
    note('n1');
    expect(read(NEXT)).toEqual(['notSignedOff']);
    signOff();
    expect(read(NEXT, [])).toEqual(['pinMissing']);
    expect(read(NEXT, [pinOf(LEAD)])).toEqual(['pinMissing']);
    expect(read(FINANCE)).toEqual(['notDeskStaff']);
    expect(read(CLERK)).toEqual(['ownShiftLog']);
    expect(read(NEXT)).toEqual([]);
    expect(read(NEXT)).toEqual(['alreadyRead']);
    expect(readersOf(log())).toEqual([{ staff: NEXT.id, at: desk.now }]);
  });

  it('is open again for what was added later', () => {
    note('n1');
    signOff();
    read(NEXT);
    expect(unreadIn(log(), NEXT.id)).toEqual([]);
    note('n2', { text: '补充' });
    expect(unreadIn(log(), NEXT.id).map(({ id }) => id)).toEqual(['n2']);
    expect(read(NEXT)).toEqual([]);
    expect(unreadIn(log(), LEAD.id)).toHaveLength(3);
  });
});

describe('two desks', () => {
  it('that write into one log while apart have both notes afterwards', () => {
    const other = new Desk(at('09:50'), desk.settings, 'B');
    note('n1');
    other.run(
      writeNote,
      { id: 'n2', slot: EARLY, adds: '', fields: { ...EMPTY_NOTE, text: '来自 B 台' } },
      { actor: NEXT },
    );
    desk.records.set('n2', other.get('n2'));
    expect(log().notes.map(({ body }) => body.text)).toEqual(['三号柜钥匙待还', '来自 B 台']);
  });

  it('at which two people read one log while apart keep both readings', () => {
    note('n1', { action: true });
    signOff();
    const base = desk.get('n1');
    const other = new Desk(at('17:00'), desk.settings, 'B');
    for (const [id, doc] of desk.records) other.records.set(id, doc);
    read(NEXT);
    other.run(
      acknowledgeLog,
      { slot: EARLY, reader: LEAD.id },
      { actor: LEAD, actId: 'act-b1', witnesses: [pinOf(LEAD)] },
    );
    other.run(finishNote, { id: 'n1', remark: '' }, { actor: LEAD, actId: 'act-b2' });
    const met = meet('roster', other.get('n1'), base, desk.get('n1'), 'B');
    if (met.become !== 'merged') throw new Error(met.become);
    expect(met.doc.status).toBe('done');
    const readers = (met.doc.body.log ?? [])
      .filter(({ act }) => act === 'shiftLog.acknowledge')
      .map(({ by }) => by);
    expect(readers).toEqual([NEXT.id, LEAD.id]);
  });
});
