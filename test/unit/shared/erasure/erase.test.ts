/** Only what is past its time and free of anything open is erased, by a lead's own PIN, once (DOMAIN §2). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NEVER_DUE, type Envelope } from '@shared/core/envelope';
import { monthsBefore } from '@shared/core/time';
import { keptSince } from '@shared/core/retention';
import { holdsOf, isPast, sortOut, type Placed } from '@shared/erasure/due';
import { eraseRecords } from '@shared/erasure/erase';
import { ERASED, isErased } from '@shared/erasure/personal';
import { completeBefore, isErasure, MOST_TARGETS, type Erasure } from '@shared/erasure/schema';
import { CLERK, Desk, LEAD, pinOf, ADMIN } from '../../../helpers/desk';

const NOW = '2026-11-21T01:42:00.000Z';
const SINCE = '2024-11-21';

const visit = (id: string, day: string, rest: object = {}, body: object = {}): Envelope => ({
  id,
  kind: 'visit',
  status: 'left',
  day,
  dueAt: NEVER_DUE,
  desk: 'A',
  by: CLERK.id,
  at: `${day}T02:00:00.000Z`,
  ver: { A: 1 },
  key: '13812345678',
  body: {
    v: 1,
    no: `LF-A-${day.replaceAll('-', '')}-0001`,
    name: '王建国',
    phone: '13812345678',
    people: 2,
    company: '',
    department: '',
    host: '',
    purpose: '咨询',
    details: '问会籍',
    plate: '鲁B12345',
    badge: '',
    timeIn: `${day}T02:00:00.000Z`,
    timeOut: `${day}T03:00:00.000Z`,
    receivedBy: CLERK.id,
    outcome: 'answered',
    transfer: null,
    remark: '',
    guardian: null,
    stillHereAt: '',
    log: [{ id: `act ${id}`, act: 'visit.register', at: `${day}T02:00:00.000Z`, by: CLERK.id, desk: 'A' }],
    ...body,
  } as unknown as Envelope['body'],
  ...rest,
});
const enquiry = (id: string, day: string, status: string, phone: string, origin = ''): Envelope => ({
  ...visit(id, day),
  kind: 'enquiry',
  status,
  key: '',
  body: {
    v: 1,
    customer: { name: '王建国', phone, identity: 'guest', memberNo: '' },
    summary: '问',
    origin: origin === '' ? null : { collection: 'visits', kind: 'visit', id: origin, no: '' },
    children: [],
  } as unknown as Envelope['body'],
});
const placed = (...docs: readonly Envelope[]): readonly Placed[] =>
  docs.map((doc) => ({ collection: doc.kind === 'visit' ? 'visits' : 'tickets', doc }));
const idsOf = (records: readonly Placed[]): readonly string[] => records.map(({ doc }) => doc.id);
const NOBODY = holdsOf([], []);

describe('what is due', () => {
  it('is older than the retention time, by the last act on it', () => {
    expect(keptSince('2026-11-21', 24)).toBe(SINCE);
    expect(monthsBefore('2026-03-31', 1)).toBe('2026-02-28');
    expect(monthsBefore('2024-02-29', 24)).toBe('2022-02-28');
    expect(isPast(visit('old', '2024-11-20'), SINCE)).toBe(true);
    expect(isPast(visit('kept', '2024-11-21'), SINCE)).toBe(false);
    const log = [{ id: 'x', act: 'visit.correct', at: '2025-01-01T02:00:00.000Z', by: 's', desk: 'A' }];
    expect(isPast(visit('corrected', '2024-01-01', {}, { log }), SINCE)).toBe(false);
  });

  it('is over: an open matter waits, however old it is', () => {
    expect(isPast(visit('here', '2023-01-01', { status: 'onSite' }), SINCE)).toBe(false);
    expect(isPast(visit('due', '2023-01-01', { dueAt: NOW }), SINCE)).toBe(false);
    expect(isPast(enquiry('e', '2023-01-01', 'open', ''), SINCE)).toBe(false);
  });

  it('never is a record of money, or of staff', () => {
    for (const kind of ['sale', 'fee', 'depositTaken', 'account', 'staff', 'audit', 'unknownKind'])
      expect(isPast(visit(kind, '2020-01-01', { kind }), SINCE)).toBe(false);
  });

  it('is held by what is still open with the person, or names the record', () => {
    const records = placed(
      visit('v1', '2024-01-01'),
      visit('v2', '2024-01-02', {}, { phone: '13900000000' }),
    );
    const split = (open: readonly Envelope[], owing: readonly string[]): readonly string[] =>
      idsOf(sortOut(records, SINCE, holdsOf(open, owing)).due);
    expect(split([], [])).toEqual(['v1', 'v2']);
    expect(split([enquiry('e', '2026-11-01', 'open', '13812345678')], [])).toEqual(['v2']);
    expect(split([enquiry('e', '2026-11-01', 'open', '', 'v2')], [])).toEqual(['v1']);
    expect(split([], ['13900000000'])).toEqual(['v1']);
    expect(idsOf(sortOut(records, SINCE, holdsOf([], ['13900000000'])).held)).toEqual(['v2']);
  });

  it('takes the photos of a record along, and of no other', () => {
    const photo = (id: string, key: string): Placed => ({
      collection: 'attachments',
      doc: { ...visit(id, '2024-01-01'), kind: 'photo', status: 'active', key },
    });
    const records = [
      ...placed(visit('v1', '2024-01-01'), visit('new', '2026-01-01')),
      photo('p1', 'v1'),
      photo('p2', 'new'),
    ];
    expect(idsOf(sortOut(records, SINCE, NOBODY).due)).toEqual(['v1', 'p1']);
  });
});

describe('erasing', () => {
  const target = (id: string): { readonly collection: 'visits'; readonly id: string } => ({
    collection: 'visits',
    id,
  });
  const desk = (...docs: readonly Envelope[]): Desk => {
    const made = new Desk(NOW);
    for (const doc of docs) made.records.set(doc.id, doc);
    return made;
  };
  const byLead = { actor: LEAD, witnesses: [pinOf(LEAD)] };

  it('replaces what names somebody, keeps the number and the figures, and is recorded without a name', () => {
    const here = desk(visit('v1', '2024-01-01'));
    expect(
      here.codes(eraseRecords, { run: 'run', total: 1, targets: [target('v1')] }, { ...byLead, actId: 'e1' }),
    ).toEqual([]);
    const erased = here.records.get('v1') as Envelope;
    expect(erased).toMatchObject({
      key: '',
      ver: { A: 2 },
      body: {
        no: 'LF-A-20240101-0001',
        name: ERASED,
        phone: '',
        plate: '',
        people: 2,
        purpose: '咨询',
        details: ERASED,
        erased: { id: 'e1', by: LEAD.id, at: NOW },
      },
    });
    expect(erased.body.log?.map(({ act }) => act)).toEqual(['visit.register', 'customer.erase']);
    const record = here.records.get('e1') as Envelope;
    expect(isErasure(record) && record.body).toMatchObject({
      run: 'run',
      before: SINCE,
      months: 24,
      targets: [target('v1')],
      counts: { visit: 1 },
    });
    expect(JSON.stringify(record)).not.toContain('王建国');
    expect(JSON.stringify([...here.records.values()])).not.toContain('13812345678');
  });

  it('is the lead’s or the administrator’s, by their own PIN', () => {
    const input = { run: 'run', total: 1, targets: [target('v1')] };
    const code = (act: object): readonly string[] =>
      desk(visit('v1', '2024-01-01')).codes(eraseRecords, input, act);
    expect(eraseRecords.roles).toEqual(['lead', 'admin']);
    expect(code({ actor: LEAD })).toEqual(['pin pinMissing']);
    expect(code({ actor: LEAD, witnesses: [pinOf(ADMIN)] })).toEqual(['pin pinMissing']);
    expect(code({ actor: ADMIN, witnesses: [pinOf(ADMIN)] })).toEqual([]);
  });

  it('refuses what is not due, too much at once, and nothing', () => {
    const here = desk(
      visit('v1', '2024-01-01'),
      visit('new', '2026-11-01'),
      visit('on', '2024-01-01', { status: 'onSite' }),
    );
    const code = (...ids: readonly string[]): readonly string[] =>
      here.codes(eraseRecords, { run: 'run', total: 1, targets: ids.map(target) }, byLead);
    expect(code('v1', 'new')).toEqual(['erasureNotDue']);
    expect(code('on')).toEqual(['erasureNotDue']);
    expect(isErased(here.records.get('v1') as Envelope)).toBe(false);
    expect(code()).toEqual(['erasureTooMany']);
    expect(code(...Array.from({ length: MOST_TARGETS + 1 }, (_, at) => `x${at}`))).toEqual([
      'erasureTooMany',
    ]);
    expect(code('nobody')).toEqual(['nothingToErase']);
    expect(code('v1')).toEqual([]);
    expect(code('v1')).toEqual(['nothingToErase']);
  });

  it('leaves every record that is not past its time alone, whatever is asked for', () => {
    const day = fc
      .integer({ min: 0, max: 1_500 })
      .map((days) => new Date(Date.parse('2023-01-01') + days * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(day, fc.constantFrom('left', 'onSite', 'void')), { minLength: 1, maxLength: 12 }),
        (drawn) => {
          const docs = drawn.map(([on, status], at) => visit(`v${at}`, on, { status }));
          const here = desk(...docs);
          const refused = here.codes(
            eraseRecords,
            { run: 'run', total: 1, targets: docs.map(({ id }) => target(id)) },
            byLead,
          );
          const mayAll = docs.every((doc) => doc.day < SINCE && doc.status !== 'onSite');
          expect(refused.length === 0).toBe(mayAll);
          for (const doc of docs) expect(isErased(here.records.get(doc.id) as Envelope)).toBe(mayAll);
        },
      ),
    );
  });

  it('counts as complete only when the whole run was done', () => {
    const of = (run: string, before: string, total: number, targets: number): Erasure =>
      ({ body: { run, before, total, targets: Array.from({ length: targets }) } }) as unknown as Erasure;
    expect(completeBefore([])).toBe('');
    expect(completeBefore([of('a', '2024-01-01', 3, 2)])).toBe('');
    expect(completeBefore([of('a', '2024-01-01', 3, 2), of('a', '2024-01-01', 3, 1)])).toBe('2024-01-01');
    expect(completeBefore([of('a', '2024-01-01', 1, 1), of('b', '2024-02-01', 5, 4)])).toBe('2024-01-01');
  });
});
