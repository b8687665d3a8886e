/** Entries of the ledger that take from one another, as desks make them by what they know; out of the demo month's own. */
import type { CollectionName, Envelope } from '@shared/core/envelope';
import { effects } from '@shared/ledger/effects';
import type { LedgerEntry } from '@shared/ledger/schema';
import { refundIds } from '@shared/sales/refund';
import { demoRecords } from './endpoint';
import type { ModelDesk } from './model-desk';

const records = demoRecords();
const template = (collection: CollectionName, is: (doc: Envelope) => boolean): Envelope => {
  const found = records.get(collection)?.find(is);
  if (!found) throw new Error('no such record');
  return found;
};
const kind = (name: string): Envelope => template('ledger', (doc) => doc.kind === name);
const accountOf = (type: string): Envelope =>
  template('directory', (doc) => doc.kind === 'account' && (doc.body as { type?: string }).type === type);

export const MEMBER = accountOf('member').id;
export const FIRM = accountOf('onAccount').id;
const PRICE = 100;

export const LIMIT_ACTS = [
  'sell',
  'refund',
  'debt',
  'settle',
  'spend',
  'lend',
  'return',
  'unlend',
  'tip',
  'payTips',
] as const;
export type LimitAct = (typeof LIMIT_ACTS)[number];

const payment = (tender: string, amount: number, account = ''): object => ({
  tender,
  amount,
  given: 0,
  terminal: '',
  ref: '',
  account,
});

let counter = 0;
/** Ascending minutes, so that the order of records is that of the acts. */
const instant = (): string =>
  new Date(Date.parse('2026-11-21T01:00:00.000Z') + counter * 1_000).toISOString();

/** Writes an entry at a desk. */
function write(desk: ModelDesk, id: string, of: Envelope, body: object): void {
  counter += 1;
  const { no: _no, log: _log, ...rest } = of.body;
  const at = instant();
  const by = of.by;
  desk.act('ledger', {
    ...of,
    id,
    status: `${desk.desk}-${String(counter).padStart(9, '0')}`,
    day: '2026-11-21',
    desk: desk.desk,
    at,
    ver: {},
    key: '',
    body: {
      ...rest,
      n: counter,
      log: [{ id: `act:${counter}`, act: 'x', at, by, desk: desk.desk }],
      ...body,
    } as Envelope['body'],
  });
}

const entries = (desk: ModelDesk): readonly LedgerEntry[] => [...desk.of('ledger').values()] as LedgerEntry[];

/** What is left by one desk's knowledge. */
function open(desk: ModelDesk, which: 'receivable' | 'loan' | 'tip', ref: string): number {
  return entries(desk)
    .flatMap((entry) => effects(entry).open)
    .filter((row) => row.kind === which && row.ref === ref)
    .reduce((sum, { amount }) => sum + amount, 0);
}
const balance = (desk: ModelDesk): number =>
  entries(desk)
    .flatMap((entry) => effects(entry).accounts)
    .filter(({ account }) => account === MEMBER)
    .reduce((sum, { amount }) => sum + amount, 0);

/** Money on the member's account before everybody parts. */
export function topUp(desk: ModelDesk): void {
  write(desk, `topup:${(counter += 1)}`, kind('topUp'), {
    account: MEMBER,
    amount: 5 * PRICE,
    payments: [payment('cash', 5 * PRICE)],
  });
}

function sell(desk: ModelDesk, tender: string, account = ''): void {
  const sale = kind('sale');
  const [line] = (sale.body as unknown as { readonly lines: readonly object[] }).lines;
  const total = 4 * PRICE;
  write(desk, `${tender}:${(counter += 1)}`, sale, {
    lines: [{ ...line, quantity: 4, price: PRICE, discount: 0, share: 0, amount: total }],
    discount: 0,
    rounding: 0,
    total,
    payments: [payment(tender, total, account)],
  });
}

