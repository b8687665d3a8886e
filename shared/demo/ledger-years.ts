/**
 * Years of ledger entries of a busy shop, day by day, for benches: documents as the commands leave them
 * (valid by schema, dense `n`, tills opened, handed over, sealed and deposited), made directly because
 * running 150,000 commands would take an hour.
 */
import { NEVER_DUE, type Envelope } from '../core/envelope';
import { formatNumber } from '../core/numbers';
import { addDays, instantOf } from '../core/time';
import { placeOf } from '../ledger/entry';
import type { Payment, ProductLine, Tender } from '../ledger/entries/parts';
import type { TenderCheck } from '../ledger/entries/tills';
import type { EntryKind, LedgerEntry } from '../ledger/schema';
import type { Product } from '../products/schema';
import type { StaffMark } from '../signatures/signature';
import { closeId, reopenId } from '../tills/ids';
import { DEMO_SETTINGS, type DemoClub } from './club';
import { Draw } from './random';

export interface LedgerYearsOptions {
  /** Last business day. */
  readonly until: string;
  readonly days: number;
  /** Entries and stock rows over all days. */
  readonly entries: number;
  readonly rows: number;
  readonly products: readonly Product[];
  readonly club: DemoClub;
  readonly desk: string;
  readonly seed?: number;
}

const FLOAT = 50_000;
const TENDERS = ['cash', 'cash', 'wechat', 'wechat', 'alipay', 'card'] as const;
const CUSTOMER = { name: '', phone: '', memberNo: '' };
const INVOICE = { state: 'none', title: '', taxNo: '', number: '' } as const;
const ITEMS = { receiptFrom: '', receiptTo: '', keys: '', cards: '', equipment: '', deposits: '' };
/** Entries and stock rows of a day beside its sales. */
const OTHERS = { entries: 14, rows: 35 };

/** As many products of a large shop, on sale since `day`. */
export function manyProducts(count: number, day: string, by: string): readonly Product[] {
  const { productCategories } = DEMO_SETTINGS;
  const at = instantOf(`${day}T08:00`);
  return Array.from({ length: count }, (_, index): Product => {
    const category = productCategories[index % productCategories.length] ?? '';
    const sku = `L${String(index + 1).padStart(4, '0')}`;
    const cost = 300 + ((index * 137) % 20_000);
    return {
      id: `product:${sku}`,
      kind: 'product',
      status: 'onSale',
      day,
      dueAt: NEVER_DUE,
      desk: 'A',
      by,
      at,
      ver: { A: 1 },
      key: `69${String(10_000_000_000 + index)}`,
      body: {
        v: 1,
        log: [{ id: `make:${sku}`, act: 'product.save', at, by, desk: 'A' }],
        sku,
        barcode: `69${String(10_000_000_000 + index)}`,
        name: `${category} ${index + 1} 号`,
        spec: '标准',
        unit: '件',
        pack: null,
        category,
        prices: [{ from: day, price: cost * 2, memberPrice: null }],
        cost,
        supplier: '',
        reorderPoint: 0,
        reorderQuantity: 0,
        displayMinimum: 0,
        shelf: `A-${String((index % 40) + 1).padStart(2, '0')}`,
        facts: { text: '', version: 1 },
        acknowledged: [],
      },
    };
  });
}

interface Session {
  readonly id: string;
  readonly no: string;
  readonly shift: string;
  /** Fen per tender, cash without the float. */
  readonly taken: Partial<Record<Tender, number>>;
}

/** One desk that writes entry after entry. */
class Pen {
  private n = 0;
  private readonly numbers = new Map<string, number>();
  written: LedgerEntry[] = [];

  constructor(
    readonly desk: string,
    readonly draw: Draw,
  ) {}

  no(prefix: string, day: string): string {
    const running = (this.numbers.get(prefix) ?? 0) + 1;
    this.numbers.set(prefix, running);
    return formatNumber(prefix, this.desk, day, running);
  }

  nextDay(): readonly LedgerEntry[] {
    const day = this.written;
    this.written = [];
    this.numbers.clear();
    return day;
  }

  write(
    kind: EntryKind,
    day: string,
    at: string,
    by: string,
    body: object,
    key = '',
    id = this.draw.id(at),
  ): void {
    this.n += 1;
    const entry: Envelope = {
      id,
      kind,
      status: placeOf(this.desk, this.n),
      day,
      dueAt: NEVER_DUE,
      desk: this.desk,
      by,
      at,
      ver: { [this.desk]: 1 },
      key,
      body: {
        v: 1,
        n: this.n,
        log: [{ id: `act:${this.desk}:${this.n}`, act: kind, at, by, desk: this.desk }],
        ...body,
      } as Envelope['body'],
    };
    this.written.push(entry as LedgerEntry);
  }
}

const lineOf = ({ id, body }: Product, quantity: number): ProductLine => ({
  product: id,
  sku: body.sku,
  name: body.name,
  spec: body.spec,
  category: body.category,
  unit: body.unit,
  quantity,
  factor: 1,
});

