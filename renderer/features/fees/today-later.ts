/** What fees put on Today: invoices to issue, numbered stock that is low, doubtful or not counted. */
import { addDays } from '@shared/core/time';
import { doubtful, onHandPieces, pieceBook } from '@shared/fees/numbered';
import { rangeText } from '@shared/fees/pieces';
import { NUMBERED_STOCKS, type NumberedCount, type NumberedStock } from '@shared/ledger/entries/fees';
import type { TodayContext, TodayItem } from '../../ui/feature';
import { t } from '../../ui/i18n';
import { toInvoice } from './fee-columns';
import { feesWithFollowers, listedFees, loadNumbered } from './use-fees';

/** Fees whose invoice is still asked for are not older than that. Days. */
const INVOICE_DAYS = 90;
/** Days an invoice may wait before its line is amber. */
const INVOICE_WAITS = 3;
/** Day of the month from which the count is asked for. */
const COUNT_FROM = 25;

export default async function feesLater(context: TodayContext): Promise<readonly TodayItem[]> {
  return [...(await invoiceItems(context)), ...(await numberedItems(context))];
}

async function invoiceItems({ day }: TodayContext): Promise<readonly TodayItem[]> {
  const asked = await feesWithFollowers({ from: addDays(day, -INVOICE_DAYS), to: day });
  const waiting = listedFees(asked).filter(toInvoice);
  const oldest = waiting.at(-1);
  if (!oldest) return [];
  const { fee } = oldest;
  return [
    {
      id: 'fees:invoice',
      level: fee.day <= addDays(day, -INVOICE_WAITS) ? 'due' : 'open',
      title: t('fees.todayInvoice', { count: waiting.length }),
      detail: t('fees.todayInvoiceDetail', { no: fee.body.no ?? '', name: fee.body.customer.name }),
      until: fee.day.slice(5),
      dueAt: fee.at,
      action: { label: t('fees.doIssue'), path: `/fees/${fee.id}/invoice` },
    },
  ];
}

async function numberedItems({ day, now, settings }: TodayContext): Promise<readonly TodayItem[]> {
  const entries = await loadNumbered();
  const moves = entries.filter((entry): entry is NumberedStock => entry.kind === 'numberedStock');
  const counts = entries.filter((entry): entry is NumberedCount => entry.kind === 'numberedCount');
  const base = { until: '', dueAt: now };
  const items = NUMBERED_STOCKS.flatMap((stock): readonly TodayItem[] => {
    const mine = moves.filter(({ body }) => body.stock === stock);
    if (mine.length === 0) return [];
    const name = t(`fees.stock.${stock}`);
    const book = pieceBook(mine, stock);
    const left = onHandPieces(book);
    const [twice] = doubtful(book);
    return [
      ...(twice
        ? [
            {
              ...base,
              id: `numbered:twice:${stock}`,
              level: 'overdue' as const,
              title: t('fees.todayDoubt', { stock: name, no: rangeText(twice) }),
              detail: t('fees.todayDoubtDetail'),
              action: { label: t('fees.doOpen'), path: '/fees/numbered' },
            },
          ]
        : []),
      ...(left <= settings.numberedLow
        ? [
            {
              ...base,
              id: `numbered:low:${stock}`,
              level: left === 0 ? ('due' as const) : ('open' as const),
              title: t('fees.todayLow', { stock: name, count: `${left}${t(`fees.unit.${stock}`)}` }),
              detail: t('fees.todayLowDetail'),
              action: { label: t('fees.doReceive'), path: '/fees/numbered/new' },
            },
          ]
        : []),
    ];
  });
  const month = day.slice(0, 7);
  const uncounted = NUMBERED_STOCKS.filter(
    (stock) =>
      moves.some(({ body }) => body.stock === stock) &&
      !counts.some((count) => count.body.stock === stock && count.day.startsWith(month)),
  );
  if (uncounted.length === 0 || Number(day.slice(8)) < COUNT_FROM) return items;
  return [
    ...items,
    {
      ...base,
      id: 'numbered:count',
      // Amber on the last day.
      level: addDays(day, 1).startsWith(month) ? 'open' : 'due',
      title: t('fees.todayCount', {
        stocks: uncounted.map((stock) => t(`fees.stock.${stock}`)).join(t('ui.listSeparator')),
      }),
      detail: t('fees.todayCountDetail'),
      action: { label: t('fees.doCount'), path: '/fees/numbered/count' },
    },
  ];
}
