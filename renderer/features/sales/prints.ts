/** What is printed and exported of sales (FORMS). */
import { formatMoney } from '@shared/core/money';
import type { Period } from '@shared/core/period';
import { civil } from '@shared/core/time';
import { periodText, printedByText } from '@shared/forms/texts';
import type { Refund, Sale } from '@shared/ledger/entries/sales';
import { ledger } from '@shared/messages/zh-CN/ledger';
import { sales as words } from '@shared/messages/zh-CN/sales';
import type { SaleReceiptInput } from '@shared/sales/forms/receipt';
import { linesText, type ListedSale } from '@shared/sales/rows';
import { nowIso } from '../../data/clock';
import { staffName, useDirectory } from '../../data/directory';
import { exportSheet } from '../../data/export-sheet';
import { useSession } from '../../data/session';
import { refusalText, t } from '../../ui/i18n';
import { printVoucher } from '../../ui/print/print-voucher';
import { toast } from '../../ui/toast';

const form = words.form;

/** 小票 of a sale or a refund, on the receipt printer's roll or on A4. */
export function printReceipt(entry: Sale | Refund, roll: boolean): Promise<void> {
  return printVoucher(entry.id, (reprint) => {
    const data: SaleReceiptInput = {
      club: useDirectory.getState().settings.clubName,
      entry: { kind: entry.kind, at: entry.at, body: entry.body },
      clerk: staffName(entry.by),
      reprint,
    };
    return {
      form: roll ? 'sale-receipt-80' : 'sale-receipt',
      title: entry.kind === 'sale' ? form.receipt : form.refundReceipt,
      data,
      reference: entry.body.no ?? '',
    };
  });
}

const COLUMNS: readonly {
  readonly title: string;
  readonly width: number;
  readonly value: (row: ListedSale) => string | number;
}[] = [
  { title: form.no, width: 22, value: ({ sale }) => sale.body.no ?? '' },
  { title: form.day, width: 12, value: ({ sale }) => sale.day },
  { title: form.time, width: 8, value: ({ sale }) => civil(sale.at).slice(11, 16) },
  { title: form.name, width: 50, value: ({ sale }) => linesText(sale) },
  { title: form.amount, width: 12, value: ({ sale }) => sale.body.total / 100 },
  { title: form.refunded, width: 12, value: ({ refunded }) => refunded / 100 },
  {
    title: form.tenders,
    width: 34,
    value: ({ sale }) =>
      sale.body.payments
        .map(({ tender, amount }) => `${ledger.tender[tender]} ${formatMoney(amount)}`)
        .join('、'),
  },
  { title: form.customerName, width: 14, value: ({ sale }) => sale.body.customer.name },
  { title: form.cashier, width: 12, value: ({ sale }) => staffName(sale.by) },
  {
    title: form.invoice,
    width: 22,
    value: ({ invoice }) => [ledger.invoice.state[invoice.state], invoice.number].filter(Boolean).join(' '),
  },
];

/** The listed sales as an Excel file, oldest first. */
export async function exportSales(rows: readonly ListedSale[], period: Period): Promise<void> {
  const { actor, desk } = useSession.getState();
  const { from, to } = period;
  const { saved, refusals } = await exportSheet({
    register: 'sales',
    fileName: `${words.list} ${from === to ? from : `${from}_${to}`}.xlsx`,
    detail: { ...period },
    sheet: {
      name: words.list,
      head: [`${words.list}　${periodText(from, to)}`, printedByText(actor?.name ?? '', desk, nowIso())],
      columns: COLUMNS.map(({ title, width }) => ({ title, width })),
      rows: [...rows].reverse().map((row) => COLUMNS.map(({ value }) => value(row))),
    },
  });
  if (saved) toast(t('sales.exported', { count: rows.length }));
  for (const { code, params } of refusals) toast(refusalText(code, params), { level: 'error' });
}
