/** Tills of the demo club: a day's sessions from the first float or the broken seal to the night's seal. */
import type { Actor, Witness } from '../core/command';
import { makeDeposit } from '../deposits/make-deposit';
import { waitingRows } from '../deposits/waiting';
import { openSession } from '../ledger/sessions';
import type { TillSeal } from '../ledger/entries/tills';
import { EMPTY_CLOSE, type CloseFields } from '../tills/close-fields';
import { handOverTill, sealTill } from '../tills/close';
import { openTill } from '../tills/open-till';
import { payIn } from '../tills/petty-cash';
import type { TypedPieces } from '../tills/schema';
import { expectedOf, tillOf, type Till } from '../tills/till';
import type { LedgerEntry } from '../ledger/schema';
import type { PretendDesk } from './pretend-desk';
import type { Draw } from './random';

const witnessOf = ({ id, name, roles }: Actor, at: string): Witness => ({ staff: id, name, roles, at });

/** An amount in the largest pieces that make it up; what none covers is left out. */
export function piecesFor(fen: number, denominations: readonly number[]): TypedPieces {
  let left = fen;
  const pieces: Record<string, string> = {};
  for (const denomination of denominations) {
    const count = Math.floor(left / denomination);
    left -= count * denomination;
    if (count > 0) pieces[String(denomination)] = String(count);
  }
  return Object.keys(pieces).length > 0 ? pieces : { [String(denominations[0] ?? 100)]: '0' };
}

/** The entries of the ledger on this desk. */
const ledgerOf = (desk: PretendDesk): readonly LedgerEntry[] =>
  [...desk.records.values()].filter(({ body }) => 'n' in body) as unknown as readonly LedgerEntry[];

function tillHere(desk: PretendDesk): Till | null {
  const session = openSession(desk.books(), desk.desk);
  return session ? tillOf(session.id, ledgerOf(desk)) : null;
}

/** Opens the till in the morning: breaks the night's seal, or brings the first float. Does nothing while it is open. */
export function demoOpenTill(desk: PretendDesk, draw: Draw, clerk: Actor, at: string): void {
  if (tillHere(desk)) return;
  const seal = ledgerOf(desk)
    .filter((entry): entry is TillSeal => entry.kind === 'tillSeal')
    .at(-1);
  const { denominations, tillFloat } = desk.settings;
  const id = draw.id(at);
  const pieces = piecesFor(seal?.body.float ?? tillFloat, denominations);
  desk.run(openTill, { id, pieces, reason: '', shift: '' }, id, at, clerk);
}

/** Brings change from finance when the till's cash runs low. */
export function demoChange(desk: PretendDesk, draw: Draw, clerk: Actor, at: string): void {
  const till = tillHere(desk);
  const { tillFloat } = desk.settings;
  const short = tillFloat - (till ? (expectedOf(till).cash ?? 0) : tillFloat);
  if (short <= 0) return;
  const id = draw.id(at);
  const input = {
    id,
    // In whole hundreds of yuan.
    amount: String(Math.ceil(short / 10_000) * 100),
    purpose: '补充零钱',
    counterpart: '财务部',
    voucherNo: `LQ-${draw.digits(4)}`,
    remark: '',
  };
  desk.run(payIn, input, id, at, clerk);
}

/** Refunds and deposits given back may take more than a till holds: the rest is brought before it is counted. */
function fillUp(desk: PretendDesk, draw: Draw, clerk: Actor, at: string): void {
  const till = tillHere(desk);
  const missing = desk.settings.tillFloat - (till ? (expectedOf(till).cash ?? 0) : 0);
  if (!till || missing <= 0) return;
  const id = draw.id(at);
  const input = {
    id,
    amount: (missing / 100).toFixed(2),
    purpose: '补充零钱',
    counterpart: '财务部',
    voucherNo: `LQ-${draw.digits(4)}`,
    remark: '',
  };
  desk.run(payIn, input, id, at, clerk);
}

/** The count at the end of a session; now and then a little is missing, which a lead approves. */
function closeFields(desk: PretendDesk, draw: Draw, till: Till, short: number, lead: Actor): CloseFields {
  const { denominations, tillFloat } = desk.settings;
  const { cash = 0, ...others } = expectedOf(till);
  const smallest = denominations.at(-1) ?? 1;
  const counted = Math.max(0, Math.floor((cash - short) / smallest) * smallest);
  const totals = Object.fromEntries(
    Object.entries(others).map(([tender, fen]) => [tender, (fen / 100).toFixed(2)]),
  );
  const differs = counted !== cash;
  return {
    ...EMPTY_CLOSE,
    pieces: piecesFor(counted, denominations),
    totals,
    batchNos: { card: draw.digits(6) },
    float: (Math.min(tillFloat, counted) / 100).toFixed(2),
    reason: differs ? '找零时少收，已复点' : '',
    keys: '储物柜备用钥匙 1 串',
    equipment: 'POS 机 1 台、扫码枪 1 把',
    approver: differs ? lead.id : '',
  };
}

export interface DemoHandover {
  readonly leaving: Actor;
  readonly taking: Actor;
  readonly lead: Actor;
  readonly at: string;
}

/** Hands the open till over to the next shift. */
export function demoHandOver(
  desk: PretendDesk,
  draw: Draw,
  { leaving, taking, lead, at }: DemoHandover,
): void {
  fillUp(desk, draw, leaving, at);
  const till = tillHere(desk);
  if (!till) return;
  const short = draw.chance(0.08) ? draw.whole(1, 20) * 100 : 0;
  const input = {
    session: till.id,
    ...closeFields(desk, draw, till, short, lead),
    taking: taking.id,
    shift: '',
  };
  desk.run(handOverTill, input, draw.id(at), at, leaving, [witnessOf(taking, at), witnessOf(lead, at)]);
}

/** Seals the open till for the night. */
export function demoSeal(
  desk: PretendDesk,
  draw: Draw,
  { leaving, taking: witness, lead, at }: DemoHandover,
): void {
  fillUp(desk, draw, leaving, at);
  const till = tillHere(desk);
  if (!till) return;
  const input = {
    session: till.id,
    ...closeFields(desk, draw, till, 0, lead),
    sealNo: `F${draw.digits(5)}`,
    safe: '前台保险柜',
    witness: witness.id,
  };
  desk.run(sealTill, input, draw.id(at), at, leaving, [witnessOf(witness, at), witnessOf(lead, at)]);
}

/** Everything that waits goes to finance, who signs by PIN. Does nothing while nothing waits. */
export function demoDeposit(desk: PretendDesk, draw: Draw, clerk: Actor, finance: Actor, at: string): void {
  const rows = waitingRows(desk.books(), at.slice(0, 10));
  if (rows.length === 0) return;
  const id = draw.id(at);
  const input = {
    id,
    lines: rows.map(({ session, tender, amount }) => ({
      session,
      tender,
      amount: (amount / 100).toFixed(2),
      slips: tender === 'cash' ? '' : '1',
    })),
    bankSlipNo: `JK${draw.digits(6)}`,
    reason: '',
    remark: '',
    receiverName: '',
    receiver: { mode: 'pin' as const, staff: finance.id },
  };
  desk.run(makeDeposit, input, id, at, clerk, [witnessOf(finance, at)]);
}
