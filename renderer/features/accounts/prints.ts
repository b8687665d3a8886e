/** What is printed and exported of accounts (FORMS). */
import { ageing, statementOf } from '@shared/accounts/statement';
import type { AccountVoucherInput } from '@shared/accounts/forms/voucher';
import type { StatementInput } from '@shared/accounts/forms/statement';
import { maskPhone } from '@shared/core/mask';
import type { Period } from '@shared/core/period';
import { PHONE_ROLES, hasRole } from '@shared/core/roles';
import { DAY_MS } from '@shared/core/time';
import { printedByText } from '@shared/forms/texts';
import type { AccountSettlement, BalanceReturned, TopUp } from '@shared/ledger/entries/money';
import type { LedgerEntry } from '@shared/ledger/schema';
import { accounts as words } from '@shared/messages/zh-CN/accounts';
import { ledger } from '@shared/messages/zh-CN/ledger';
import { loadBooks } from '../../data/books';
import { nowIso } from '../../data/clock';
import { staffName, useDirectory } from '../../data/directory';
import { exportSheet } from '../../data/export-sheet';
import { range } from '../../data/read';
import { today, useSession } from '../../data/session';
import { refusalText, t } from '../../ui/i18n';
import { printForm } from '../../ui/print/print-form';
import { printVoucher } from '../../ui/print/print-voucher';
import { toast } from '../../ui/toast';
import type { AccountRow } from './use-accounts';

export type AccountEntry = TopUp | BalanceReturned | AccountSettlement;

const club = (): string => useDirectory.getState().settings.clubName;
const form = words.form;

/** 储值凭条, 退余额凭条 or 结算收据. */
export async function printVoucherOf(entry: AccountEntry): Promise<void> {
  const { accounts } = await loadBooks();
  const title = { topUp: form.topUp, balanceReturned: form.returned, accountSettlement: form.settled }[
    entry.kind
  ];
  await printVoucher(entry.id, (reprint) => {
    const data: AccountVoucherInput = {
      club: club(),
      entry: { kind: entry.kind, at: entry.at, body: entry.body },
      clerk: staffName(entry.by),
      balance: accounts[entry.body.account] ?? 0,
      reprint,
    };
    return { form: 'account-voucher', title, data, reference: entry.body.no ?? '' };
  });
}

/** What an entry is called on a statement. */
export const nameOf = (entry: LedgerEntry): string => ledger.kind[entry.kind];

/** 挂账明细及结算单, or 储值明细. */
export async function printStatement({ account, owed }: AccountRow, { from, to }: Period): Promise<void> {
  const [books, later] = await Promise.all([loadBooks(), range<LedgerEntry>('ledger', 'day', [from], ['9'])]);
  const { opening, rows, closing } = statementOf(account.id, later, books.accounts[account.id] ?? 0, {
    from,
    to,
  });
  const isFirm = account.body.type === 'onAccount';
  const daysOf = (day: string): number => Math.round((Date.parse(today()) - Date.parse(day)) / DAY_MS);
  const data: StatementInput = {
    club: club(),
    account: account.body,
    from,
    to,
    opening,
    closing,
    lines: rows.map(({ entry, amount, balance }) => ({
      day: entry.day,
      no: entry.body.no ?? '',
      what: nameOf(entry),
      signedBy: 'signature' in entry.body ? (entry.body.signature?.name ?? '') : '',
      amount,
      balance,
    })),
    ages: isFirm ? ageing(owed, today()) : [],
    open: isFirm
      ? owed.map(({ day, entry, amount }) => ({
          day,
          no: entry?.body.no ?? '',
          amount,
          days: day === '' ? 0 : daysOf(day),
        }))
      : [],
  };
  printForm({
    form: 'account-statement',
    title: isFirm ? form.firmTitle : form.memberTitle,
    data,
    reference: `${account.body.accountNo}_${from}_${to}`,
  });
}

/** The listed accounts as an Excel file. Phones are masked unless the role may see them. */
export async function exportAccounts(rows: readonly AccountRow[], firms: boolean): Promise<void> {
  const { actor, desk } = useSession.getState();
  const mayPhone = hasRole(actor?.roles ?? [], PHONE_ROLES);
  const title = firms ? words.firms : words.members;
  const columns: readonly {
    readonly title: string;
    readonly width: number;
    readonly value: (row: AccountRow) => string | number;
  }[] = [
    { title: form.accountNo, width: 14, value: ({ account }) => account.body.accountNo },
    { title: form.name, width: 26, value: ({ account }) => account.body.name },
    {
      title: form.phone,
      width: 14,
      value: ({ account }) => (mayPhone ? account.body.phone : maskPhone(account.body.phone)),
    },
    ...(firms
      ? [
          {
            title: form.signatories,
            width: 24,
            value: ({ account }: AccountRow) => account.body.signatories.join('、'),
          },
          { title: form.limit, width: 12, value: ({ account }: AccountRow) => account.body.limit / 100 },
        ]
      : []),
    { title: firms ? form.unsettled : form.balance, width: 12, value: ({ balance }) => balance / 100 },
  ];
  const { saved, refusals } = await exportSheet({
    register: 'accounts',
    fileName: `${title} ${today()}.xlsx`,
    detail: { from: today(), to: today() },
    sheet: {
      name: title,
      head: [`${title}　${today()}`, printedByText(actor?.name ?? '', desk, nowIso())],
      columns: columns.map(({ title: head, width }) => ({ title: head, width })),
      rows: rows.map((row) => columns.map(({ value }) => value(row))),
    },
  });
  if (saved) toast(t('accounts.exported', { count: rows.length }));
  for (const { code, params } of refusals) toast(refusalText(code, params), { level: 'error' });
}
