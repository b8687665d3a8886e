/** What is printed and exported of fees and numbered stock (FORMS). */
import { PHONE_ROLES, hasRole } from '@shared/core/roles';
import { maskPhone } from '@shared/core/mask';
import type { Period } from '@shared/core/period';
import { civil } from '@shared/core/time';
import type { FeeReceiptInput } from '@shared/fees/forms/receipt';
import { invoiceText, paymentsText } from '@shared/fees/forms/receipt';
import type { FeeLine, FeeRegisterInput } from '@shared/fees/forms/register';
import type { NumberedSheetInput } from '@shared/fees/forms/numbered-sheet';
import { feesByTender, feesByType, feeTotal } from '@shared/fees/totals';
import { periodText, printedByText } from '@shared/forms/texts';
import { fees as words } from '@shared/messages/zh-CN/fees';
import { nowIso } from '../../data/clock';
import { staffName, useDirectory } from '../../data/directory';
import { exportSheet } from '../../data/export-sheet';
import { useSession } from '../../data/session';
import { refusalText, t } from '../../ui/i18n';
import { printForm, type PrintRequest } from '../../ui/print/print-form';
import { printVoucher } from '../../ui/print/print-voucher';
import { toast } from '../../ui/toast';
import type { ListedFee, NumberedRecords } from './use-fees';

const club = (): string => useDirectory.getState().settings.clubName;
const reference = ({ from, to }: Period): string => (from === to ? from : `${from}_${to}`);

/** 收费收据 on half pages, or on the roll of the receipt printer. */
export function printReceipt({ fee, invoice, reversal }: ListedFee, roll: boolean): Promise<void> {
  const { id, body, at, by } = fee;
  return printVoucher(id, (reprint) => {
    const data: FeeReceiptInput = {
      club: club(),
      body,
      at,
      clerk: staffName(by),
      invoice,
      reprint,
      reversed: reversal !== null,
    };
    return {
      form: roll ? 'fee-receipt-80' : 'fee-receipt',
      title: words.form.receipt,
      data,
      reference: body.no ?? '',
    };
  });
}

/** One fee as printed and exported. Phones are masked unless the role may see them. */
function feeLine({ fee, invoice, reversal }: ListedFee): FeeLine {
  const { body, at, day, by } = fee;
  const { actor } = useSession.getState();
  const mayPhone = hasRole(actor?.roles ?? [], PHONE_ROLES);
  return {
    no: body.no ?? '',
    day,
    time: civil(at).slice(11, 16),
    type: body.type,
    customer: body.customer.name,
    phone: mayPhone ? body.customer.phone : maskPhone(body.customer.phone),
    agreementNo: body.agreementNo,
    cardNo: body.cardNo,
    receiptNo: body.receiptNo,
    amount: body.amount,
    tenders: paymentsText(body.payments),
    invoice: invoiceText(invoice),
    clerk: staffName(by),
    state: words.state[reversal ? 'reversed' : 'taken'],
    remark: body.remark,
  };
}

/** @param rows newest first, as listed */
export function feesRequest(rows: readonly ListedFee[], period: Period): PrintRequest {
  const data: FeeRegisterInput = {
    club: club(),
    ...period,
    rows: [...rows].reverse().map(feeLine),
    byType: feesByType(rows),
    byTender: feesByTender(rows),
    total: feeTotal(rows),
    reversed: rows.filter(({ reversal }) => reversal).length,
  };
  return { form: 'fee-register', title: words.form.register, data, reference: reference(period) };
}

export function printFees(rows: readonly ListedFee[], period: Period): void {
  printForm(feesRequest(rows, period));
}

const form = words.form;
const COLUMNS: readonly {
  readonly title: string;
  readonly width: number;
  readonly value: (line: FeeLine) => string | number;
}[] = [
  { title: form.no, width: 22, value: ({ no }) => no },
  { title: form.day, width: 12, value: ({ day }) => day },
  { title: form.time, width: 8, value: ({ time }) => time },
  { title: form.type, width: 12, value: ({ type }) => type },
  { title: form.customer, width: 16, value: ({ customer }) => customer },
  { title: form.phone, width: 14, value: ({ phone }) => phone },
  { title: form.agreementNo, width: 16, value: ({ agreementNo }) => agreementNo },
  { title: form.cardNo, width: 16, value: ({ cardNo }) => cardNo },
  { title: form.receiptNo, width: 16, value: ({ receiptNo }) => receiptNo },
  { title: form.amountCell, width: 14, value: ({ amount }) => amount / 100 },
  { title: form.tenders, width: 30, value: ({ tenders }) => tenders },
  { title: form.invoice, width: 24, value: ({ invoice }) => invoice },
  { title: form.clerk, width: 12, value: ({ clerk }) => clerk },
  { title: form.state, width: 10, value: ({ state }) => state },
  { title: form.remark, width: 24, value: ({ remark }) => remark },
];

/** The listed fees as an Excel file, oldest first. */
export async function exportFees(rows: readonly ListedFee[], period: Period): Promise<void> {
  const { actor, desk } = useSession.getState();
  const { saved, refusals } = await exportSheet({
    register: 'fees',
    fileName: `${form.register} ${reference(period)}.xlsx`,
    detail: { ...period },
    sheet: {
      name: words.exportSheet,
      head: [
        `${form.register}　${periodText(period.from, period.to)}`,
        printedByText(actor?.name ?? '', desk, nowIso()),
      ],
      columns: COLUMNS.map(({ title, width }) => ({ title, width })),
      rows: [...rows].reverse().map((row) => {
        const line = feeLine(row);
        return COLUMNS.map(({ value }) => value(line));
      }),
    },
  });
  if (saved) toast(t('fees.exported', { count: rows.length }));
  for (const { code, params } of refusals) toast(refusalText(code, params), { level: 'error' });
}

/** 卡证票据领用月表 of a period. */
export function numberedRequest(
  { moves, counts }: Pick<NumberedRecords, 'moves' | 'counts'>,
  period: Period,
): PrintRequest {
  const { from, to } = period;
  const upTo = moves.filter(({ day }) => day <= to);
  const data: NumberedSheetInput = {
    club: club(),
    from,
    to,
    moves: upTo,
    counts: counts.filter(({ day }) => day >= from && day <= to),
    names: Object.fromEntries(upTo.map(({ by }) => [by, staffName(by)])),
  };
  return { form: 'numbered-sheet', title: words.form.sheet, data, reference: reference(period) };
}

export function printNumbered(records: NumberedRecords, period: Period): void {
  printForm(numberedRequest(records, period));
}
