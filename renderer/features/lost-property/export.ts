/** The listed items as an Excel file, with the columns of the printed register. */
import type { Period } from '@shared/core/period';
import { periodText, printedByText } from '@shared/forms/texts';
import { lostProperty as words } from '@shared/messages/zh-CN/lost-property';
import { foundRow, type FoundRow } from '@shared/lost-property/rows';
import type { FoundItem } from '@shared/lost-property/schema';
import { nowIso } from '../../data/clock';
import { exportSheet } from '../../data/export-sheet';
import { useSession } from '../../data/session';
import { refusalText, t } from '../../ui/i18n';
import { toast } from '../../ui/toast';
import { rowOptions } from './prints';

const form = words.form;
const COLUMNS: readonly {
  readonly title: string;
  readonly width: number;
  readonly value: (row: FoundRow) => string | number;
}[] = [
  { title: form.no, width: 22, value: ({ no }) => no },
  { title: form.foundDay, width: 12, value: ({ foundDay }) => foundDay },
  { title: form.time, width: 8, value: ({ foundTime }) => foundTime },
  { title: form.place, width: 18, value: ({ place }) => place },
  { title: form.name, width: 20, value: ({ name }) => name },
  { title: form.features, width: 40, value: ({ features }) => features },
  { title: form.quantity, width: 8, value: ({ quantity }) => quantity },
  { title: form.finder, width: 14, value: ({ finder }) => finder },
  { title: form.phone, width: 14, value: ({ phone }) => phone },
  { title: form.storage, width: 18, value: ({ storage }) => storage },
  { title: form.receivedBy, width: 14, value: ({ receivedBy }) => receivedBy },
  { title: form.status, width: 14, value: ({ statusText }) => statusText },
  { title: form.goneDay, width: 14, value: ({ goneDay }) => goneDay },
  { title: form.claimant, width: 18, value: ({ claimant }) => claimant },
  { title: form.last4, width: 12, value: ({ last4 }) => last4 },
  {
    title: form.claimedQuantity,
    width: 10,
    value: ({ claimedQuantity }) => (claimedQuantity === '' ? '' : Number(claimedQuantity)),
  },
  { title: form.handledBy, width: 14, value: ({ handledBy }) => handledBy },
  { title: form.result, width: 32, value: ({ result }) => result },
  { title: form.remark, width: 24, value: ({ remark }) => remark },
];

/** Oldest first, like the printed register. */
export async function exportItems(items: readonly FoundItem[], { from, to }: Period): Promise<void> {
  const { actor, desk } = useSession.getState();
  const options = rowOptions();
  const rows = [...items].reverse().map((item) => foundRow(item, options));
  const { saved, refusals } = await exportSheet({
    register: 'lostItems',
    fileName: `${form.register} ${from === to ? from : `${from}_${to}`}.xlsx`,
    detail: { from, to },
    sheet: {
      name: words.exportSheet,
      head: [`${form.register}　${periodText(from, to)}`, printedByText(actor?.name ?? '', desk, nowIso())],
      columns: COLUMNS.map(({ title, width }) => ({ title, width })),
      rows: rows.map((row) => COLUMNS.map(({ value }) => value(row))),
    },
  });
  if (saved) toast(t('lostProperty.exported', { count: rows.length }));
  for (const { code, params } of refusals) toast(refusalText(code, params), { level: 'error' });
}
