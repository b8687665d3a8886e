/** What is printed and exported of a count: blank and filled sheet, Excel. A blind count gives away no book (DOMAIN §4). */
import type { MoneyCheck } from '@shared/counts/money-check';
import { blankRows, filledRows, type CountSheetInput } from '@shared/counts/forms/count-sheet';
import { isHidden, type CountRow } from '@shared/counts/rows';
import type { Count, CountProduct } from '@shared/counts/schema';
import { fill } from '@shared/messages/fill';
import { counts as words } from '@shared/messages/zh-CN/counts';
import { printedByText } from '@shared/forms/texts';
import { onHand, type Books } from '@shared/ledger/books';
import { nowIso } from '../../data/clock';
import { staffName, useDirectory } from '../../data/directory';
import { exportSheet } from '../../data/export-sheet';
import { today, useSession } from '../../data/session';
import { refusalText, t } from '../../ui/i18n';
import { printForm } from '../../ui/print/print-form';
import { toast } from '../../ui/toast';

const club = (): string => useDirectory.getState().settings.clubName;

function print(data: CountSheetInput): void {
  const title = data.type === 'morning' ? words.form.title : words.form.stocktake;
  printForm({ form: 'count-sheet', title, data, reference: data.no === '' ? data.day : data.no });
}

const NOBODY = { check: null, skipped: '', counter: null, lead: null, finance: null } as const;

/** To count by hand; `count` null: before one was begun. */
export function printBlank(
  count: Count | null,
  products: readonly CountProduct[],
  books: Books,
  blindNow: boolean,
): void {
  const blind = count ? count.body.blind : blindNow;
  print({
    ...NOBODY,
    club: club(),
    type: count?.body.type ?? 'morning',
    no: count?.body.no ?? '',
    day: count?.day ?? today(),
    desk: count?.desk ?? useSession.getState().desk,
    blind,
    places: blankRows(products, blind, (product, location) => onHand(books, product, location)),
  });
}

/** What was counted, with the check by group and the signatures. */
export function printFilled(count: Count, rows: readonly CountRow[], check: MoneyCheck | null): void {
  const { body, by, at } = count;
  print({
    club: club(),
    type: body.type,
    no: body.no ?? '',
    day: count.day,
    desk: count.desk,
    blind: body.blind,
    places: filledRows(count, rows),
    check,
    skipped: skippedText(count),
    counter: body.submitted ?? { staff: by, name: staffName(by), at },
    lead: body.approval,
    finance: body.finance,
  });
}

function skippedText({ body }: Count): string {
  if (body.skipped.length === 0) return '';
  return fill(words.form.skipped, { reason: body.skipReason, name: body.skipApproval?.name ?? '' });
}

const form = words.form;
const place = words.place;

/** The lines as an Excel file. */
export async function exportCount(count: Count, rows: readonly CountRow[]): Promise<void> {
  const { actor, desk } = useSession.getState();
  const places = filledRows(count, rows);
  const hidden = isHidden(count);
  const columns = [
    { title: place, width: 10 },
    { title: form.shelf, width: 10 },
    { title: form.sku, width: 14 },
    { title: form.name, width: 26 },
    { title: form.spec, width: 18 },
    { title: form.unit, width: 8 },
    ...(hidden ? [] : [{ title: form.book, width: 10 }]),
    { title: form.first, width: 10 },
    { title: form.recount, width: 10 },
    ...(hidden ? [] : [{ title: form.difference, width: 10 }]),
    { title: form.reason, width: 30 },
  ];
  const lines = places.flatMap((one) =>
    one.rows.map((row) => [
      one.place,
      row.shelf,
      row.sku,
      row.name,
      row.spec,
      row.unit,
      ...(hidden ? [] : [row.book ?? '']),
      row.first ?? '',
      row.recount ?? '',
      ...(hidden ? [] : [row.difference ?? '']),
      row.reason,
    ]),
  );
  const title = count.body.type === 'morning' ? form.title : form.stocktake;
  const { saved, refusals } = await exportSheet({
    register: 'counts',
    fileName: `${title} ${count.body.no ?? ''}.xlsx`,
    detail: { count: count.body.no ?? '' },
    sheet: {
      name: words.exportSheet,
      head: [`${title}　${count.body.no ?? ''}`, printedByText(actor?.name ?? '', desk, nowIso())],
      columns,
      rows: lines,
    },
  });
  if (saved) toast(t('counts.exported', { count: lines.length }));
  for (const { code, params } of refusals) toast(refusalText(code, params), { level: 'error' });
}
