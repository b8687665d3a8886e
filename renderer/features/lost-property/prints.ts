/** What is printed of lost property, each by its form's id (FORMS). */
import { PHONE_ROLES, hasRole } from '@shared/core/roles';
import type { Period } from '@shared/core/period';
import { businessDay } from '@shared/core/time';
import { lostProperty as words } from '@shared/messages/zh-CN/lost-property';
import type { ClaimSlipInput } from '@shared/lost-property/forms/claim-slip';
import { disposalRows, type DisposalInput } from '@shared/lost-property/forms/disposal-record';
import type { HandoverSheetInput } from '@shared/lost-property/forms/handover-sheet';
import type { LabelInput } from '@shared/lost-property/forms/labels';
import type { LossRegisterInput } from '@shared/lost-property/forms/loss-register';
import type { NoticeInput } from '@shared/lost-property/forms/notice';
import type { LostRegisterInput } from '@shared/lost-property/forms/register';
import { foundRow, reportRow, type RowOptions } from '@shared/lost-property/rows';
import type { FoundItem, FoundStatus, Handover, LossReport } from '@shared/lost-property/schema';
import { featuresText } from '@shared/lost-property/words';
import { staffName, useDirectory } from '../../data/directory';
import { today, useSession } from '../../data/session';
import { printForm, type PrintRequest } from '../../ui/print/print-form';

const club = (): string => useDirectory.getState().settings.clubName;
const dayOf = (instant: string): string => businessDay(instant, useDirectory.getState().settings.cutOffHour);
const reference = ({ from, to }: Period): string => (from === to ? from : `${from}_${to}`);

/** Phones are masked unless the role may see them. */
export function rowOptions(): RowOptions {
  const { actor } = useSession.getState();
  return {
    nameOf: staffName,
    showPhones: hasRole(actor?.roles ?? [], PHONE_ROLES),
    settings: useDirectory.getState().settings,
  };
}

/** @param items oldest first */
export function registerRequest(
  items: readonly FoundItem[],
  period: Period,
  states: readonly FoundStatus[],
): PrintRequest {
  const options = rowOptions();
  const data: LostRegisterInput = {
    club: club(),
    ...period,
    states,
    rows: items.map((item) => foundRow(item, options)),
  };
  return { form: 'lost-register', title: words.form.register, data, reference: reference(period) };
}

export function printRegister(
  items: readonly FoundItem[],
  period: Period,
  states: readonly FoundStatus[],
): void {
  printForm(registerRequest(items, period, states));
}

/** One 60×40 mm label each, or all on A4 sheets. */
export function printLabels(items: readonly FoundItem[], sheet: boolean): void {
  const labels = items.map(({ body }) => ({
    no: body.no ?? '',
    name: body.name,
    foundDay: dayOf(body.foundAt),
    storage: body.storage,
  }));
  const data: LabelInput = { labels };
  printForm({
    form: sheet ? 'lost-label-sheet' : 'lost-label',
    title: words.label,
    data,
    ...(labels.length === 1 ? { reference: labels[0]?.no ?? '' } : {}),
  });
}

export function printSlip({ body }: FoundItem, event: string): void {
  const by = body.events.find(({ id }) => id === event)?.by ?? '';
  const data: ClaimSlipInput = { club: club(), body, event, handler: staffName(by) };
  printForm({ form: 'lost-claim-slip', title: words.form.slip, data, reference: body.no ?? '' });
}

export function printSheet({ body }: Handover): void {
  const data: HandoverSheetInput = { club: club(), body };
  printForm({ form: 'lost-handover', title: words.form.handover, data, reference: body.no ?? '' });
}

/** What is held, without anything hidden. Documents show their kind only: no name stands in the features then. */
export function printNotice(items: readonly FoundItem[]): void {
  const { settings } = useDirectory.getState();
  const rows = items
    .filter(({ status }) => status === 'held')
    .map(({ body }) => ({
      no: body.no ?? '',
      foundDay: dayOf(body.foundAt),
      place: body.place,
      item: [body.name, body.valueKind === 'document' ? '' : featuresText(body.features, false)]
        .filter(Boolean)
        .join('，'),
    }));
  const data: NoticeInput = { club: club(), day: today(), keepDays: settings.lostItemDays, rows };
  printForm({ form: 'lost-notice', title: words.form.noticeTitle, data, reference: today() });
}

/** @param items oldest first @param noOf register number of an item by id */
export function reportsRequest(
  reports: readonly LossReport[],
  period: Period,
  noOf: (id: string) => string,
): PrintRequest {
  const options = rowOptions();
  const data: LossRegisterInput = {
    club: club(),
    ...period,
    rows: reports.map((report) => reportRow(report, options, noOf)),
  };
  return { form: 'loss-register', title: words.form.reports, data, reference: reference(period) };
}

export function printReports(
  reports: readonly LossReport[],
  period: Period,
  noOf: (id: string) => string,
): void {
  printForm(reportsRequest(reports, period, noOf));
}

export function disposalsRequest(items: readonly FoundItem[], period: Period): PrintRequest {
  const data: DisposalInput = { club: club(), ...period, rows: disposalRows(items, period.from, period.to) };
  return { form: 'lost-disposals', title: words.form.disposals, data, reference: reference(period) };
}

export function printDisposals(items: readonly FoundItem[], period: Period): void {
  printForm(disposalsRequest(items, period));
}
