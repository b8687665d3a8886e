/** `deposit.make`: money and slips of closed sessions go to finance, who signs at once or later (DOMAIN §6). */
import { accept, refuse, type Command } from '../core/command';
import { Checks } from '../core/field-checks';
import { DESK_ROLES } from '../core/roles';
import { booksOf } from '../ledger/books';
import { isTillTender } from '../ledger/effects';
import { newEntry } from '../ledger/entry';
import { TILL_TENDERS, type Tender } from '../ledger/entries/parts';
import type { DepositBody, TillHandover, TillOpen } from '../ledger/entries/tills';
import { checkReceiver, namesSigner, type SignatureInput } from '../signatures/signature';
import { readSignedMoney } from '../tills/signed-money';
import { waitingKey } from './waiting';

/** Longest texts, in characters. */
export const DEPOSIT_LIMITS = { number: 40, reason: 200, remark: 200, person: 20 } as const;

export interface MakeDeposit {
  readonly id: string;
  /** Amounts and slips as typed. */
  readonly lines: readonly {
    readonly session: string;
    readonly tender: Tender;
    readonly amount: string;
    readonly slips: string;
  }[];
  readonly bankSlipNo: string;
  /** Why less than what waits is handed on. */
  readonly reason: string;
  readonly remark: string;
  /** Who signs on paper; by PIN the name is known, and who signs later is not known yet. */
  readonly receiverName: string;
  readonly receiver: SignatureInput | null;
}

/** True when an amount is a part of what waits, in its direction: a refunded terminal may owe us. */
const isPartOf = (amount: number, waiting: number): boolean =>
  amount !== 0 && Math.sign(amount) === Math.sign(waiting) && Math.abs(amount) <= Math.abs(waiting);

export const makeDeposit: Command<MakeDeposit> = {
  type: 'deposit.make',
  roles: DESK_ROLES,
  books: true,
  reads: ({ id, lines }) => [
    { name: 'before', collection: 'ledger', ids: [id] },
    { name: 'openings', collection: 'ledger', ids: [...new Set(lines.map(({ session }) => session))] },
  ],
  decide: (input, loaded, context) => {
    if (loaded.before?.length) return refuse({ code: 'recordExists' });
    if (input.lines.length === 0) return refuse({ field: 'lines', code: 'chooseMoney' });
    const { sessions } = booksOf(context);
    const openings = new Map((loaded.openings ?? []).map((doc) => [doc.id, doc as TillOpen | TillHandover]));
    const checks = new Checks();
    let less = false;
    const seen = new Set<string>();
    const lines = input.lines.flatMap(({ session, tender, amount: typed, slips: count }) => {
      const key = waitingKey(session, tender);
      const waits = sessions[session]?.waiting[tender] ?? 0;
      const amount = readSignedMoney(typed);
      const known = TILL_TENDERS.find((one) => one === tender);
      if (seen.has(key) || !known || waits === 0) {
        checks.refuse('lines', 'nothingWaits');
        return [];
      }
      seen.add(key);
      if (amount === null) checks.refuse(`amount.${key}`, 'badMoney');
      else if (!isPartOf(amount, waits)) checks.refuse(`amount.${key}`, 'moreThanWaits');
      const slips = count.normalize('NFKC').trim();
      less ||= amount !== waits;
      const opening = openings.get(session);
      return [
        {
          session,
          sessionNo: opening?.body.no ?? sessions[session]?.no ?? '',
          day: opening?.day ?? sessions[session]?.day ?? '',
          shift: opening?.body.shift ?? '',
          tender: known,
          amount: amount ?? 0,
          left: waits - (amount ?? 0),
          slips: slips === '' ? 0 : checks.whole(`slips.${key}`, Number(slips), 0, 9_999),
        },
      ];
    }) satisfies DepositBody['lines'];
    const reason = checks.text('reason', input.reason, { max: DEPOSIT_LIMITS.reason });
    if (less && reason === '' && checks.refusals.length === 0) checks.refuse('reason', 'lessNeedsReason');
    const bankSlipNo = checks.text('bankSlipNo', input.bankSlipNo, { max: DEPOSIT_LIMITS.number });
    const remark = checks.text('remark', input.remark, { max: DEPOSIT_LIMITS.remark });
    const named = namesSigner(input.receiver)
      ? checks.text('receiverName', input.receiverName, { max: DEPOSIT_LIMITS.person, required: true })
      : '';
    const receiver = checkReceiver(checks, 'receiver', input.receiver, named, context);
    if (receiver?.mode === 'pin') {
      const finance = context.witnesses.find(({ staff }) => staff === receiver.staff);
      if (receiver.staff === context.actor.id) checks.refuse('receiver', 'sameStaff');
      else if (!finance?.roles.includes('finance')) checks.refuse('receiver', 'receiverNotFinance');
    }
    if (!receiver || checks.refusals.length > 0) return refuse(...checks.refusals);
    const total = lines.reduce((sum, { amount }) => sum + amount, 0);
    const body = { lines, total, bankSlipNo, receiver, reason, remark };
    const doc = newEntry(input.id, 'deposit', 'deposit.make', body, context);
    return accept({ collection: 'ledger', doc, number: 'deposit' });
  },
};

/** Slips of a tender waiting: paper goes with everything but cash. */
export const hasSlips = (tender: Tender): boolean => tender !== 'cash' && isTillTender(tender);