function pay(session: Session, tender: Tender, amount: number): readonly Payment[] {
  session.taken[tender] = (session.taken[tender] ?? 0) + amount;
  return [
    {
      tender,
      amount: Math.abs(amount),
      given: tender === 'cash' && amount > 0 ? amount : 0,
      terminal: '',
      ref: '',
      account: '',
    },
  ];
}

function closeBody(session: Session, leaving: StaffMark): object {
  const checks = [...new Set<Tender>(['cash', ...(Object.keys(session.taken) as Tender[])])].map(
    (tender): TenderCheck => {
      const expected = (session.taken[tender] ?? 0) + (tender === 'cash' ? FLOAT : 0);
      return { tender, expected, actual: expected, outcome: 'matches', batchNo: '', slips: 0 };
    },
  );
  return {
    session: session.id,
    sessionNo: session.no,
    pieces: {},
    checks,
    exceptions: [],
    float: FLOAT,
    first: null,
    reason: '',
    approval: null,
    leaving,
    items: ITEMS,
    note: '',
  };
}

function* salesOf(
  pen: Pen,
  day: string,
  clerk: string,
  sessions: readonly [Session, Session],
  products: readonly Product[],
  counts: { readonly sales: number; readonly lines: number },
): Generator<'handover'> {
  const { draw } = pen;
  for (let index = 0; index < counts.sales; index += 1) {
    const early = index < counts.sales / 2;
    if (!early && index - 1 < counts.sales / 2) yield 'handover';
    const session = sessions[early ? 0 : 1];
    const count =
      Math.floor(((index + 1) * counts.lines) / counts.sales) -
      Math.floor((index * counts.lines) / counts.sales);
    const lines = Array.from({ length: count }, () => {
      const product = draw.one(products);
      const price = product.body.cost * 2;
      const quantity = draw.whole(1, 3);
      return {
        ...lineOf(product, quantity),
        location: '展架',
        price,
        pricing: 'list',
        discount: 0,
        share: 0,
        amount: price * quantity,
        gift: false,
      };
    });
    const total = lines.reduce((sum, { amount }) => sum + amount, 0);
    const minute = early ? index % 60 : 30 + (index % 30);
    const at = instantOf(`${day}T${early ? '10' : '18'}:${String(minute).padStart(2, '0')}`);
    pen.write(
      'sale',
      day,
      at,
      clerk,
      {
        no: pen.no('XS', day),
        lines,
        discount: 0,
        rounding: 0,
        total,
        payments: pay(session, draw.one(TENDERS), total),
        customer: CUSTOMER,
        invoice: INVOICE,
        reason: '',
        approval: null,
        signature: null,
        remark: '',
      },
      session.id,
    );
  }
}

