/** What is printed and exported of complaints (FORMS). */
import { proposeHandler, sameHandler } from '@shared/complaints/authority';
import { complaintFigures } from '@shared/complaints/figures';
import type { ArchiveListInput } from '@shared/complaints/forms/archive-list';
import type { ComplaintRegisterInput } from '@shared/complaints/forms/register';
import type { ComplaintSheetInput } from '@shared/complaints/forms/sheet';
import { complaintRow, type ComplaintRow, type RowOptions } from '@shared/complaints/rows';
import { isComplaint, type Complaint } from '@shared/complaints/schema';
import { standingOf } from '@shared/complaints/standing';
import { PHONE_ROLES, hasRole } from '@shared/core/roles';
import type { Period } from '@shared/core/period';
import { periodText } from '@shared/forms/texts';
import { complaints as words } from '@shared/messages/zh-CN/complaints';
import { nowIso } from '../../data/clock';
import { departmentName, staffName, useDirectory } from '../../data/directory';
import { byIds, range } from '../../data/read';
import { useSession } from '../../data/session';
import { exportList, type ListColumn } from '../../ui/export-list';
import { printForm, type PrintRequest } from '../../ui/print/print-form';

const club = (): string => useDirectory.getState().settings.clubName;
const reference = ({ from, to }: Period): string => periodText(from, to);
const showPhones = (): boolean => hasRole(useSession.getState().actor?.roles ?? [], PHONE_ROLES);

/** Name of a member of staff or a department. */
const nameOf = (id: string): string =>
  id === '' ? '' : staffName(id) === id ? departmentName(id) : staffName(id);

const rowOptions = (): RowOptions => ({ nameOf, showPhones: showPhones(), now: nowIso() });

/**
 * The register with the figures of its whole period, whatever the list shows.
 * @param shown oldest first
 */
export async function registerRequest(
  shown: readonly Complaint[],
  period: Period,
  filter: string,
): Promise<PrintRequest> {
  const all = await range('tickets', 'kind', ['complaint', period.from], ['complaint', period.to]);
  const options = rowOptions();
  const { mostlyCountsSatisfied: mostlyCounts } = useDirectory.getState().settings;
  const data: ComplaintRegisterInput = {
    club: club(),
    ...period,
    filter,
    rows: shown.map((complaint) => complaintRow(complaint, options)),
    figures: complaintFigures(all.filter(isComplaint), period, options.now, mostlyCounts),
    mostlyCounts,
  };
  return { form: 'complaint-register', title: words.form.register, data, reference: reference(period) };
}

export async function printRegister(
  shown: readonly Complaint[],
  period: Period,
  filter: string,
): Promise<void> {
  printForm(await registerRequest(shown, period, filter));
}

/** @param shown archived ones are listed by archive number */
export function printArchive(shown: readonly Complaint[], period: Period): void {
  const options = rowOptions();
  const rows = shown.map((complaint) => complaintRow(complaint, options));
  const data: ArchiveListInput = { club: club(), ...period, rows };
  printForm({ form: 'complaint-archive', title: words.form.archiveList, data, reference: reference(period) });
}

/** Ids of other complaints that one names. */
export const namedIn = ({ body }: Complaint): readonly string[] =>
  body.events.flatMap((event) => (event.type === 'linked' || event.type === 'dismissed' ? [event.of] : []));

export async function printSheet(complaint: Complaint): Promise<void> {
  const { departments } = useDirectory.getState();
  const { assignment } = standingOf(complaint.body);
  const { handler, reason } = proposeHandler(complaint, departments);
  const others = await byIds('tickets', namedIn(complaint));
  const ids = new Set(
    complaint.body.events.flatMap((event) => [
      event.by,
      ...('department' in event ? [event.department] : []),
      ...('approvedBy' in event ? [event.approvedBy] : []),
      ...('handler' in event ? [event.handler.department] : []),
    ]),
  );
  const names = Object.fromEntries([
    ...[...ids, complaint.by, complaint.body.department].map((id) => [id, nameOf(id)] as const),
    ...others.map(({ id, body }) => [id, body.no ?? ''] as const),
  ]);
  const data: ComplaintSheetInput = {
    club: club(),
    complaint,
    names,
    showPhone: showPhones(),
    authority: assignment && sameHandler(assignment.handler, handler) ? reason : '',
    now: nowIso(),
  };
  printForm({
    form: 'complaint-sheet',
    title: words.form.sheet,
    data,
    reference: complaint.body.no ?? '',
  });
}

const form = words.form;
const COLUMNS: readonly ListColumn<ComplaintRow>[] = [
  { title: form.no, width: 22, value: ({ no }) => no },
  { title: form.receivedAt, width: 17, value: ({ receivedAt }) => receivedAt },
  { title: form.channel, width: 12, value: ({ channel }) => channel },
  { title: form.customer, width: 12, value: ({ customer }) => customer },
  { title: form.phone, width: 14, value: ({ phone }) => phone },
  { title: form.summary, width: 50, value: ({ summary }) => summary },
  { title: form.determination, width: 10, value: ({ determination }) => determination },
  { title: form.grade, width: 8, value: ({ grade }) => grade },
  { title: form.handlerShort, width: 12, value: ({ handler }) => handler },
  { title: form.noticed, width: 16, value: ({ notices }) => notices },
  { title: form.solvedAt, width: 17, value: ({ solvedAt }) => solvedAt },
  { title: form.hours, width: 9, value: ({ hours }) => (hours === '' ? '' : Number(hours)) },
  { title: form.overdue, width: 6, value: ({ late }) => late },
  { title: form.extendedEscalated, width: 11, value: ({ moves }) => moves },
  { title: form.repeatShort, width: 6, value: ({ repeat }) => repeat },
  { title: form.satisfaction, width: 10, value: ({ satisfaction }) => satisfaction },
  { title: form.archiveNo, width: 22, value: ({ archiveNo }) => archiveNo },
  { title: words.field.status, width: 12, value: ({ status }) => status },
  { title: words.field.responsible, width: 12, value: ({ responsible }) => responsible },
];

/** The listed complaints, oldest first, with the columns of the printed register. */
export function exportComplaints(shown: readonly Complaint[], period: Period): Promise<void> {
  const options = rowOptions();
  return exportList({
    register: 'complaints',
    title: form.register,
    of: reference(period),
    columns: COLUMNS,
    rows: shown.map((complaint) => complaintRow(complaint, options)),
  });
}
