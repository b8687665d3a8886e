/**
 * What an entry moves (DESIGN §2): the one place that knows. Sums of these rows are the stock on hand, the
 * till, the balances; their order never matters.
 */
import type { DepositTakenBody } from './entries/money';
import { TILL_TENDERS, type Payment, type ProductLine, type Tender } from './entries/parts';
import type { SessionCloseBody } from './entries/tills';
import type { Effects, MoneyFlow, StockMove, StockRow } from './moves';
import type { LedgerEntry } from './schema';

/** Moves nothing. */
export const NO_EFFECTS: Effects = { stock: [], money: [], income: [], accounts: [], open: [], custody: [] };

/** Base units of a line. */
export function baseUnits({ quantity, factor }: Pick<ProductLine, 'quantity' | 'factor'>): number {
  return quantity * factor;
}

/** True for tenders whose money or paper a till hands on; member and on-account tenders move accounts. */
export function isTillTender(tender: Tender): boolean {
  return TILL_TENDERS.some((one) => one === tender);
}

/** Rows of tenders taken (sign 1) or given back (−1) for the entry `ref`, under which an on-account debt stands. */
function paid(
  session: string,
  ref: string,
  payments: readonly Payment[],
  sign: 1 | -1,
  flow: MoneyFlow,
): Pick<Effects, 'money' | 'accounts' | 'open'> {
  return {
    money: payments.map(({ tender, amount }) => ({ session, tender, amount: sign * amount, flow })),
    accounts: payments
      .filter(({ account }) => account !== '')
      .map(({ tender, account, amount }) => ({
        account,
        amount: tender === 'onAccount' ? sign * amount : -sign * amount,
      })),
    open: payments
      .filter(({ tender }) => tender === 'onAccount')
      .map(({ account, amount }) => ({ ref, kind: 'receivable' as const, account, amount: sign * amount })),
  };
}

function stockRow(
  line: ProductLine,
  location: string,
  sign: 1 | -1,
  move: StockMove,
  value: number,
): StockRow {
  return { product: line.product, location, quantity: sign * baseUnits(line), move, value };
}

/** The deposit's own part of each tender; the rental is taken out of the first ones. */
export function depositParts({ payments, rental }: DepositTakenBody): readonly Payment[] {
  let left = rental;
  return payments.map((payment) => {
    const charged = Math.min(left, payment.amount);
    left -= charged;
    return { ...payment, amount: payment.amount - charged };
  });
}

/** Closing a session: what was counted leaves it, so that its rows sum to 0 per tender. */
function closed(session: string, { checks, float }: SessionCloseBody): Effects {
  const left = (tender: Tender): number => (tender === 'cash' ? float : 0);
  return {
    ...NO_EFFECTS,
    money: [
      ...checks.flatMap(({ tender, expected, actual }) => [
        { session, tender, amount: actual - expected, flow: 'difference' as const },
        { session, tender, amount: left(tender) - actual, flow: 'handedOn' as const },
      ]),
      { session, tender: 'cash', amount: -float, flow: 'float' },
    ],
    custody: checks
      .filter(({ tender }) => isTillTender(tender))
      .map(({ tender, actual }) => ({ session, tender, amount: actual - left(tender) })),
  };
}

