/** Who has read what of the log: the next shift reads and acknowledges, each person for themselves (DOMAIN §3.8). */
import { READ, type Note, type ShiftLog } from './schema';
import { slotId, type SlotKey } from './slots';

export type LogRecord = Note | ShiftLog;

/** The slot of a record. */
export const slotOfRecord = ({ day, body }: LogRecord): SlotKey => ({
  desk: body.slotDesk,
  day,
  shift: body.shift,
});

/** When somebody has acknowledged a record; null when they have not. */
export function readAt({ body }: LogRecord, staff: string): string | null {
  return body.log?.find(({ act, by }) => act === READ && by === staff)?.at ?? null;
}

/** Whoever wrote a note or signed off knows it. */
export const isUnread = (record: LogRecord, staff: string): boolean =>
  record.by !== staff && readAt(record, staff) === null;

/** One shift's log: what was noted, who signed off. */
export interface SlotLog extends SlotKey {
  /** `slotId`. */
  readonly id: string;
  readonly shiftName: string;
  /** By time; what adds to a note stands after it. */
  readonly notes: readonly Note[];
  readonly signOffs: readonly ShiftLog[];
}

const byTime = (a: LogRecord, b: LogRecord): number => a.at.localeCompare(b.at) || a.id.localeCompare(b.id);

/** The logs of records, newest shift first (within a day by `order`, the ids of the shifts). No record is left out. */
export function slotLogs(records: readonly LogRecord[], order: readonly string[]): readonly SlotLog[] {
  const groups = new Map<string, LogRecord[]>();
  for (const record of records) {
    const id = slotId(slotOfRecord(record));
    groups.set(id, [...(groups.get(id) ?? []), record]);
  }
  return [...groups]
    .map(([id, group]): SlotLog => {
      const sorted = [...group].sort(byTime);
      const [first] = sorted as [LogRecord];
      return {
        ...slotOfRecord(first),
        id,
        shiftName: first.body.shiftName,
        notes: sorted.filter((record): record is Note => record.kind === 'note'),
        signOffs: sorted.filter((record): record is ShiftLog => record.kind === 'shiftLog'),
      };
    })
    .sort(
      (a, b) =>
        b.day.localeCompare(a.day) ||
        order.indexOf(b.shift) - order.indexOf(a.shift) ||
        a.desk.localeCompare(b.desk),
    );
}

/** Records of a log a person has not read; none while nobody signed off. */
export function unreadIn({ notes, signOffs }: SlotLog, staff: string): readonly LogRecord[] {
  if (signOffs.length === 0) return [];
  return [...notes, ...signOffs].filter((record) => isUnread(record, staff));
}

/** Everybody who read the log, each with the last time; by time. */
export function readersOf({
  notes,
  signOffs,
}: SlotLog): readonly { readonly staff: string; readonly at: string }[] {
  const last = new Map<string, string>();
  for (const { body } of [...notes, ...signOffs])
    for (const { act, by, at } of body.log ?? [])
      if (act === READ && at > (last.get(by) ?? '')) last.set(by, at);
  return [...last].map(([staff, at]) => ({ staff, at })).sort((a, b) => a.at.localeCompare(b.at));
}

/** Who said that a note is done, when and with what remark; null while it is open. */
export function doneOf({
  body,
}: Note): { readonly by: string; readonly at: string; readonly remark: string } | null {
  const entry = body.log?.find(({ act }) => act === 'note.finish');
  return entry ? { by: entry.by, at: entry.at, remark: entry.reason ?? '' } : null;
}
