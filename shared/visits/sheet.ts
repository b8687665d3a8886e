/** The exported sheet of the visitor log: every column (DOMAIN §3.1). Files are Chinese, like printed forms. */
import { visits as words } from '../messages/zh-CN/visits';
import type { VisitRow } from './rows';
import type { VisitStatus } from './schema';

export interface SheetVisit extends VisitRow {
  readonly desk: string;
  readonly status: VisitStatus;
}

/** Widths in characters. */
export const VISIT_SHEET: readonly {
  readonly title: string;
  readonly width: number;
  readonly value: (visit: SheetVisit) => string | number;
}[] = [
  { title: words.form.date, width: 12, value: ({ date }) => date },
  { title: words.form.no, width: 22, value: ({ no }) => no },
  { title: words.field.desk, width: 8, value: ({ desk }) => desk },
  { title: words.field.status, width: 12, value: ({ status }) => words.status[status] },
  { title: words.form.name, width: 16, value: ({ name }) => name },
  { title: words.form.people, width: 8, value: ({ people }) => people },
  { title: words.form.company, width: 28, value: ({ company }) => company },
  { title: words.form.phone, width: 16, value: ({ phone }) => phone },
  { title: words.form.purpose, width: 12, value: ({ purpose }) => purpose },
  { title: words.field.details, width: 32, value: ({ details }) => details },
  { title: words.form.visiting, width: 18, value: ({ visiting }) => visiting },
  { title: words.form.plate, width: 12, value: ({ plate }) => plate },
  { title: words.form.badge, width: 10, value: ({ badge }) => badge },
  { title: words.form.timeIn, width: 12, value: ({ timeIn }) => timeIn },
  { title: words.form.timeOut, width: 14, value: ({ timeOut }) => timeOut },
  { title: words.form.receivedBy, width: 12, value: ({ receivedBy }) => receivedBy },
  { title: words.form.outcome, width: 32, value: ({ outcome }) => outcome },
  { title: words.form.remark, width: 32, value: ({ remark }) => remark },
];