/** Yields each day's entries, oldest day first: exactly `entries` with exactly `rows` stock rows over all days. */
export function* demoLedgerYears(options: LedgerYearsOptions): Generator<readonly LedgerEntry[]> {
  const { until, days, entries, rows, products, club, desk, seed = 11 } = options;
  const draw = new Draw(seed);
  const pen = new Pen(desk, draw);
  const [clerk, late, lead, finance] = ['1001', '1003', '1002', '2001'].map((no) => club.staff.get(no));
  if (!clerk || !late || !lead || !finance) throw new RangeError('the demo club has its staff');
  let sealed = '';
  for (let index = 0; index < days; index += 1) {
    const day = addDays(until, index + 1 - days);
    const at = (time: string): string => instantOf(`${day}T${time}`);
    const mark = (who: typeof clerk, time: string): StaffMark => ({
      staff: who.id,
      name: who.name,
      at: at(time),
    });
    const share = (total: number): number =>
      Math.floor((total * (index + 1)) / days) - Math.floor((total * index) / days);
    const [firstNo, secondNo] = [pen.no('BC', day), pen.no('BC', day)];
    const openId = sealed === '' ? draw.id(at('08:00')) : reopenId(sealed);
    const first: Session = { id: openId, no: firstNo, shift: '早班', taken: {} };
    const second: Session = { id: closeId(firstNo), no: secondNo, shift: '晚班', taken: {} };
    pen.write(
      'tillOpen',
      day,
      at('08:00'),
      clerk.id,
      {
        no: firstNo,
        pieces: { '10000': 5 },
        float: FLOAT,
        from: sealed,
        expected: FLOAT,
        reason: '',
        opener: mark(clerk, '08:00'),
        shift: first.shift,
      },
      openId,
      openId,
    );
    const received = Array.from({ length: 12 }, (_, line) => {
      const product = products[(index * 12 + line) % products.length];
      if (!product) throw new RangeError('there are products');
      // What is sold of each is bought again when its turn comes, at a cost that moves a little; the first
      // time as much again to begin with.
      const price = product.body.cost + draw.whole(0, 40) - 20;
      const isFirst = index * 12 < products.length;
      const quantity = Math.max(1, Math.round((rows / days) * (isFirst ? 0.45 : 0.148)));
      return { ...lineOf(product, quantity), price, amount: price * quantity };
    });
    const goods = {
      location: '库房',
      supplier: '',
      supplierName: '',
      order: '',
      orderNo: '',
      deliveryNote: '',
    };
    const amount = received.reduce((sum, line) => sum + line.amount, 0);
    pen.write('goodsReceived', day, at('09:00'), clerk.id, {
      ...goods,
      no: pen.no('RK', day),
      source: 'purchase',
      lines: received,
      amount,
      remark: '',
    });
    pen.write('transfer', day, at('09:20'), clerk.id, {
      no: pen.no('CK', day),
      from: '库房',
      to: '展架',
      lines: received.slice(0, 10).map((line) => ({
        ...lineOf(products.find(({ id }) => id === line.product) as Product, line.quantity),
      })),
      remark: '',
    });
    const scrapped = Array.from({ length: 2 }, () => ({
      ...lineOf(draw.one(products), 1),
      price: 0,
      amount: 0,
    }));
    pen.write('otherOut', day, at('09:30'), clerk.id, {
      no: pen.no('CK', day),
      reason: 'scrapped',
      location: '展架',
      counterpart: '',
      lines: scrapped,
      approval: mark(lead, '09:30'),
      remark: '',
    });
    for (let fee = 0; fee < 3; fee += 1) {
      pen.write(
        'fee',
        day,
        at('09:40'),
        clerk.id,
        {
          no: pen.no('SF', day),
          type: '储物柜',
          customer: CUSTOMER,
          agreementNo: '',
          cardNo: '',
          receiptNo: '',
          amount: 30_000,
          payments: pay(first, 'wechat', 30_000),
          invoice: INVOICE,
          checklist: [],
          signature: null,
          remark: '',
        },
        first.id,
      );
    }
    for (let tip = 0; tip < 2; tip += 1) {
      const tipId = draw.id(at('09:50'));
      pen.write(
        'tipTaken',
        day,
        at('09:50'),
        clerk.id,
        {
          no: pen.no('XF', day),
          receiver: '球童 12',
          amount: 5_000,
          payments: pay(first, 'cash', 5_000),
          customer: CUSTOMER,
          remark: '',
        },
        first.id,
        tipId,
      );
      if (tip > 0) continue;
      first.taken.cash = (first.taken.cash ?? 0) - 5_000;
      pen.write(
        'tipsPaid',
        day,
        at('09:55'),
        clerk.id,
        {
          no: pen.no('XF', day),
          receiver: '球童 12',
          tips: [{ id: tipId, no: '', amount: 5_000 }],
          amount: 5_000,
          signature: null,
        },
        first.id,
        `tips:${tipId}`,
      );
    }
    const counts = { sales: share(entries) - OTHERS.entries, lines: share(rows) - OTHERS.rows };
    for (const _ of salesOf(pen, day, clerk.id, [first, second], products, counts))
      pen.write(
        'tillHandover',
        day,
        at('16:00'),
        clerk.id,
        {
          ...closeBody(first, mark(clerk, '16:00')),
          no: secondNo,
          taking: mark(late, '16:00'),
          shift: second.shift,
        },
        first.id,
        closeId(firstNo),
      );
    const back = draw.one(products);
    const price = back.body.cost * 2;
    pen.write(
      'refund',
      day,
      at('20:00'),
      late.id,
      {
        no: pen.no('TH', day),
        sale: pen.written.find(({ kind }) => kind === 'sale')?.id ?? '',
        saleNo: '',
        lines: [{ ...lineOf(back, 1), line: 0, location: '展架', amount: price }],
        total: price,
        payments: pay(second, 'wechat', 0 - price),
        reason: '不合适',
        redInvoice: '',
        approval: null,
      },
      second.id,
    );
    sealed = closeId(secondNo);
    pen.write(
      'tillSeal',
      day,
      at('23:00'),
      late.id,
      {
        ...closeBody(second, mark(late, '23:00')),
        sealNo: `F${draw.digits(5)}`,
        safe: '前台保险柜',
        witness: mark(lead, '23:00'),
      },
      second.id,
      sealed,
    );
    const lines = [first, second].flatMap(({ id, no, shift, taken }) =>
      (Object.entries(taken) as [Tender, number][])
        .filter(([, sum]) => sum !== 0)
        .map(([tender, sum]) => ({
          session: id,
          sessionNo: no,
          day,
          shift,
          tender,
          amount: sum,
          left: 0,
          slips: 0,
        })),
    );
    pen.write('deposit', day, at('23:30'), late.id, {
      no: pen.no('SJ', day),
      lines,
      total: lines.reduce((sum, line) => sum + line.amount, 0),
      bankSlipNo: '',
      receiver: { mode: 'pin', name: finance.name, at: at('23:30'), staff: finance.id },
      reason: '',
      remark: '',
    });
    yield pen.nextDay();
  }
}