/** Everything an entry moves; pure. */
export function effects(entry: LedgerEntry): Effects {
  const { id, key: session } = entry;
  switch (entry.kind) {
    case 'sale': {
      const { lines, total, payments } = entry.body;
      return {
        ...NO_EFFECTS,
        ...paid(session, id, payments, 1, 'sale'),
        stock: lines.map((line) =>
          stockRow(line, line.location, -1, line.gift ? 'gift' : 'sold', line.amount),
        ),
        income: [{ source: 'goods', amount: total }],
      };
    }
    case 'refund': {
      const { sale, lines, total, payments } = entry.body;
      return {
        ...NO_EFFECTS,
        ...paid(session, sale, payments, -1, 'refund'),
        stock: lines.map((line) =>
          line.location === ''
            ? { product: line.product, location: '', quantity: 0, move: 'returned', value: -line.amount }
            : stockRow(line, line.location, 1, 'returned', -line.amount),
        ),
        income: [{ source: 'goods', amount: -total }],
      };
    }
    case 'topUp': {
      const { account, amount, payments } = entry.body;
      const { money, accounts, open } = paid(session, id, payments, 1, 'topUp');
      return { ...NO_EFFECTS, money, open, accounts: [...accounts, { account, amount }] };
    }
    case 'balanceReturned': {
      const { account, amount, payments } = entry.body;
      const { money, open } = paid(session, id, payments, -1, 'topUp');
      return { ...NO_EFFECTS, money, open, accounts: [{ account, amount: -amount }] };
    }
    case 'fee': {
      const { amount, payments } = entry.body;
      return {
        ...NO_EFFECTS,
        ...paid(session, id, payments, 1, 'fee'),
        income: [{ source: 'fee', amount }],
      };
    }
    case 'reversal':
      return entry.body.effects;
    case 'depositTaken': {
      const { amount, rental, payments } = entry.body;
      const whole = paid(session, id, payments, 1, 'securityDeposit');
      const parts = depositParts(entry.body);
      return {
        ...NO_EFFECTS,
        accounts: whole.accounts,
        money: payments.flatMap(({ tender, amount: given }, at) => {
          const part = parts[at]?.amount ?? 0;
          return [
            { session, tender, amount: part, flow: 'securityDeposit' as const },
            { session, tender, amount: given - part, flow: 'rental' as const },
          ].filter((row) => row.amount !== 0);
        }),
        income: rental === 0 ? [] : [{ source: 'rental', amount: rental }],
        open: [
          ...whole.open,
          { ref: id, kind: 'loan', account: '', amount: 1 },
          ...(amount === 0 ? [] : [{ ref: id, kind: 'securityDeposit' as const, account: '', amount }]),
        ],
      };
    }
    case 'depositReturned': {
      const { of, returned, kept, lateFee, payments, charged } = entry.body;
      const back = paid(session, of, payments, -1, 'securityDeposit');
      const late = paid(session, id, charged, 1, 'rental');
      return {
        ...NO_EFFECTS,
        money: [...back.money, ...late.money],
        accounts: [...back.accounts, ...late.accounts],
        income: [
          ...(kept === 0 ? [] : [{ source: 'depositKept' as const, amount: kept }]),
          ...(lateFee === 0 ? [] : [{ source: 'rental' as const, amount: lateFee }]),
        ],
        open: [
          ...back.open,
          ...late.open,
          { ref: of, kind: 'loan', account: '', amount: -1 },
          ...(returned + kept === 0
            ? []
            : [{ ref: of, kind: 'securityDeposit' as const, account: '', amount: -(returned + kept) }]),
        ],
      };
    }
    case 'tipTaken': {
      const { amount, payments } = entry.body;
      const { money, accounts, open } = paid(session, id, payments, 1, 'tip');
      return {
        ...NO_EFFECTS,
        money,
        accounts,
        open: [...open, { ref: id, kind: 'tip', account: '', amount }],
      };
    }
    case 'tipsPaid': {
      const { tips, amount } = entry.body;
      return {
        ...NO_EFFECTS,
        money: [{ session, tender: 'cash', amount: -amount, flow: 'tip' }],
        open: tips.map((tip) => ({ ref: tip.id, kind: 'tip' as const, account: '', amount: -tip.amount })),
      };
    }
    case 'accountSettlement': {
      const { account, settles, amount, payments } = entry.body;
      const { money, accounts } = paid(session, id, payments, 1, 'settlement');
      return {
        ...NO_EFFECTS,
        money,
        accounts: [...accounts, { account, amount: -amount }],
        open: settles.map((one) => ({
          ref: one.entry,
          kind: 'receivable' as const,
          account,
          amount: -one.amount,
        })),
      };
    }
    case 'paidIn':
    case 'paidOut': {
      const amount = entry.kind === 'paidIn' ? entry.body.amount : -entry.body.amount;
      return { ...NO_EFFECTS, money: [{ session, tender: 'cash', amount, flow: entry.kind }] };
    }
    case 'goodsReceived': {
      const { source, location, lines } = entry.body;
      const move = source === 'opening' ? 'opening' : 'received';
      return { ...NO_EFFECTS, stock: lines.map((line) => stockRow(line, location, 1, move, line.amount)) };
    }
    case 'otherOut': {
      const { reason, location, lines } = entry.body;
      return {
        ...NO_EFFECTS,
        stock: lines.map((line) =>
          stockRow(line, location, -1, reason, reason === 'supplierReturn' ? -line.amount : 0),
        ),
      };
    }
    case 'transfer': {
      const { from, to, lines } = entry.body;
      return {
        ...NO_EFFECTS,
        stock: lines.flatMap((line) => [
          stockRow(line, from, -1, 'transfer', 0),
          stockRow(line, to, 1, 'transfer', 0),
        ]),
      };
    }
    case 'countAdjustment':
      return {
        ...NO_EFFECTS,
        stock: entry.body.lines.map(({ product, location, difference }) => ({
          product,
          location,
          quantity: difference,
          move: 'counted' as const,
          value: 0,
        })),
      };
    case 'tillOpen': {
      const { float, from, expected } = entry.body;
      const cash = { session: id, tender: 'cash' as const };
      return {
        ...NO_EFFECTS,
        money: [
          { ...cash, amount: expected, flow: 'float' },
          ...(float === expected ? [] : [{ ...cash, amount: float - expected, flow: 'difference' as const }]),
        ],
        open: from === '' ? [] : [{ ref: from, kind: 'sealedFloat', account: '', amount: -expected }],
      };
    }
    case 'tillHandover': {
      const close = closed(session, entry.body);
      const next = { session: id, tender: 'cash' as const, amount: entry.body.float, flow: 'float' as const };
      return { ...close, money: [...close.money, next] };
    }
    case 'tillSeal':
      return {
        ...closed(session, entry.body),
        open: [{ ref: id, kind: 'sealedFloat', account: '', amount: entry.body.float }],
      };
    case 'deposit':
      return {
        ...NO_EFFECTS,
        custody: entry.body.lines.map((line) => ({
          session: line.session,
          tender: line.tender,
          amount: -line.amount,
        })),
      };
    case 'invoiceStep':
    case 'paperFiled':
    case 'depositReceived':
    case 'monthClose':
    case 'monthReopen':
    case 'numberedStock':
    case 'numberedCount':
      return NO_EFFECTS;
  }
}

/** The same moves with their sign turned; money goes through `session`, as a reversal's does. */
export function turned(moves: Effects, session: string): Effects {
  const turn = <R extends { readonly amount: number }>(rows: readonly R[]): readonly R[] =>
    rows.map((row) => ({ ...row, amount: 0 - row.amount }));
  return {
    stock: moves.stock.map((row) => ({ ...row, quantity: 0 - row.quantity, value: 0 - row.value })),
    money: turn(moves.money).map((row) => ({ ...row, session })),
    income: turn(moves.income),
    accounts: turn(moves.accounts),
    open: turn(moves.open),
    custody: turn(moves.custody),
  };
}