/** One act of a desk on the `pick`-th thing it may be done to, for `size`; nothing where what the desk knows forbids it. */
export function limitAct(desk: ModelDesk, act: LimitAct, pick: number, size: number): void {
  const of = (is: (entry: LedgerEntry) => boolean): LedgerEntry | undefined => {
    const all = entries(desk)
      .filter(is)
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    return all[pick % Math.max(1, all.length)];
  };
  if (act === 'sell') sell(desk, 'cash');
  if (act === 'debt') sell(desk, 'onAccount', FIRM);
  if (act === 'spend' && balance(desk) >= 4 * PRICE) sell(desk, 'member', MEMBER);
  if (act === 'refund') {
    const sale = of(({ id }) => id.startsWith('cash:'));
    if (!sale) return;
    const earlier = refundIds(sale.id).flatMap(
      (id) => desk.of('ledger').get(id) ?? [],
    ) as unknown as readonly {
      readonly body: { readonly lines: readonly { readonly quantity: number }[] };
    }[];
    const back = earlier.flatMap(({ body }) => body.lines).reduce((sum, { quantity }) => sum + quantity, 0);
    const [free] = refundIds(sale.id).filter((id) => !desk.of('ledger').has(id));
    if (back + size > 4 || !free) return;
    const line = (kind('refund').body as unknown as { readonly lines: readonly object[] }).lines[0];
    write(desk, free, kind('refund'), {
      sale: sale.id,
      lines: [{ ...line, line: 0, quantity: size, amount: size * PRICE }],
      total: size * PRICE,
      payments: [payment('cash', size * PRICE)],
    });
  }
  if (act === 'settle') {
    const debt = of(({ id }) => id.startsWith('onAccount:'));
    const amount = size * PRICE;
    if (!debt || open(desk, 'receivable', debt.id) < amount) return;
    write(desk, `settle:${(counter += 1)}`, kind('accountSettlement'), {
      account: FIRM,
      settles: [{ entry: debt.id, no: '', amount }],
      amount,
      payments: [payment('cash', amount)],
    });
  }
  if (act === 'lend')
    write(desk, `loan:${(counter += 1)}`, kind('depositTaken'), {
      amount: PRICE,
      rental: 0,
      payments: [payment('cash', PRICE)],
    });
  if (act === 'return' || act === 'unlend') {
    const loan = of(({ kind: name }) => name === 'depositTaken');
    if (!loan || open(desk, 'loan', loan.id) < 1) return;
    if (act === 'return')
      write(desk, `return:${loan.id}`, kind('depositReturned'), {
        of: loan.id,
        returned: PRICE,
        kept: 0,
        lateFee: 0,
        payments: [payment('cash', PRICE)],
        charged: [],
      });
    else {
      const rows = effects(loan);
      write(desk, `reversal:${loan.id}`, kind('reversal'), {
        of: loan.id,
        ofKind: 'depositTaken',
        effects: {
          stock: [],
          income: [],
          accounts: [],
          custody: [],
          money: rows.money.map((row) => ({ ...row, session: 'till', amount: -row.amount })),
          open: rows.open.map((row) => ({ ...row, amount: -row.amount })),
        },
      });
    }
  }
  if (act === 'tip')
    write(desk, `tip:${(counter += 1)}`, kind('tipTaken'), {
      amount: PRICE,
      payments: [payment('cash', PRICE)],
    });
  if (act === 'payTips') {
    const tips = entries(desk)
      .filter((entry) => entry.kind === 'tipTaken' && open(desk, 'tip', entry.id) > 0)
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .slice(pick % 2, (pick % 2) + size);
    const [first] = tips;
    if (!first) return;
    write(desk, `tips:${first.id}`, kind('tipsPaid'), {
      tips: tips.map(({ id }) => ({ id, no: '', amount: PRICE })),
      amount: tips.length * PRICE,
    });
  }
}

/** Ids of entries that went beyond a limit, worked out one entry after the other. */
export function beyondAll(all: readonly LedgerEntry[]): readonly string[] {
  const sorted = [...all].sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1));
  const left = new Map<string, number>();
  const over: string[] = [];
  const take = (entry: LedgerEntry, key: string, amount: number): void => {
    const now = (left.get(key) ?? 0) + amount;
    left.set(key, now);
    if (amount < 0 && now < 0) over.push(`${key} ${entry.id}`);
  };
  for (const entry of sorted) {
    const { open: rows, accounts } = effects(entry);
    for (const { kind: name, ref, amount } of rows)
      if (name !== 'securityDeposit') take(entry, `${name} ${ref}`, amount);
    for (const { account, amount } of accounts)
      if (account === MEMBER) take(entry, `balance ${account}`, amount);
    if (entry.kind === 'sale') take(entry, `refund ${entry.id}`, 4);
    if (entry.kind === 'refund')
      take(
        entry,
        `refund ${entry.body.sale}`,
        -entry.body.lines.reduce((sum, { quantity }) => sum + quantity, 0),
      );
  }
  return over;
}
