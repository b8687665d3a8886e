/** Texts that the forms, lists and exports of loans write the same way. */
import { NEVER_DUE } from '../../core/envelope';
import { formatMoney } from '../../core/money';
import { dateTimeCell } from '../../forms/texts';
import type { DepositTakenBody } from '../../ledger/entries/money';
import type { Customer, Payment } from '../../ledger/entries/parts';
import { ledger } from '../../messages/zh-CN/ledger';
import { loans as words } from '../../messages/zh-CN/loans';

/** `球杆 G-12 女士半套`; 其他 goes without saying. */
export function thingText({ item, itemNo, description }: DepositTakenBody): string {
  return [item === 'other' ? '' : words.item[item], itemNo, description].filter(Boolean).join(' ');
}

/** `微信 ¥300.00（4417）、现金 ¥200.00`. */
export function paymentsText(payments: readonly Payment[]): string {
  return payments
    .map(({ tender, amount, ref }) => `${ledger.tender[tender]} ${formatMoney(amount)}${ref && `（${ref}）`}`)
    .join('、');
}

/** `2026-11-21 18:00`, or 未约定. */
export function backByText(backBy: string): string {
  return backBy === NEVER_DUE ? words.form.none : dateTimeCell(backBy);
}

/** `司徒静怡（80037）`. */
export function customerText({ name, memberNo }: Customer): string {
  return memberNo === '' ? name : `${name}（${memberNo}）`;
}
