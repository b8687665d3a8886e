/** The demo club's members with stored value and its on-account firms. */
import type { Account } from '../accounts/schema';
import { saveAccount, type AccountFields } from '../accounts/save-account';
import { topUp } from '../accounts/top-up';
import { settleAccount } from '../accounts/settle';
import type { Actor } from '../core/command';
import { openOf } from '../ledger/books';
import { EMPTY_PAYMENT } from '../ledger/payments';
import type { PretendDesk } from './pretend-desk';
import type { Draw } from './random';
import { makePerson } from './visits';

const FIRMS = [
  ['QY-001', '青岛海信贸易有限公司', '5000', '王经理\n李秘书'],
  ['QY-002', '蓝湾物业管理有限公司', '3000', '城主任'],
  ['QY-003', '崂山旅行社', '8000', '导游部 周敏\n计调 许诺'],
] as const;

const MEMBERS = 14;

/** Opens the accounts at an instant; the members' first top-ups follow by `demoTopUp`. */
export function demoAccounts(desk: PretendDesk, draw: Draw, lead: Actor, at: string): readonly Account[] {
  const ids: string[] = [];
  const open = (fields: AccountFields): void => {
    const id = draw.id(at);
    desk.run(saveAccount, { id, fields }, id, at, lead);
    ids.push(id);
  };
  const base = { remark: '', active: true } as const;
  for (const [accountNo, name, limit, signatories] of FIRMS)
    open({ ...base, type: 'onAccount', accountNo, name, phone: '053285550200', signatories, limit });
  for (let index = 1; index <= MEMBERS; index += 1) {
    const { name, phone } = makePerson(draw);
    const accountNo = `8${String(index * 37).padStart(5, '0')}`;
    open({ ...base, type: 'member', accountNo, name, phone, signatories: '', limit: '' });
  }
  return ids.map((id) => desk.records.get(id) as Account);
}

/** One member tops up. The till must be open. */
export function demoTopUp(
  desk: PretendDesk,
  draw: Draw,
  accounts: readonly Account[],
  clerk: Actor,
  at: string,
): void {
  const members = accounts.filter(({ body }) => body.type === 'member');
  if (members.length === 0) return;
  const amount = String(draw.one([500, 1_000, 1_000, 2_000, 3_000]));
  const payment = {
    ...EMPTY_PAYMENT,
    tender: draw.one(['wechat', 'card', 'alipay'] as const),
    amount,
    ref: draw.digits(4),
    confirmed: true,
  };
  const id = draw.id(at);
  const fields = { amount, payments: [payment], remark: '' };
  desk.run(topUp, { id, account: draw.one(members).id, fields }, id, at, clerk);
}

/** A firm pays everything it owes, by bank transfer. */
export function demoSettle(desk: PretendDesk, draw: Draw, account: Account, clerk: Actor, at: string): void {
  const owed = openOf(desk.books(), 'receivable').filter(
    (open) => open.account === account.id && open.amount > 0,
  );
  if (owed.length === 0) return;
  const yuan = (fen: number): string => (fen / 100).toFixed(2);
  const total = owed.reduce((sum, { amount }) => sum + amount, 0);
  const id = draw.id(at);
  const fields = {
    lines: owed.map(({ ref, amount }) => ({ entry: ref, amount: yuan(amount) })),
    payments: [
      {
        ...EMPTY_PAYMENT,
        tender: 'transfer' as const,
        amount: yuan(total),
        ref: draw.digits(6),
        confirmed: true,
      },
    ],
    remark: '',
  };
  desk.run(settleAccount, { id, account: account.id, fields }, id, at, clerk);
}
