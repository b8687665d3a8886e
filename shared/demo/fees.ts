/** Fees of the demo club, with the cards, agreements and receipts that go out with them. */
import type { Actor, Witness } from '../core/command';
import { instantOf } from '../core/time';
import { countNumbered } from '../fees/count-numbered';
import { emptyFee } from '../fees/fee-fields';
import { moveNumbered } from '../fees/move-numbered';
import { isNumbered, nextPiece, onHandRanges, pieceBook } from '../fees/numbered';
import { rangeText } from '../fees/pieces';
import { reverseFee } from '../fees/reverse-fee';
import { takeFee } from '../fees/take-fee';
import { EMPTY_PAYMENT } from '../ledger/payments';
import { NUMBERED_STOCKS, type NumberedStock, type NumberedStockKind } from '../ledger/entries/fees';
import type { PretendDesk } from './pretend-desk';
import type { Draw } from './random';
import { makePerson } from './visits';

interface DemoFeeType {
  readonly type: string;
  /** Yuan. */
  readonly amounts: readonly string[];
  readonly card: boolean;
  readonly agreement: boolean;
}

const TYPES: readonly (readonly [DemoFeeType, number])[] = [
  [{ type: '会费', amounts: ['12800', '19800'], card: true, agreement: true }, 1],
  [{ type: '教练费', amounts: ['1200', '2400', '3600'], card: false, agreement: true }, 4],
  [{ type: '储物柜', amounts: ['300', '600'], card: false, agreement: true }, 3],
  [{ type: '练习卡', amounts: ['500', '1000', '2000'], card: true, agreement: false }, 6],
  [{ type: '其他', amounts: ['80', '150'], card: false, agreement: false }, 1],
];

const STOCKS: readonly (readonly [NumberedStockKind, from: string, to: string])[] = [
  ['card', 'HY000101', 'HY000200'],
  ['agreement', 'XY-0301', 'XY-0380'],
  ['receiptBook', '0004501', '0004600'],
];

const witnessOf = ({ id, name, roles }: Actor, at: string): Witness => ({ staff: id, name, roles, at });

const movesOf = (desk: PretendDesk): readonly NumberedStock[] =>
  [...desk.records.values()].filter((record): record is NumberedStock => isNumbered(record));

/** Blank cards, agreements and receipts from finance; once, before the first fee. */
export function demoNumberedStock(desk: PretendDesk, draw: Draw, clerk: Actor, at: string): void {
  for (const [stock, from, to] of STOCKS) {
    const id = draw.id(at);
    desk.run(moveNumbered, { id, stock, move: 'received', from, to, reason: '财务部领入' }, id, at, clerk);
  }
}

/** Times of the day's fees, ascending instants. */
export function demoFeeTimes(draw: Draw, day: string): readonly string[] {
  return Array.from({ length: draw.whole(1, 4) }, () =>
    instantOf(`${day}T${String(draw.whole(9, 19)).padStart(2, '0')}:${String(draw.whole(10, 59))}`),
  ).sort();
}

/** One fee; a few wait for an invoice, and now and then one is reversed by the lead. The till must be open. */
export function demoFee(desk: PretendDesk, draw: Draw, clerk: Actor, lead: Actor, at: string): void {
  const { type, amounts, card, agreement } = draw.weighted(TYPES);
  const moves = movesOf(desk);
  const next = (stock: NumberedStockKind, wanted: boolean): string =>
    wanted ? nextPiece(pieceBook(moves, stock)) : '';
  const cardNo = next('card', card);
  const agreementNo = next('agreement', agreement);
  const amount = draw.one(amounts);
  const tender = draw.weighted([
    ['wechat', 5],
    ['alipay', 2],
    ['card', 3],
    ['cash', 2],
  ] as const);
  const person = makePerson(draw);
  const toIssue = draw.chance(0.08);
  const id = draw.id(at);
  const fields = {
    ...emptyFee(type),
    name: person.name,
    phone: person.phone,
    cardNo,
    issueCard: cardNo !== '',
    agreementNo,
    issueAgreement: agreementNo !== '',
    receiptNo: draw.chance(0.2) ? next('receiptBook', true) : '',
    amount,
    ticked: desk.settings.feeTypes.find(({ name }) => name === type)?.checklist ?? [],
    payments: [
      {
        ...EMPTY_PAYMENT,
        tender,
        amount,
        ref: tender === 'cash' ? '' : draw.digits(4),
        terminal: tender === 'card' ? 'POS-01' : '',
        confirmed: true,
      },
    ],
    ...(toIssue ? { invoiceState: 'toIssue' as const, invoiceTitle: '青岛海湾贸易有限公司' } : {}),
  };
  desk.run(takeFee, { id, fields }, id, at, clerk);
  if (!draw.chance(0.03)) return;
  desk.run(
    reverseFee,
    { id, reason: '项目选错，重新收取', way: 'same', confirmed: true, piecesBack: true },
    draw.id(at),
    at,
    clerk,
    [witnessOf(lead, at)],
  );
}

/** The month's count of numbered stock; everything is there. */
export function demoNumberedCount(desk: PretendDesk, draw: Draw, clerk: Actor, at: string): void {
  const moves = movesOf(desk);
  for (const stock of NUMBERED_STOCKS) {
    const counted = onHandRanges(pieceBook(moves, stock)).map(rangeText).join('\n');
    const id = draw.id(at);
    desk.run(countNumbered, { id, stock, counted, none: counted === '', reason: '' }, id, at, clerk);
  }
}
