/** Things the demo club lends through a day, their deposits, and tips left for caddies. */
import type { Actor, Witness } from '../core/command';
import { addDays, instantOf } from '../core/time';
import type { SignatureStrokes } from '../forms/model';
import { openOf } from '../ledger/books';
import { EMPTY_PAYMENT, type PaymentInput } from '../ledger/payments';
import type { DepositTaken, LOAN_ITEMS, TipTaken } from '../ledger/entries/money';
import type { Tender } from '../ledger/entries/parts';
import { payTips } from '../loans/pay-tips';
import { returnDeposit, waysBack } from '../loans/return-deposit';
import { cleanItemNo, EMPTY_DEPOSIT, takeDeposit } from '../loans/take-deposit';
import { EMPTY_TIP, takeTip } from '../loans/take-tip';
import type { PretendDesk } from './pretend-desk';
import type { Draw } from './random';
import { makePerson } from './visits';

interface LoanStaff {
  readonly early: Actor;
  readonly late: Actor;
  readonly lead: Actor;
}

interface DemoThing {
  readonly item: (typeof LOAN_ITEMS)[number];
  readonly prefix: string;
  readonly count: number;
  readonly description: string;
  /** Yuan, '' for none. */
  readonly amount: string;
  readonly rental: string;
}

const THINGS: readonly (readonly [DemoThing, number])[] = [
  [{ item: 'clubs', prefix: 'G-', count: 24, description: '男士套杆', amount: '1000', rental: '200' }, 4],
  [{ item: 'clubs', prefix: 'L-', count: 12, description: '女士套杆', amount: '1000', rental: '200' }, 2],
  [{ item: 'key', prefix: 'K', count: 80, description: '更衣柜钥匙', amount: '100', rental: '' }, 4],
  [{ item: 'umbrella', prefix: 'S', count: 30, description: '长柄伞', amount: '50', rental: '' }, 3],
  [{ item: 'cart', prefix: 'C-', count: 15, description: '手推球车', amount: '300', rental: '50' }, 3],
  [{ item: 'other', prefix: 'R-', count: 6, description: '测距仪', amount: '500', rental: '80' }, 1],
];

const RECEIVERS = ['球童 08 王芳', '球童 16 李春梅', '球童 21 张海霞', '教练 孙立', '球童 33 周婷'] as const;
const TENDERS: readonly (readonly [Tender, number])[] = [
  ['wechat', 5],
  ['cash', 4],
  ['alipay', 2],
  ['card', 1],
];

const witnessOf = ({ id, name, roles }: Actor, at: string): Witness => ({ staff: id, name, roles, at });

/** Somebody's name in a hurry: three wavy lines. */
function scribble(draw: Draw): { readonly mode: 'screen'; readonly strokes: SignatureStrokes } {
  const stroke = (left: number): readonly (readonly [number, number])[] =>
    Array.from({ length: 14 }, (_, at) => [
      left + at * 6,
      60 + Math.round(Math.sin(at * 1.3) * draw.whole(12, 34)),
    ]);
  return {
    mode: 'screen',
    strokes: { width: 360, height: 128, strokes: [stroke(30), stroke(130), stroke(230)] },
  };
}

function payment(draw: Draw, tender: Tender, yuan: number): PaymentInput {
  const ref = tender === 'cash' ? '' : draw.digits(4);
  return { ...EMPTY_PAYMENT, tender, amount: yuan.toFixed(2), ref, confirmed: true };
}

function lend(desk: PretendDesk, draw: Draw, clerk: Actor, at: string, backBy: string): void {
  const thing = draw.weighted(THINGS);
  const itemNo = `${thing.prefix}${String(draw.whole(1, thing.count)).padStart(2, '0')}`;
  const lent = openOf(desk.books(), 'loan').some(({ ref }) => {
    const { body } = desk.records.get(ref) as DepositTaken;
    return body.item === thing.item && body.itemNo === cleanItemNo(itemNo);
  });
  // It is out: the customer takes none.
  if (lent) return;
  const { name, phone } = makePerson(draw);
  const { item, description, amount, rental } = thing;
  const id = draw.id(at);
  const fields = {
    ...EMPTY_DEPOSIT,
    item,
    itemNo,
    description,
    name,
    phone,
    amount,
    rental,
    backBy,
    payments: [payment(draw, draw.weighted(TENDERS), Number(amount) + Number(rental))],
    signature: draw.chance(0.08)
      ? ({ mode: 'paper', archiveNo: draw.chance(0.15) ? '' : `DA-${draw.digits(4)}` } as const)
      : scribble(draw),
  };
  desk.run(takeDeposit, { id, fields }, id, at, clerk);
}

