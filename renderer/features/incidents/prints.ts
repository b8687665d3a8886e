/** What is printed and exported of emergencies (FORMS). */
import { maskPhone } from '@shared/core/mask';
import type { Period } from '@shared/core/period';
import { PHONE_ROLES, hasRole } from '@shared/core/roles';
import { clock } from '@shared/core/time';
import { dateTimeCell, periodText } from '@shared/forms/texts';
import type { IncidentReportInput } from '@shared/incidents/forms/report';
import type { Incident } from '@shared/incidents/schema';
import { peopleOf, rollOf, tally } from '@shared/incidents/state';
import { incidents as words } from '@shared/messages/zh-CN/incidents';
import { visits } from '@shared/messages/zh-CN/visits';
import type { EvacuationInput } from '@shared/visits/forms';
import { nowIso } from '../../data/clock';
import { departmentName, staffName, useDirectory } from '../../data/directory';
import { useSession } from '../../data/session';
import { exportList } from '../../ui/export-list';
import { printForm } from '../../ui/print/print-form';

const clubName = (): string => useDirectory.getState().settings.clubName;

/** In full while people are being called: the paper is what is left when the power is out. */
export function phoneShown({ status }: Incident, phone: string): string {
  const whole = status === 'open' || hasRole(useSession.getState().actor?.roles ?? [], PHONE_ROLES);
  return whole || phone.length < 7 ? phone : maskPhone(phone);
}

/** 紧急事件报告, at any moment. */
export function printIncident(incident: Incident): void {
  const { body } = incident;
  const people = [...body.calls, ...body.marks, ...body.measures].map(({ by }) => by);
  const data: IncidentReportInput = {
    club: clubName(),
    incident,
    departments: body.departments.map(departmentName),
    names: Object.fromEntries(people.map((id) => [id, staffName(id)])),
    phones: Object.fromEntries(body.people.map(({ id, phone }) => [id, phoneShown(incident, phone)])),
  };
  printForm({ form: 'incident-report', title: words.form.title, data, reference: body.no ?? '' });
}

/** 在场人员名单 of the roll call, to tick by hand. */
export function printRoll(incident: Incident): void {
  const roll = rollOf(peopleOf(incident.body)).map(({ person }) => person);
  const group = (source: 'players' | 'caddies'): number =>
    roll.filter((person) => person.source === source).reduce((sum, { people }) => sum + people, 0);
  const asOf = nowIso();
  const guests = roll.filter(({ source }) => source === 'visit' || source === 'added');
  const data: EvacuationInput = {
    club: clubName(),
    asOf,
    visitors: guests.map(({ name, people, role, phone }) => ({
      name,
      people,
      company: role,
      department: '',
      timeIn: '',
      phone: phoneShown(incident, phone),
    })),
    starter: { players: group('players'), caddies: group('caddies'), time: clock(incident.at) },
    staff: roll.filter(({ source }) => source === 'staff' || source === 'contact').map(({ name }) => name),
  };
  printForm({
    form: 'evacuation-list',
    title: visits.evacuation.title,
    data,
    reference: dateTimeCell(asOf),
  });
}

/** @param incidents oldest first */
export function exportIncidents(incidents: readonly Incident[], { from, to }: Period): Promise<void> {
  const { field, form } = words;
  return exportList<Incident>({
    register: 'incidents',
    title: form.register,
    of: periodText(from, to),
    rows: incidents,
    columns: [
      { title: field.no, width: 22, value: ({ body }) => body.no ?? '' },
      { title: field.occurredAt, width: 18, value: ({ body }) => dateTimeCell(body.occurredAt) },
      { title: field.level, width: 8, value: ({ body }) => body.level },
      { title: field.place, width: 20, value: ({ body }) => body.place },
      { title: field.what, width: 40, value: ({ body }) => body.what },
      { title: field.reporter, width: 12, value: ({ body }) => body.reporter },
      {
        title: field.departments,
        width: 24,
        value: ({ body }) => body.departments.map(departmentName).join('、'),
      },
      { title: field.people, width: 10, value: ({ body }) => tally(peopleOf(body)).all },
      { title: field.told, width: 10, value: ({ body }) => tally(peopleOf(body)).told },
      { title: field.result, width: 40, value: ({ body }) => body.result },
      { title: field.summary, width: 40, value: ({ body }) => body.summary },
      { title: field.state, width: 10, value: ({ status }) => words.status[status] },
    ],
  });
}
