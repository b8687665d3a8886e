/** What the visitor log prints: 客户来访登记表 of the listed visits, and 在场人员名单. */
import { maskPhone } from '@shared/core/mask';
import type { Period } from '@shared/core/period';
import { PHONE_ROLES, hasRole } from '@shared/core/roles';
import { clock } from '@shared/core/time';
import { dateTimeCell, periodText } from '@shared/forms/texts';
import { fill } from '@shared/messages/fill';
import { visits as words } from '@shared/messages/zh-CN/visits';
import type { EvacuationInput, VisitRegisterInput } from '@shared/visits/forms';
import type { OnSite } from '@shared/visits/on-site';
import { visitRow } from '@shared/visits/rows';
import { namedPerson, type Visit } from '@shared/visits/schema';
import { nowIso } from '../../data/clock';
import { useDirectory } from '../../data/directory';
import { today, useSession } from '../../data/session';
import { printForm, type PrintRequest } from '../../ui/print/print-form';
import { deskNames, nameOf } from './names';
import type { VisitFilters } from './view-state';
import { dayTime } from '../../ui/typed';

/** Phones are printed in full only for roles that may see them (FORMS). */
function showPhones(): boolean {
  return hasRole(useSession.getState().actor?.roles ?? [], PHONE_ROLES);
}

/** 客户来访登记表; oldest first, whatever the list is sorted by. @param visits newest first */
export function registerRequest(
  { from, to }: Period,
  visits: readonly Visit[],
  filters: VisitFilters,
): PrintRequest {
  const { settings } = useDirectory.getState();
  const options = { nameOf, showPhones: showPhones(), cutOffHour: settings.cutOffHour };
  const desks = visits.length > 0 ? visits.map(({ desk }) => desk) : [useSession.getState().desk];
  const data: VisitRegisterInput = {
    club: settings.clubName,
    from,
    to,
    desks: deskNames(desks),
    filter: filterText(filters),
    rows: [...visits].reverse().map((visit) => visitRow(visit, options)),
  };
  return { form: 'visit-register', title: words.form.title, data, reference: periodText(from, to) };
}

/** Opens the preview of the register. */
export function printRegister(period: Period, visits: readonly Visit[], filters: VisitFilters): void {
  printForm(registerRequest(period, visits, filters));
}

function filterText({ status, purpose, department, words: typed }: VisitFilters): string {
  const filter = [
    status === 'all' ? '' : words.status[status],
    purpose,
    department && nameOf(department),
    typed.trim(),
  ]
    .filter(Boolean)
    .join('、');
  return filter && fill(words.form.filter, { filter });
}

/** What the evacuation list says; `onDuty` are staff ids, `whole` shows phones in full. */
export function evacuationInput(
  { visits, count }: OnSite,
  onDuty: readonly string[],
  whole: boolean,
): EvacuationInput {
  const day = today();
  return {
    club: useDirectory.getState().settings.clubName,
    asOf: nowIso(),
    visitors: visits.map((visit) => {
      const { people, company, department, timeIn, phone } = visit.body;
      return {
        name: visit.body.guardian
          ? fill(words.form.guardian, { name: namedPerson(visit.body) })
          : visit.body.name,
        people,
        company,
        department: department && nameOf(department),
        timeIn: visit.day === day ? clock(timeIn) : dayTime(timeIn),
        phone: whole ? phone : maskPhone(phone),
      };
    }),
    starter: count && {
      players: count.body.players,
      caddies: count.body.caddies,
      time: clock(count.body.countedAt),
    },
    staff: onDuty.map(nameOf),
  };
}

/** Opens the preview of the evacuation list; `onDuty` are staff ids. */
export function printEvacuation(onSite: OnSite, onDuty: readonly string[]): void {
  const data = evacuationInput(onSite, onDuty, showPhones());
  const reference = dateTimeCell(data.asOf);
  printForm({ form: 'evacuation-list', title: words.evacuation.title, data, reference });
}
