/** The count at the end of a session as typed, and its check: common to handover and night seal (DOMAIN §6). */
import type { Context, Loaded } from '../core/command';
import type { Checks } from '../core/field-checks';
import type { NewBody } from '../ledger/entry';
import { TENDERS, TILL_TENDERS, type Tender } from '../ledger/entries/parts';
import type { PaymentException, TenderCheck } from '../ledger/entries/tills';
import { leadApproval } from '../signatures/lead-approval';
import type { StaffMark } from '../signatures/signature';
import { amountOf, LIMITS, readPieces, type TillCount, type TypedPieces } from './schema';
import { readSignedMoney } from './signed-money';
import { expectedOf, holderOf, linesToCheck, type Till } from './till';

/** Tenders whose total the clerk reads from a terminal, a merchant app or the slips. */
export const COUNTED_TENDERS = ['card', 'wechat', 'alipay', 'transfer', 'voucher'] as const;
export type CountedTender = (typeof COUNTED_TENDERS)[number];

/** Totals as typed; '' is none. */
export type TypedTotals = Readonly<Partial<Record<Tender, string>>>;

export interface CloseFields {
  readonly pieces: TypedPieces;
  readonly totals: TypedTotals;
  readonly batchNos: TypedTotals;
  readonly slips: TypedTotals;
  /** Payments that did not match, by `PaymentLine.key`. */
  readonly exceptions: readonly {
    readonly key: string;
    readonly outcome: PaymentException['outcome'];
    readonly note: string;
  }[];
  /** What stays in the till, typed. */
  readonly float: string;
  readonly reason: string;
  readonly receiptFrom: string;
  readonly receiptTo: string;
  readonly keys: string;
  readonly cards: string;
  readonly equipment: string;
  readonly deposits: string;
  readonly note: string;
  /** Staff id of the lead who approved a difference by PIN, or ''. */
  readonly approver: string;
}

export const EMPTY_CLOSE: CloseFields = {
  pieces: {},
  totals: {},
  batchNos: {},
  slips: {},
  exceptions: [],
  float: '',
  reason: '',
  receiptFrom: '',
  receiptTo: '',
  keys: '',
  cards: '',
  equipment: '',
  deposits: '',
  note: '',
  approver: '',
};

/** Longest parts of a session's closing, shared by both ways to end it. */
export type ClosePart = Omit<NewBody<'tillSeal'>, 'sealNo' | 'safe' | 'witness'>;

/** What was counted per tender: cash by its pieces, the others by their totals; null with refusals. */
export function checkCount(
  checks: Checks,
  { pieces: typed, totals }: Pick<CloseFields, 'pieces' | 'totals'>,
  till: Till,
  { settings }: Context,
): { readonly pieces: TillCount['body']['pieces']; readonly actual: Partial<Record<Tender, number>> } | null {
  const before = checks.refusals.length;
  const expected = expectedOf(till);
  const pieces = readPieces(typed, settings.denominations);
  if (!pieces) checks.refuse('pieces', 'badPieces');
  else if (Object.keys(pieces).length === 0) checks.refuse('pieces', 'countTheCash');
  const actual: Partial<Record<Tender, number>> = { cash: amountOf(pieces ?? {}) };
  for (const tender of COUNTED_TENDERS) {
    const text = (totals[tender] ?? '').trim();
    const moved = linesToCheck(till).some((line) => line.tender === tender);
    const total = text === '' ? 0 : readSignedMoney(text);
    if (total === null) checks.refuse(`totals.${tender}`, 'badMoney');
    // What moved must be read off, not passed over; a nought is typed.
    else if (text === '' && moved) checks.refuse(`totals.${tender}`, 'required');
    if (text !== '' || moved || expected[tender] !== undefined) actual[tender] = total ?? 0;
  }
  return pieces && checks.refusals.length === before ? { pieces, actual } : null;
}

function exceptionsOf(checks: Checks, fields: CloseFields, till: Till): readonly PaymentException[] {
  const lines = new Map(linesToCheck(till).map((line) => [line.key, line]));
  return fields.exceptions.flatMap(({ key, outcome, note: typed }) => {
    const line = lines.get(key);
    if (!line) return [];
    const note = checks.text('exceptions', typed, {
      max: LIMITS.reason,
      required: outcome === 'amountDiffers',
    });
    const { entry, no, tender, amount } = line;
    return [{ entry, no, tender, amount, outcome, note }];
  });
}

