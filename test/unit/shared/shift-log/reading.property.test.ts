/** However notes, signings and readings come in: none is lost in gathering, and unread is what brute force counts. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NEVER_DUE } from '@shared/core/envelope';
import { isUnread, slotLogs, slotOfRecord, unreadIn, type LogRecord } from '@shared/shift-log/reading';
import { READ } from '@shared/shift-log/schema';
import { slotId } from '@shared/shift-log/slots';

const people = ['s1', 's2', 's3', 's4'];

const record = fc
  .record({
    kind: fc.constantFrom('note' as const, 'note' as const, 'shiftLog' as const),
    id: fc.uuid(),
    desk: fc.constantFrom('A', 'B'),
    slotDesk: fc.constantFrom('A', 'B'),
    day: fc.constantFrom('2026-11-19', '2026-11-20', '2026-11-21'),
    shift: fc.constantFrom('early', 'late', 'gone'),
    by: fc.constantFrom(...people),
    minute: fc.integer({ min: 0, max: 59 }),
    readers: fc.subarray(people),
  })
  .map(({ kind, id, desk, slotDesk, day, shift, by, minute, readers }): LogRecord => {
    const at = `${day}T0${minute % 10}:${String(minute).padStart(2, '0')}:00.000Z`;
    return {
      id,
      kind,
      status: kind === 'note' ? 'plain' : 'signed',
      day,
      dueAt: NEVER_DUE,
      desk,
      by,
      at,
      ver: { [desk]: 1 },
      key: by,
      body: {
        v: 1,
        slotDesk,
        shift,
        shiftName: shift,
        log: readers.map((reader) => ({ id: `${id}${reader}`, act: READ, at, by: reader, desk })),
      },
    } as unknown as LogRecord;
  });

const records = fc.uniqueArray(record, { maxLength: 40, selector: ({ id }) => id });

it('loses no note and no signing, and puts none into another shift', () => {
  fc.assert(
    fc.property(records, (all) => {
      const logs = slotLogs(all, ['early', 'late']);
      const found = logs.flatMap(({ notes, signOffs }) => [...notes, ...signOffs].map(({ id }) => id));
      expect([...found].sort()).toEqual(all.map(({ id }) => id).sort());
      for (const log of logs)
        for (const one of [...log.notes, ...log.signOffs]) expect(slotId(slotOfRecord(one))).toBe(log.id);
      expect(new Set(logs.map(({ id }) => id)).size).toBe(logs.length);
    }),
  );
});

it('counts as unread what brute force counts, in whatever order records come', () => {
  fc.assert(
    fc.property(records, fc.constantFrom(...people), (all, me) => {
      const signed = new Set(
        all.filter(({ kind }) => kind === 'shiftLog').map((one) => slotId(slotOfRecord(one))),
      );
      const expected = all.filter(
        (one) =>
          signed.has(slotId(slotOfRecord(one))) &&
          one.by !== me &&
          !(one.body.log ?? []).some(({ act, by }) => act === READ && by === me),
      ).length;
      const count = (list: readonly LogRecord[]): number =>
        slotLogs(list, ['early', 'late']).reduce((sum, log) => sum + unreadIn(log, me).length, 0);
      expect(count(all)).toBe(expected);
      expect(count([...all].reverse())).toBe(expected);
      for (const one of all) if (one.by === me) expect(isUnread(one, me)).toBe(false);
    }),
  );
});
