/** The listed sessions as an Excel file: one row a session and tender. */
import type { Period } from '@shared/core/period';
import { dateTimeCell, periodText, printedByText } from '@shared/forms/texts';
import { tills as words } from '@shared/messages/zh-CN/tills';
import { ledger } from '@shared/messages/zh-CN/ledger';
import { differencesOf, holderOf, shiftOf, type Till } from '@shared/tills/till';
import { nowIso } from '../../data/clock';
import { exportSheet } from '../../data/export-sheet';
import { useSession } from '../../data/session';
import { refusalText, t } from '../../ui/i18n';
import { toast } from '../../ui/toast';

const { field, form } = words;
const COLUMNS = [
  { title: form.no, width: 22 },
  { title: field.day, width: 12 },
  { title: field.shift, width: 8 },
  { title: field.desk, width: 6 },
  { title: field.opened, width: 18 },
  { title: field.closed, width: 18 },
  { title: field.holder, width: 12 },
  { title: field.tender, width: 12 },
  { title: field.expected, width: 14 },
  { title: field.actual, width: 14 },
  { title: field.difference, width: 14 },
  { title: words.reason, width: 30 },
] as const;

function rowsOf(till: Till): readonly (readonly (string | number)[])[] {
  const { opening, closing } = till;
  const head = [
    opening.body.no ?? '',
    opening.day,
    shiftOf(till),
    opening.desk,
    dateTimeCell(opening.at),
    dateTimeCell(closing?.at),
    holderOf(till).name,
  ];
  const differences = differencesOf(till);
  if (!closing) return [[...head, '', '', '', '', '']];
  return closing.body.checks.map(({ tender, expected, actual }) => [
    ...head,
    ledger.tender[tender],
    expected / 100,
    actual / 100,
    (differences[tender] ?? 0) / 100,
    closing.body.reason,
  ]);
}

/** Oldest first. */
export async function exportTills(tills: readonly Till[], { from, to }: Period): Promise<void> {
  const { actor, desk } = useSession.getState();
  const { saved, refusals } = await exportSheet({
    register: 'tills',
    fileName: `${words.history} ${from === to ? from : `${from}_${to}`}.xlsx`,
    detail: { from, to },
    sheet: {
      name: words.exportSheet,
      head: [`${words.history}　${periodText(from, to)}`, printedByText(actor?.name ?? '', desk, nowIso())],
      columns: COLUMNS,
      rows: [...tills].reverse().flatMap(rowsOf),
    },
  });
  if (saved) toast(t('tills.exported', { count: tills.length }));
  for (const { code, params } of refusals) toast(refusalText(code, params), { level: 'error' });
}
