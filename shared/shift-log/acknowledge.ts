/** `shiftLog.acknowledge`: somebody of the next shift has read a log and says so by PIN (DOMAIN §3.8). */
import { accept, refuse, type Command } from '../core/command';
import type { Envelope } from '../core/envelope';
import { DESK_ROLES } from '../core/roles';
import { slotLogs, slotOfRecord, unreadIn, type LogRecord } from './reading';
import { READ } from './schema';
import { slotId, type SlotKey } from './slots';

export interface Acknowledge {
  readonly slot: SlotKey;
  /** Staff id of the reader, whose PIN was given now. */
  readonly reader: string;
}

export const acknowledgeLog: Command<Acknowledge> = {
  type: READ,
  roles: DESK_ROLES,
  reads: ({ slot: { day } }) => [
    { name: 'notes', collection: 'roster', index: 'kind', from: ['note', day], to: ['note', day] },
    { name: 'logs', collection: 'roster', index: 'kind', from: ['shiftLog', day], to: ['shiftLog', day] },
  ],
  decide: ({ slot, reader }, loaded, context) => {
    const witness = context.witnesses.find(({ staff }) => staff === reader);
    if (!witness) return refuse({ code: 'pinMissing' });
    if (!witness.roles.some((role) => DESK_ROLES.includes(role))) return refuse({ code: 'notDeskStaff' });
    const records: readonly Envelope[] = [...(loaded.notes ?? []), ...(loaded.logs ?? [])];
    const mine = (records as readonly LogRecord[]).filter(
      (record) => slotId(slotOfRecord(record)) === slotId(slot),
    );
    const log = slotLogs(mine, [])[0];
    if (!log || log.signOffs.length === 0) return refuse({ code: 'notSignedOff' });
    const unread = unreadIn(log, reader);
    if (unread.length === 0)
      return refuse({
        code: log.signOffs.every(({ by }) => by === reader) ? 'ownShiftLog' : 'alreadyRead',
      });
    const { actId: id, now: at, desk } = context;
    const entry = { id, act: READ, at, by: reader, desk };
    return accept(
      ...unread.map((doc) => ({
        collection: 'roster' as const,
        doc: { ...doc, body: { ...doc.body, log: [...(doc.body.log ?? []), entry] } },
      })),
    );
  },
};
