/** Texts that several forms write the same way (FORMS, first paragraph). Forms are always Chinese. */
import { formatMoney } from '../core/money';
import { civil } from '../core/time';
import { forms as words } from '../messages/zh-CN/forms';

/** `1,234.50` of 123450 fen: amount columns carry no currency sign. */
export function amountCell(fen: number): string {
  return formatMoney(fen).replace('¥', '');
}

/** `2026-11-21 14:05` of an instant, '' of none. */
export function dateTimeCell(instant: string | undefined): string {
  return instant ? civil(instant).slice(0, 16).replace('T', ' ') : '';
}

/** `2026-11-01 至 2026-11-30`; one day stands alone. */
export function periodText(from: string, to: string): string {
  return from === to ? from : `${from} ${words.to} ${to}`;
}

/** A member of staff signs by PIN: `工号确认 1003 林晓彤 2026-11-21 14:05`, never as handwriting (DOMAIN §2). */
export function confirmedBy(staffNo: string, name: string, instant: string): string {
  return `${words.confirmed} ${staffNo} ${name} ${dateTimeCell(instant)}`;
}

/** A box to tick on paper; a ticked one is filled. */
export function tickBox(ticked: boolean): string {
  return ticked ? '■' : '□';
}

/** Foot of a page: `制表：林晓彤（A 台） 2026-11-21 16:02`. */
export function printedByText(name: string, desk: string, instant: string): string {
  return `${words.madeBy}${name}（${desk} ${words.desk}） ${dateTimeCell(instant)}`;
}