/** Most things come back; now and then one is damaged, or late. */
function takeBack(desk: PretendDesk, draw: Draw, clerk: Actor, lead: Actor, at: string): void {
  for (const { ref } of openOf(desk.books(), 'loan')) {
    // What is forgotten is fetched some days later.
    if (draw.chance(0.2)) continue;
    const { body } = desk.records.get(ref) as DepositTaken;
    const damaged = body.item === 'cart' && draw.chance(0.15);
    const lateFee = body.rental > 0 && body.backBy < at ? 50 : 0;
    let kept = damaged ? 8_000 : 0;
    // What is kept is kept of the tender that came first.
    const payments = waysBack(body).flatMap((way) => {
      const off = Math.min(kept, way.amount);
      kept -= off;
      return way.amount > off ? [payment(draw, way.tender, (way.amount - off) / 100)] : [];
    });
    const fields = {
      kept: damaged ? '80' : '',
      reason: damaged ? '车轮损坏，按价目赔偿' : '',
      lateFee: lateFee === 0 ? '' : String(lateFee),
      payments,
      charged: lateFee === 0 ? [] : [payment(draw, 'wechat', lateFee)],
      signature: scribble(draw),
    };
    desk.run(returnDeposit, { of: ref, fields }, draw.id(at), at, clerk, [witnessOf(lead, at)]);
  }
}

function tip(desk: PretendDesk, draw: Draw, clerk: Actor, at: string): void {
  const yuan = draw.one([50, 100, 100, 150, 200]);
  const id = draw.id(at);
  const fields = {
    ...EMPTY_TIP,
    receiver: draw.one(RECEIVERS),
    amount: String(yuan),
    name: makePerson(draw).name,
    payments: [payment(draw, draw.one(['wechat', 'alipay', 'card'] as const), yuan)],
  };
  desk.run(takeTip, { id, fields }, id, at, clerk);
}

/** Everybody but one, who is off, takes the day's tips home. */
function payAll(desk: PretendDesk, draw: Draw, clerk: Actor, at: string): void {
  const waiting = openOf(desk.books(), 'tip').map(({ ref }) => desk.records.get(ref) as TipTaken);
  const off = draw.one(RECEIVERS);
  for (const receiver of RECEIVERS) {
    const mine = waiting.filter(({ body }) => body.receiver === receiver).map(({ id }) => id);
    if (receiver === off || mine.length === 0) continue;
    desk.run(payTips, { tips: mine, signature: scribble(draw) }, draw.id(at), at, clerk);
  }
}

/** The day's steps; the till must be open at each of their times. */
export function demoLoanSteps(
  desk: PretendDesk,
  draw: Draw,
  { early, late, lead }: LoanStaff,
  day: string,
): readonly { readonly at: string; readonly run: (at: string) => void }[] {
  const at = (time: string): string => instantOf(`${day}T${time}`);
  const times = (count: number, from: number, to: number): readonly string[] =>
    Array.from(
      { length: count },
      () => `${String(draw.whole(from, to)).padStart(2, '0')}:${draw.whole(10, 59)}`,
    );
  const onDuty = (moment: string): Actor => (moment < at('16:05') ? early : late);
  // Keys of lockers are rented over night now and then.
  const backBy = draw.chance(0.1) ? `${addDays(day, 1)}T12:00` : `${day}T20:00`;
  return [
    ...times(draw.whole(3, 6), 8, 14).map((time) => ({
      at: at(time),
      run: (moment: string) => lend(desk, draw, onDuty(moment), moment, backBy),
    })),
    ...times(draw.whole(1, 3), 10, 18).map((time) => ({
      at: at(time),
      run: (moment: string) => tip(desk, draw, onDuty(moment), moment),
    })),
    { at: at('18:30'), run: (moment: string) => takeBack(desk, draw, late, lead, moment) },
    { at: at('20:40'), run: (moment: string) => payAll(desk, draw, late, moment) },
  ];
}
