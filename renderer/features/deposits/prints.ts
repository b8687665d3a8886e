/** What is printed of deposits and of the month's cash (FORMS). */
import type { CashDay } from '@shared/deposits/cash-month';
import type { CashMonthInput } from '@shared/deposits/forms/cash-month';
import type { DepositSlipInput } from '@shared/deposits/forms/deposit-slip';
import type { Deposit } from '@shared/ledger/entries/tills';
import type { Signature } from '@shared/signatures/signature';
import { deposits as words } from '@shared/messages/zh-CN/deposits';
import { staffName, useDirectory } from '../../data/directory';
import { printForm, type PrintRequest } from '../../ui/print/print-form';

const club = (): string => useDirectory.getState().settings.clubName;

/** 款项上交单. @param receiver who received it, null while nobody did; `archiveNo` where its paper was filed, or '' */
export function printDeposit(
  { body: given, desk, at, by }: Deposit,
  receiver: Signature | null,
  archiveNo: string,
): void {
  const body = { ...given, receiver: receiver ?? given.receiver };
  const data: DepositSlipInput = { club: club(), body, desk, at, giver: staffName(by), archiveNo };
  printForm({ form: 'deposit-slip', title: words.form.slip, data, reference: body.no ?? '' });
}

/** 现金月报. */
export function cashMonthRequest(month: string, days: readonly CashDay[]): PrintRequest {
  const data: CashMonthInput = { club: club(), month, days };
  return { form: 'cash-month', title: words.form.month, data, reference: month };
}

export function printCashMonth(month: string, days: readonly CashDay[]): void {
  printForm(cashMonthRequest(month, days));
}
