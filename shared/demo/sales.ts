/** A day at the demo shop's counter: believable sales with mixed tenders, some to members and on account, and a refund. */
import type { Account } from '../accounts/schema';
import type { Actor, Witness } from '../core/command';
import { instantOf } from '../core/time';
import { onHand } from '../ledger/books';
import { NO_INVOICE } from '../ledger/invoice';
import { EMPTY_PAYMENT, type PaymentInput } from '../ledger/payments';
import type { Tender } from '../ledger/entries/parts';
import type { Sale } from '../ledger/entries/sales';
import type { Product } from '../products/schema';
import { priceSale } from '../sales/price-sale';
import { refundSale } from '../sales/refund';
import { makeSale, type SaleFields } from '../sales/sell';
import type { PretendDesk } from './pretend-desk';
import type { Draw } from './random';

export interface DemoSales {
  readonly day: string;
  /** Nothing happens after it. */
  readonly now: string;
  readonly count: number;
  readonly products: readonly Product[];
  /** Members and firms; may be empty. */
  readonly accounts: readonly Account[];
  /** Who sells at an hour of the day. */
  readonly clerkAt: (hour: number) => Actor;
  readonly lead: Actor;
}

/** Cheap things go often, clubs seldom. */
const CATEGORY_WEIGHTS: Readonly<Record<string, number>> = {
  饮料: 40,
  食品: 16,
  高尔夫球: 14,
  手套: 12,
  球钉与配件: 14,
  帽子与袜子: 5,
  服饰: 3,
  球杆与球包: 1,
};
const TENDERS: readonly (readonly [Tender, number])[] = [
  ['wechat', 44],
  ['alipay', 20],
  ['cash', 16],
  ['card', 12],
  ['member', 6],
  ['onAccount', 2],
];

const yuan = (fen: number): string => (fen / 100).toFixed(2);

function payment(draw: Draw, tender: Tender, total: number, account: string): PaymentInput {
  const roundUp = Math.ceil(total / 5_000) * 5_000;
  return {
    ...EMPTY_PAYMENT,
    tender,
    amount: yuan(total),
    given: tender === 'cash' ? yuan(roundUp) : '',
    terminal: tender === 'card' ? 'POS-01' : '',
    ref: tender === 'cash' || tender === 'member' || tender === 'onAccount' ? '' : draw.digits(4),
    account,
    confirmed: true,
  };
}

/** One sale at an instant; null when it would have been for nothing. */
function oneSale(desk: PretendDesk, draw: Draw, options: DemoSales, at: string, clerk: Actor): string | null {
  const { products, accounts } = options;
  const byCategory = Object.entries(CATEGORY_WEIGHTS).map(
    ([category, weight]) => [category, weight] as const,
  );
  const [display = ''] = desk.settings.locations;
  const many = draw.weighted([
    [1, 60],
    [2, 27],
    [3, 13],
  ]);
  const wanted = new Map<string, number>();
  for (let line = 0; line < many; line += 1) {
    const category = draw.weighted(byCategory);
    const product = draw.one(products.filter(({ body }) => body.category === category));
    const small = category === '饮料' || category === '食品';
    // Customers take what stands on the display.
    const quantity = Math.min(small ? draw.whole(1, 4) : 1, onHand(desk.books(), product.id, display));
    if (quantity > 0) wanted.set(product.id, quantity);
  }
  if (wanted.size === 0) return null;
  const lines = [...wanted].map(([product, quantity]) => ({
    product,
    packed: false,
    quantity: String(quantity),
    discount: '',
    gift: false,
  }));
  let tender = draw.weighted(TENDERS);
  const firm = accounts.find(({ body }) => body.type === 'onAccount' && body.signatories.length > 0);
  const members = accounts.filter(({ body }) => body.type === 'member');
  let member = members.length > 0 && (tender === 'member' || draw.chance(0.2)) ? draw.one(members).id : '';
  const known = new Map(products.map((product) => [product.id, product]));
  const price = (): number =>
    priceSale(
      {
        lines: lines.map((line) => ({ ...line, quantity: Number(line.quantity), discount: 0 })),
        member: member !== '',
        discount: 0,
        rounding: 0,
      },
      known,
      '',
      options.day,
    ).total;
  const { accounts: balances } = desk.books();
  if (tender === 'member' && (member === '' || (balances[member] ?? 0) < price())) tender = 'wechat';
  if (tender === 'onAccount' && (!firm || (balances[firm.id] ?? 0) + price() > firm.body.limit))
    tender = 'card';
  if (tender !== 'member' && draw.chance(0.85)) member = '';
  const total = price();
  if (total === 0) return null;
  const account = tender === 'member' ? member : tender === 'onAccount' ? (firm?.id ?? '') : '';
  const half = Math.floor(total / 20_000) * 10_000;
  const mixed = half > 0 && tender === 'cash' && draw.chance(0.3);
  const fields: SaleFields = {
    ...NO_INVOICE,
    lines,
    member,
    discount: '',
    rounding: '',
    reason: '',
    customerName: '',
    customerPhone: '',
    payments: mixed
      ? [payment(draw, 'cash', half, ''), payment(draw, 'wechat', total - half, '')]
      : [payment(draw, tender, total, account)],
    signatory: tender === 'onAccount' ? (firm?.body.signatories[0] ?? '') : '',
    signature: tender === 'onAccount' ? { mode: 'paper', archiveNo: `QD-${draw.digits(4)}` } : null,
    remark: '',
  };
  const id = draw.id(at);
  desk.run(makeSale, { id, fields }, id, at, clerk);
  return id;
}

function wholeRefund(desk: PretendDesk, draw: Draw, id: string, at: string, clerk: Actor, lead: Actor): void {
  const sale = desk.records.get(id) as Sale;
  const witness: Witness = { staff: lead.id, name: lead.name, roles: lead.roles, at };
  const fields = {
    lines: sale.body.lines.map(({ quantity, location }, line) => ({
      line,
      quantity: String(quantity),
      location,
    })),
    payments: sale.body.payments.map(({ tender, amount, account }) => ({
      ...EMPTY_PAYMENT,
      tender,
      amount: yuan(amount),
      account,
      confirmed: true,
    })),
    reason: draw.one(['尺码不合适', '买错型号', '客人改主意']),
    redInvoice: '',
  };
  desk.run(refundSale, { sale: id, fields }, draw.id(at), at, clerk, [witness]);
}

/** Times of the day's sales, ascending instants; the caller runs each so that other acts may come between. */
export function demoSaleTimes(
  draw: Draw,
  { day, now, count }: Pick<DemoSales, 'day' | 'now' | 'count'>,
): readonly string[] {
  return Array.from({ length: count }, () =>
    instantOf(`${day}T${String(draw.whole(8, 20)).padStart(2, '0')}:${String(draw.whole(10, 59))}`),
  )
    .filter((at) => at <= now)
    .sort();
}

/** One sale, now and then followed by its refund twenty minutes later. The till must be open. */
export function demoSale(desk: PretendDesk, draw: Draw, options: DemoSales, at: string): void {
  const hour = Number(new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(11, 13));
  const clerk = options.clerkAt(hour);
  const id = oneSale(desk, draw, options, at, clerk);
  if (id && draw.chance(0.015)) wholeRefund(desk, draw, id, at, clerk, options.lead);
}
