/** What enquiries print and export: 《客户来电登记表》, 《在线客服受理记录表》, and the list as an Excel file. */
import type { Period } from '@shared/core/period';
import { PHONE_ROLES, hasRole } from '@shared/core/roles';
import type { RegisterInput } from '@shared/enquiries/forms/registers';
import { enquiryRow, ENQUIRY_SHEET } from '@shared/enquiries/rows';
import type { Enquiry } from '@shared/enquiries/schema';
import { periodText } from '@shared/forms/texts';
import { fill } from '@shared/messages/fill';
import { enquiries as words } from '@shared/messages/zh-CN/enquiries';
import { departmentName, staffName, useDirectory } from '../../data/directory';
import { useSession } from '../../data/session';
import { exportList } from '../../ui/export-list';
import { printForm, type PrintRequest } from '../../ui/print/print-form';
import type { EnquiryFilters } from './view-state';

/** Phones are given in full only to roles that may see them (FORMS); oldest first, like a register on paper. */
function rowsOf(enquiries: readonly Enquiry[]): ReturnType<typeof enquiryRow>[] {
  const showPhones = hasRole(useSession.getState().actor?.roles ?? [], PHONE_ROLES);
  return [...enquiries]
    .reverse()
    .map((enquiry) => enquiryRow(enquiry, { staffName, departmentName, showPhones }));
}

function inputOf(
  { from, to }: Period,
  enquiries: readonly Enquiry[],
  filters: EnquiryFilters,
): RegisterInput {
  const { status, channel, category, responsible, words: typed } = filters;
  const filter = [
    status === 'all' ? '' : words.status[status],
    channel && channel !== 'phone' ? words.channel[channel] : '',
    category && words.category[category],
    responsible && staffName(responsible),
    typed.trim(),
  ]
    .filter(Boolean)
    .join('、');
  return {
    club: useDirectory.getState().settings.clubName,
    from,
    to,
    filter: filter && fill(words.form.filter, { filter }),
    rows: rowsOf(enquiries),
  };
}

/** Came by telephone; everything else is on the other register. */
export const isCall = ({ body }: Enquiry): boolean => body.channel === 'phone';

/** 《客户来电登记表》 of the listed telephone calls. */
export function phoneRequest(
  period: Period,
  shown: readonly Enquiry[],
  filters: EnquiryFilters,
): PrintRequest {
  return {
    form: 'enquiry-phone',
    title: words.form.phoneTitle,
    data: inputOf(period, shown.filter(isCall), filters),
    reference: periodText(period.from, period.to),
  };
}

/** 《在线客服受理记录表》 of everything listed that did not come by telephone. */
export function onlineRequest(
  period: Period,
  shown: readonly Enquiry[],
  filters: EnquiryFilters,
): PrintRequest {
  const written = shown.filter((enquiry) => !isCall(enquiry));
  return {
    form: 'enquiry-online',
    title: words.form.onlineTitle,
    data: inputOf(period, written, filters),
    reference: periodText(period.from, period.to),
  };
}

export function printPhoneRegister(period: Period, shown: readonly Enquiry[], filters: EnquiryFilters): void {
  printForm(phoneRequest(period, shown, filters));
}

export function printOnlineRegister(
  period: Period,
  shown: readonly Enquiry[],
  filters: EnquiryFilters,
): void {
  printForm(onlineRequest(period, shown, filters));
}

/** The listed enquiries as an Excel file. */
export function exportEnquiries({ from, to }: Period, shown: readonly Enquiry[]): Promise<void> {
  return exportList({
    register: 'enquiries',
    title: words.title.replace(' / ', '与'),
    of: periodText(from, to),
    columns: ENQUIRY_SHEET,
    rows: rowsOf(shown),
  });
}
