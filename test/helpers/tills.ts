/** Tills in tests: opens, moves money and closes as the commands do. */
import type { Actor } from '@shared/core/command';
import { newEntry } from '@shared/ledger/entry';
import type { Payment, Tender } from '@shared/ledger/entries/parts';
import type { LedgerEntry } from '@shared/ledger/schema';
import { openSession } from '@shared/ledger/sessions';
import { handOverTill, sealTill, type HandOverTill, type SealTill } from '@shared/tills/close';
import { EMPTY_CLOSE } from '@shared/tills/close-fields';
import { openTill } from '@shared/tills/open-till';
import { tillOf, type Till } from '@shared/tills/till';
import { accept, type Command } from '@shared/core/command';
import { CLERK, pinOf, type Desk } from './desk';

export const NEXT: Actor = { id: 'staff:1003', name: '赵一鸣', roles: ['clerk'], departments: [] };
export const FINANCE: Actor = { id: 'staff:2001', name: '王会计', roles: ['finance'], departments: [] };

/** ¥500: four hundreds and two fifties. */
export const FLOAT = { '10000': '4', '5000': '2' };

/** Id of the session that is open, '' when none is. */
export const sessionOf = (desk: Desk): string => openSession(desk.books(), desk.desk)?.id ?? '';

/** A session as its entries tell it. */
export function till(desk: Desk, id: string): Till {
  const found = tillOf(id, desk.ledger());
  if (!found) throw new Error(`no session ${id}`);
  return found;
}

/** Opens the till with ¥500 and returns the session. */
export function opened(desk: Desk): string {
  const id = `first-${desk.records.size}`;
  const refusals = desk.run(openTill, { id, pieces: FLOAT, reason: '', shift: '' });
  if (refusals.length > 0) throw new Error(refusals.map(({ code }) => code).join());
  return sessionOf(desk);
}

const pay = (tender: Tender, amount: number, given = 0): Payment => ({
  tender,
  amount,
  given,
  terminal: '',
  ref: '',
  account: '',
});

/** Stands in for the commands of sales and fees: a fee with these tenders, into a session of one's choice. */
const takeFee: Command<{
  readonly id: string;
  readonly session: string;
  readonly payments: readonly Payment[];
}> = {
  type: 'test.fee',
  roles: ['clerk'],
  reads: () => [],
  decide: ({ id, session, payments }, _loaded, context) =>
    accept({
      collection: 'ledger',
      doc: newEntry(
        id,
        'fee',
        'test.fee',
        {
          type: '会费',
          customer: { name: '', phone: '', memberNo: '' },
          agreementNo: '',
          cardNo: '',
          receiptNo: '',
          amount: payments.reduce((sum, { amount }) => sum + amount, 0),
          payments,
          invoice: { state: 'none', title: '', taxNo: '', number: '' },
          checklist: [],
          signature: null,
          remark: '',
        },
        context,
        session,
      ),
      number: 'fee',
    }),
};

/** Takes money by several tenders; returns the entry's id. */
export function take(
  desk: Desk,
  amounts: Partial<Record<Tender, number>>,
  { session = sessionOf(desk), given = 0 } = {},
): string {
  const id = `fee-${desk.records.size}`;
  const payments = Object.entries(amounts).map(([tender, amount]) =>
    pay(tender as Tender, amount, tender === 'cash' ? given || amount : 0),
  );
  desk.run(takeFee, { id, session, payments });
  return id;
}

/** A handover of the open session as the next clerk confirms it. */
export const handover = (desk: Desk, change: Partial<HandOverTill> = {}): HandOverTill => ({
  ...EMPTY_CLOSE,
  session: sessionOf(desk),
  pieces: FLOAT,
  float: '500',
  taking: NEXT.id,
  shift: '晚班',
  ...change,
});

export const seal = (desk: Desk, change: Partial<SealTill> = {}): SealTill => ({
  ...EMPTY_CLOSE,
  session: sessionOf(desk),
  pieces: FLOAT,
  float: '500',
  sealNo: 'F00247',
  safe: '前台保险柜',
  witness: NEXT.id,
  ...change,
});

/** Hands over; refusals, or none. */
export const handOver = (desk: Desk, change: Partial<HandOverTill> = {}, witnesses = [NEXT]) =>
  desk.codes(handOverTill, handover(desk, change), { witnesses: witnesses.map((one) => pinOf(one)) });

/** Seals for the night; refusals, or none. */
export const sealUp = (desk: Desk, change: Partial<SealTill> = {}, actor = CLERK) =>
  desk.codes(sealTill, seal(desk, change), { actor, witnesses: [pinOf(NEXT)] });

/** Entries of a kind, in order. */
export const entriesOf = <K extends LedgerEntry['kind']>(
  desk: Desk,
  kind: K,
): readonly Extract<LedgerEntry, { kind: K }>[] =>
  desk.ledger().filter((entry): entry is Extract<LedgerEntry, { kind: K }> => entry.kind === kind);
