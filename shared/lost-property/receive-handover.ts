/**
 * `lostItem.receive` and `lostItem.withdraw`: HR receives a sheet that the desk made without them, or the desk takes it back.
 * Custody moves when the receiver signs, not before (DOMAIN §2, §3.6).
 */
import { accept, refuse, type Command, type Loaded } from '../core/command';
import { Checks } from '../core/field-checks';
import { NEVER_DUE } from '../core/envelope';
import { withLog } from '../core/log';
import { DESK_ROLES } from '../core/roles';
import { checkSignature, type SignatureInput } from '../signatures/signature';
import { handedOver } from './handover';
import { LIMITS, type FoundItem, type Handover } from './schema';
import { HR_ROLES, acceptLost, lostWrite, readLost } from './state';

export interface ReceiveHandover {
  /** The sheet. */
  readonly id: string;
  /** Items of it that are really there; the others stay with the desk. */
  readonly items: readonly string[];
  /** Drawn, or the signed-in person's own word (`pin` with their id). */
  readonly signature: SignatureInput | null;
}

const sheetIn = (loaded: Loaded): Handover | undefined =>
  loaded.sheet?.find((doc): doc is Handover => doc.kind === 'handover');

export const receiveHandover: Command<ReceiveHandover> = {
  type: 'lostItem.receive',
  roles: HR_ROLES,
  reads: ({ id, items }) => [readLost('sheet', id), readLost('items', ...items)],
  decide: ({ id, items: asked, signature: typed }, loaded, context) => {
    const sheet = sheetIn(loaded);
    if (!sheet) return refuse({ code: 'notFound' });
    if (sheet.status !== 'given') return refuse({ code: 'sheetNotGiven' });
    const { giver } = sheet.body;
    if (giver.mode === 'pin' && giver.staff === context.actor.id) return refuse({ code: 'sameStaff' });
    const listed = new Set(sheet.body.lines.map(({ item }) => item));
    const items = (loaded.items ?? []).filter(
      (doc): doc is FoundItem => doc.kind === 'foundItem' && listed.has(doc.id),
    );
    if (items.length === 0 || items.length !== new Set(asked).size)
      return refuse({ field: 'items', code: 'chooseItems' });
    // What was claimed since is gone from the sheet, and said so.
    const here = items.filter(({ status }) => status === 'held');
    if (here.length === 0) return refuse({ field: 'items', code: 'allItemsGone' });
    const checks = new Checks();
    const receiver = checkSignature(checks, 'signature', typed, context.actor.name, context);
    if (receiver?.mode === 'pin' && receiver.staff !== context.actor.id)
      checks.refuse('signature', 'pinMissing');
    if (!receiver || checks.refusals.length > 0) return refuse(...checks.refusals);
    const came = new Set(here.map((item) => item.id));
    const lines = sheet.body.lines.filter(({ item }) => came.has(item));
    const dropped = sheet.body.lines.filter(({ item }) => !came.has(item)).map(({ no }) => no);
    const archiveNo = receiver.mode === 'paper' ? receiver.archiveNo : '';
    const body = { ...sheet.body, lines, receiver, archiveNo, dropped: [...sheet.body.dropped, ...dropped] };
    const waits = receiver.mode === 'paper' && archiveNo === '';
    const doc: Handover = {
      ...sheet,
      status: 'signed',
      dueAt: waits ? context.now : NEVER_DUE,
      body: withLog(body, context, 'lostItem.receive'),
    };
    return accept(lostWrite(doc), ...here.map((item) => handedOver(item, id, context, 'lostItem.receive')));
  },
};

export interface WithdrawHandover {
  readonly id: string;
  readonly reason: string;
}

export const withdrawHandover: Command<WithdrawHandover> = {
  type: 'lostItem.withdraw',
  roles: DESK_ROLES,
  reads: ({ id }) => [readLost('sheet', id)],
  decide: ({ reason: typed }, loaded, context) => {
    const sheet = sheetIn(loaded);
    if (!sheet) return refuse({ code: 'notFound' });
    if (sheet.status !== 'given') return refuse({ code: 'sheetNotGiven' });
    const checks = new Checks();
    const reason = checks.text('reason', typed, { max: LIMITS.reason, required: true });
    if (checks.refusals.length > 0) return refuse(...checks.refusals);
    return acceptLost({
      ...sheet,
      status: 'void',
      dueAt: NEVER_DUE,
      body: withLog(sheet.body, context, 'lostItem.withdraw', { reason }),
    });
  },
};
