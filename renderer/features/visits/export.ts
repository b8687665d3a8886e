/** The listed visits as an Excel file. */
import { PHONE_ROLES, hasRole } from '@shared/core/roles';
import type { Period } from '@shared/core/period';
import { dateTimeCell, periodText } from '@shared/forms/texts';
import { fill } from '@shared/messages/fill';
import { visits as words } from '@shared/messages/zh-CN/visits';
import { visitRow } from '@shared/visits/rows';
import type { Visit } from '@shared/visits/schema';
import { VISIT_SHEET } from '@shared/visits/sheet';
import { nowIso } from '../../data/clock';
import { useDirectory } from '../../data/directory';
import { exportSheet } from '../../data/export-sheet';
import { useSession } from '../../data/session';
import { refusalText, t } from '../../ui/i18n';
import { toast } from '../../ui/toast';
import { nameOf } from './names';

/** Phones are masked unless the role may see them; oldest first, like the printed register. */
export async function exportVisits({ from, to }: Period, visits: readonly Visit[]): Promise<void> {
  const { actor, desk } = useSession.getState();
  const { cutOffHour } = useDirectory.getState().settings;
  const options = { nameOf, showPhones: hasRole(actor?.roles ?? [], PHONE_ROLES), cutOffHour };
  const days = periodText(from, to);
  const time = dateTimeCell(nowIso());
  const rows = [...visits]
    .reverse()
    .map((visit) => ({ ...visitRow(visit, options), desk: visit.desk, status: visit.status }));
  const { saved, refusals } = await exportSheet({
    register: 'visits',
    fileName: `${words.title} ${days}.xlsx`,
    detail: { from, to },
    sheet: {
      name: words.title,
      head: [fill(words.sheetHead, { days }), fill(words.sheetBy, { name: actor?.name ?? '', desk, time })],
      columns: VISIT_SHEET.map(({ title, width }) => ({ title, width })),
      rows: rows.map((row) => VISIT_SHEET.map(({ value }) => value(row))),
    },
  });
  if (saved) toast(t('visits.exportDone', { count: visits.length }));
  for (const { code, params } of refusals) toast(refusalText(code, params), { level: 'error' });
}