function outcomeOf(difference: number, exceptions: readonly PaymentException[]): TenderCheck['outcome'] {
  const [first, ...rest] = exceptions;
  if (first && rest.every(({ outcome }) => outcome === first.outcome)) return first.outcome;
  return difference !== 0 || first ? 'amountDiffers' : 'matches';
}

function checksOf(
  checks: Checks,
  fields: CloseFields,
  actual: Partial<Record<Tender, number>>,
  exceptions: readonly PaymentException[],
  till: Till,
): readonly TenderCheck[] {
  const expected = expectedOf(till);
  return TENDERS.filter((tender) => actual[tender] !== undefined || expected[tender] !== undefined).map(
    (tender) => {
      const due = expected[tender] ?? 0;
      // Member and on-account tenders move accounts: the books know them, only their slips are looked at.
      const found = TILL_TENDERS.some((one) => one === tender) ? (actual[tender] ?? 0) : due;
      const batchNo = checks.text(`batchNos.${tender}`, fields.batchNos[tender] ?? '', {
        max: LIMITS.number,
      });
      if (tender === 'card' && found !== 0 && batchNo === '') checks.refuse('batchNos.card', 'required');
      const slips = (fields.slips[tender] ?? '').normalize('NFKC').trim();
      return {
        tender,
        expected: due,
        actual: found,
        outcome: outcomeOf(
          found - due,
          exceptions.filter((one) => one.tender === tender),
        ),
        batchNo,
        slips: slips === '' ? 0 : checks.whole(`slips.${tender}`, Number(slips), 0, 9_999),
      };
    },
  );
}

/** The lead whose PIN was given for a difference: never the leaving clerk, nor who holds the till. */
function approvalOf(checks: Checks, approver: string, till: Till, context: Context): StaffMark | null {
  const witnesses = context.witnesses.filter(({ staff }) => staff === approver);
  return leadApproval(checks, 'approver', [context.actor.id, holderOf(till).staff], {
    ...context,
    witnesses,
  });
}

/** What a closing stores in common, or null with refusals beside their fields. */
export function checkClose(
  checks: Checks,
  fields: CloseFields,
  till: Till,
  loaded: Loaded,
  context: Context,
): ClosePart | null {
  const { actor, now, settings } = context;
  const first = loaded.count?.[0] as TillCount | undefined;
  if (settings.blindTill && !first) checks.refuse('', 'countFirst');
  const count = checkCount(checks, fields, till, context);
  const exceptions = exceptionsOf(checks, fields, till);
  if (!count) return null;
  const tenders = checksOf(checks, fields, count.actual, exceptions, till);
  const float = checks.money('float', fields.float.trim() === '' ? '0' : fields.float) ?? 0;
  const cash = count.actual.cash ?? 0;
  if (float > cash) checks.refuse('float', 'floatOverCount');
  const differences = tenders.map(({ actual, expected }) => Math.abs(actual - expected));
  const reason = checks.text('reason', fields.reason, { max: LIMITS.reason });
  if (Math.max(...differences) > 0 && reason === '') checks.refuse('reason', 'differenceNeedsReason');
  const approval =
    Math.max(...differences) > settings.tillDifferenceLimit
      ? approvalOf(checks, fields.approver, till, context)
      : null;
  const line = (field: 'receiptFrom' | 'receiptTo' | 'keys' | 'cards' | 'equipment' | 'deposits'): string =>
    checks.text(field, fields[field], {
      max: field.startsWith('receipt') ? LIMITS.number : LIMITS[field as 'keys'],
    });
  return {
    session: till.id,
    sessionNo: till.opening.body.no ?? '',
    pieces: count.pieces,
    checks: tenders,
    exceptions,
    float,
    first: first ? { pieces: first.body.pieces, actual: first.body.actual, at: first.at } : null,
    reason,
    approval,
    leaving: { staff: actor.id, name: actor.name, at: now },
    items: {
      receiptFrom: line('receiptFrom'),
      receiptTo: line('receiptTo'),
      keys: line('keys'),
      cards: line('cards'),
      equipment: line('equipment'),
      deposits: line('deposits'),
    },
    note: checks.text('note', fields.note, { max: LIMITS.note }),
  };
}
