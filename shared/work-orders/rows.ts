/** One order as a line of the printed register and of the Excel file. Always Chinese, as forms are. */
import { maskPhone } from '../core/mask';
import { civil } from '../core/time';
import { dateTimeCell } from '../forms/texts';
import { workOrders as words } from '../messages/zh-CN/work-orders';
import type { WorkOrder } from './schema';
import { liveParts, stageOf, type Stage } from './state';

export interface OrderRow {
  readonly day: string;
  readonly time: string;
  readonly no: string;
  readonly category: string;
  readonly customer: string;
  readonly phone: string;
  readonly summary: string;
  readonly departments: string;
  readonly assignees: string;
  readonly responsible: string;
  readonly due: string;
  /** When the last department was done, or ''. */
  readonly done: string;
  /** True for an order done after its time, or open past it. */
  readonly late: boolean;
  readonly extended: string;
  readonly stage: Stage;
  readonly state: string;
  readonly result: string;
  readonly closed: string;
}

export interface RowOptions {
  readonly staffName: (id: string) => string;
  readonly departmentName: (id: string) => string;
  readonly showPhones: boolean;
  /** ISO instant the list is made at. */
  readonly now: string;
}

/** ISO instant at which the last department was done, or '' while one is not. */
export function doneAt({ body }: Pick<WorkOrder, 'body'>): string {
  const parts = liveParts(body);
  return parts.every(({ state }) => state === 'done')
    ? parts.reduce((last, part) => (part.doneAt > last ? part.doneAt : last), '')
    : '';
}

export function orderRow(order: WorkOrder, options: RowOptions): OrderRow {
  const { body, at, key, status } = order;
  const { staffName, departmentName, showPhones, now } = options;
  const parts = liveParts(body);
  const stage = stageOf(order);
  const done = doneAt(order);
  const approved = body.extensions.filter(({ state }) => state === 'approved').length;
  const last = body.confirmations.at(-1);
  const local = civil(at);
  const { phone } = body.customer;
  return {
    day: order.day,
    time: local.slice(11, 16),
    no: body.no ?? '',
    category: body.category,
    customer: body.customer.name,
    phone: showPhones ? phone : maskPhone(phone),
    summary: body.summary,
    departments: parts.map(({ department }) => departmentName(department)).join('、'),
    assignees: parts
      .map(({ assignee }) => assignee)
      .filter(Boolean)
      .join('、'),
    responsible: staffName(key),
    due: dateTimeCell(body.due),
    done: dateTimeCell(done),
    late: status !== 'void' && (done === '' ? now : done) > body.due,
    extended: approved + body.escalations.length === 0 ? '' : `${approved}/${body.escalations.length}`,
    stage,
    state: words.stage[stage],
    result: last ? words.confirmResult[last.result] : '',
    closed: dateTimeCell(body.closedAt),
  };
}
