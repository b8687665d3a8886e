/** What is typed of a work order, and the check that makes it what is stored (DOMAIN §3.5). */
import type { Context, Loaded, Read } from '../core/command';
import type { Checks } from '../core/field-checks';
import { dueAfter } from '../service/clocks';
import { checkParty } from '../service/party';
import { LIMITS as SERVICE_LIMITS, type Identity, type Party } from '../service/schema';
import { LIMITS, MAX_PARTS, type Part } from './schema';

/** One department's part as typed; `due` an ISO instant, '' for the order's. */
export interface PartFields {
  readonly department: string;
  readonly assignee: string;
  readonly content: string;
  readonly due: string;
}

export interface OrderFields {
  readonly name: string;
  readonly phone: string;
  readonly identity: Identity;
  readonly memberNo: string;
  readonly category: string;
  readonly summary: string;
  /** ISO instant; '' starts the clock of the settings. */
  readonly due: string;
  readonly parts: readonly PartFields[];
}

export const emptyPart = (department = '', content = ''): PartFields => ({
  department,
  assignee: '',
  content,
  due: '',
});

/** An empty form. */
export const emptyOrder = (category: string): OrderFields => ({
  name: '',
  phone: '',
  identity: 'guest',
  memberNo: '',
  category,
  summary: '',
  due: '',
  parts: [emptyPart()],
});

/** Asks for the departments named. */
export const readDepartments = (ids: readonly string[]): Read => ({
  name: 'departments',
  collection: 'directory',
  ids: [...new Set(ids)].filter((id) => id !== ''),
});

/** A time still to come; '' when refused. */
export function checkFuture(checks: Checks, field: string, instant: string, { now }: Context): string {
  if (instant > now) return instant;
  checks.refuse(field, 'dueInPast');
  return '';
}

/** The order's due time: typed, or by the clock from now. */
export function checkDue(checks: Checks, typed: string, context: Context): string {
  const { clocks, workingHours } = context.settings;
  return typed === ''
    ? dueAfter(context.now, clocks.workOrder, workingHours)
    : checkFuture(checks, 'due', typed, context);
}

/** ISO instant by which a department asked now has accepted. */
export function acceptBy({ now, settings }: Context): string {
  return new Date(Date.parse(now) + settings.transferMinutes * 60_000).toISOString();
}

/** An active department that has no part yet. */
export function checkDepartment(
  checks: Checks,
  field: string,
  id: string,
  loaded: Loaded,
  taken: readonly string[],
): string {
  const department = loaded.departments?.find((doc) => doc.id === id && doc.kind === 'department');
  if (id === '') checks.refuse(field, 'required');
  else if (department?.status !== 'active') checks.refuse(field, 'departmentGone');
  else if (taken.includes(id)) checks.refuse(field, 'departmentTwice');
  return id;
}

/** One part, given now. `prefix` stands before the fields of its refusals. */
export function checkPart(
  checks: Checks,
  prefix: string,
  typed: PartFields,
  order: { readonly id: string; readonly due: string; readonly taken: readonly string[] },
  loaded: Loaded,
  context: Context,
): Part {
  const due = typed.due === '' ? order.due : checkFuture(checks, `${prefix}due`, typed.due, context);
  if (order.due !== '' && due > order.due) checks.refuse(`${prefix}due`, 'partAfterOrder');
  return {
    id: order.id,
    at: context.now,
    department: checkDepartment(checks, `${prefix}department`, typed.department, loaded, order.taken),
    assignee: checks.text(`${prefix}assignee`, typed.assignee, { max: LIMITS.assignee }),
    content: checks.text(`${prefix}content`, typed.content, {
      max: LIMITS.content,
      required: true,
      lines: true,
    }),
    due,
    acceptBy: acceptBy(context),
    state: 'dispatched',
    acceptedAt: '',
    doneAt: '',
    result: '',
    reason: '',
  };
}

/** All parts of a new order. */
export function checkParts(
  checks: Checks,
  typed: readonly PartFields[],
  due: string,
  loaded: Loaded,
  context: Context,
): readonly Part[] {
  if (typed.length === 0 || typed.length > MAX_PARTS)
    checks.refuse('parts', 'badNumber', { min: 1, max: MAX_PARTS });
  return typed.map((part, index) =>
    checkPart(
      checks,
      `parts.${index}.`,
      part,
      {
        id: `${context.actId}-${index + 1}`,
        due,
        taken: typed.slice(0, index).map(({ department }) => department),
      },
      loaded,
      context,
    ),
  );
}

/** Customer, category and matter. A matter of the house's own has no customer. */
export function checkMatter(
  checks: Checks,
  fields: Omit<OrderFields, 'due' | 'parts'>,
  { settings }: Context,
  before = '',
): { readonly customer: Party; readonly category: string; readonly summary: string } {
  const kept = before === '' ? [] : [before];
  return {
    customer: checkParty(checks, fields, false),
    category: checks.choice('category', fields.category, [...settings.workOrderCategories, ...kept]) ?? '',
    summary: checks.text('summary', fields.summary, {
      max: SERVICE_LIMITS.summary,
      required: true,
      lines: true,
    }),
  };
}
