/** What is printed and exported of work orders (FORMS). */
import { maskPhone } from '@shared/core/mask';
import type { Period } from '@shared/core/period';
import { PHONE_ROLES, hasRole } from '@shared/core/roles';
import { periodText } from '@shared/forms/texts';
import { workOrders as words } from '@shared/messages/zh-CN/work-orders';
import type { WorkOrderInput } from '@shared/work-orders/forms/order';
import type { OrderRegisterInput } from '@shared/work-orders/forms/register';
import { orderRow, type OrderRow, type RowOptions } from '@shared/work-orders/rows';
import type { WorkOrder } from '@shared/work-orders/schema';
import { departmentName, staffName, useDirectory } from '../../data/directory';
import { useSession } from '../../data/session';
import { exportList } from '../../ui/export-list';
import { printForm, type PrintRequest } from '../../ui/print/print-form';

const club = (): string => useDirectory.getState().settings.clubName;
const maySeePhones = (): boolean => hasRole(useSession.getState().actor?.roles ?? [], PHONE_ROLES);

/** 工作单; the phone is masked unless the role may see it. */
export function printOrder(order: WorkOrder): void {
  const { body, by, key } = order;
  const staff = [
    by,
    key,
    ...body.progress.map((one) => one.by),
    ...body.confirmations.map((one) => one.by),
  ].map((id) => [id, staffName(id)] as const);
  const departments = [...body.parts, ...body.extensions].map(
    ({ department }) => [department, departmentName(department)] as const,
  );
  const data: WorkOrderInput = {
    club: club(),
    order,
    phone: maySeePhones() ? body.customer.phone : maskPhone(body.customer.phone),
    names: Object.fromEntries([...staff, ...departments]),
  };
  printForm({ form: 'work-order', title: words.form.order, data, reference: body.no ?? '' });
}

const optionsAt = (now: string): RowOptions => ({
  staffName,
  departmentName,
  showPhones: maySeePhones(),
  now,
});

/** @param orders oldest first @param now ISO instant: what is open past its time is late */
export function registerRequest(orders: readonly WorkOrder[], period: Period, now: string): PrintRequest {
  const options = optionsAt(now);
  const data: OrderRegisterInput = {
    club: club(),
    ...period,
    rows: orders.map((order) => orderRow(order, options)),
  };
  const { from, to } = period;
  return {
    form: 'work-order-register',
    title: words.form.register,
    data,
    reference: from === to ? from : `${from}_${to}`,
  };
}

export function printRegister(orders: readonly WorkOrder[], period: Period, now: string): void {
  printForm(registerRequest(orders, period, now));
}

/** @param orders oldest first @param now ISO instant */
export function exportOrders(orders: readonly WorkOrder[], period: Period, now: string): Promise<void> {
  const options = optionsAt(now);
  const { form, field } = words;
  return exportList<OrderRow>({
    register: 'workOrders',
    title: form.register,
    of: periodText(period.from, period.to),
    rows: orders.map((order) => orderRow(order, options)),
    columns: [
      { title: form.number, width: 22, value: ({ no }) => no },
      { title: form.day, width: 12, value: ({ day }) => day },
      { title: field.time, width: 10, value: ({ time }) => time },
      { title: form.category, width: 12, value: ({ category }) => category },
      { title: form.customer, width: 12, value: ({ customer }) => customer },
      { title: form.phone, width: 14, value: ({ phone }) => phone },
      { title: form.summary, width: 44, value: ({ summary }) => summary },
      { title: form.department, width: 24, value: ({ departments }) => departments },
      { title: form.assignee, width: 16, value: ({ assignees }) => assignees },
      { title: form.responsible, width: 12, value: ({ responsible }) => responsible },
      { title: form.due, width: 18, value: ({ due }) => due },
      { title: form.done, width: 18, value: ({ done }) => done },
      { title: form.late, width: 8, value: ({ late }) => (late ? form.yes : '') },
      { title: form.extended, width: 12, value: ({ extended }) => extended },
      { title: form.state, width: 14, value: ({ state }) => state },
      { title: form.result, width: 12, value: ({ result }) => result },
      { title: form.closed, width: 18, value: ({ closed }) => closed },
    ],
  });
}
