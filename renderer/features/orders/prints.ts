/** What is printed and exported of orders (FORMS). */
import { maskPhone } from '@shared/core/mask';
import { PHONE_ROLES, hasRole } from '@shared/core/roles';
import { orders as words } from '@shared/messages/zh-CN/orders';
import type { CustomerOrderInput } from '@shared/orders/forms/customer-order';
import type { PurchaseOrderInput } from '@shared/orders/forms/purchase-order';
import type { CustomerOrder } from '@shared/orders/schema';
import { staffName, useDirectory } from '../../data/directory';
import { today, useSession } from '../../data/session';
import { exportList } from '../../ui/export-list';
import { printForm } from '../../ui/print/print-form';
import type { ListedPurchase } from './use-orders';

/** Masked unless the role may see it. */
function shownPhone(phone: string): string {
  const roles = useSession.getState().actor?.roles ?? [];
  return hasRole(roles, PHONE_ROLES) ? phone : maskPhone(phone);
}

const club = (): string => useDirectory.getState().settings.clubName;

/** 采购订货单. */
export function printPurchase({ order, state }: ListedPurchase): void {
  const data: PurchaseOrderInput = { club: club(), order, state, by: staffName(order.by) };
  printForm({
    form: 'purchase-order',
    title: words.form.purchase,
    data,
    reference: order.body.no ?? '',
  });
}

/** 客户订货单; the phone is masked unless the role may see it. */
export function printCustomerOrder(order: CustomerOrder): void {
  const { phone, no = '' } = order.body;
  const data: CustomerOrderInput = {
    club: club(),
    order,
    phone: shownPhone(phone),
    by: staffName(order.by),
  };
  printForm({ form: 'customer-order', title: words.form.customer, data, reference: no });
}

/** Every line of the listed orders with what has come of its product. */
export function exportPurchases(rows: readonly ListedPurchase[]): Promise<void> {
  return exportList({
    register: 'orders',
    title: words.form.purchase,
    of: today(),
    rows: rows.flatMap((row) => row.order.body.lines.map((line) => ({ ...row, line }))),
    columns: [
      { title: words.field.no, width: 22, value: ({ order }) => order.body.no ?? '' },
      { title: words.field.day, width: 12, value: ({ order }) => order.day },
      { title: words.field.supplier, width: 26, value: ({ order }) => order.body.supplierName },
      { title: words.field.expected, width: 12, value: ({ order }) => order.body.expected },
      { title: words.field.state, width: 14, value: ({ state }) => words.state[state] },
      { title: words.form.sku, width: 14, value: ({ line }) => line.sku },
      { title: words.form.name, width: 26, value: ({ line }) => line.name },
      { title: words.form.spec, width: 18, value: ({ line }) => line.spec },
      { title: words.form.unit, width: 8, value: ({ line }) => line.unit },
      { title: words.form.quantity, width: 10, value: ({ line }) => line.quantity },
      { title: words.form.price, width: 12, value: ({ line }) => line.price / 100 },
      { title: words.form.amount, width: 14, value: ({ line }) => line.amount / 100 },
    ],
  });
}

/** Every line of the listed customer orders; phones are masked unless the role may see them. */
export function exportCustomerOrders(orders: readonly CustomerOrder[]): Promise<void> {
  return exportList({
    register: 'customerOrders',
    title: words.form.customer,
    of: today(),
    rows: orders.flatMap((order) => order.body.lines.map((line) => ({ order, line }))),
    columns: [
      { title: words.field.no, width: 22, value: ({ order }) => order.body.no ?? '' },
      { title: words.field.day, width: 12, value: ({ order }) => order.day },
      { title: words.field.customer, width: 14, value: ({ order }) => order.body.name },
      { title: words.field.phone, width: 16, value: ({ order }) => shownPhone(order.body.phone) },
      { title: words.form.name, width: 26, value: ({ line }) => line.name },
      { title: words.form.spec, width: 18, value: ({ line }) => line.spec },
      { title: words.form.quantity, width: 10, value: ({ line }) => line.quantity },
      { title: words.form.unit, width: 8, value: ({ line }) => line.unit },
      { title: words.form.amount, width: 14, value: ({ line }) => line.amount / 100 },
      { title: words.field.neededBy, width: 12, value: ({ order }) => order.body.neededBy },
      { title: words.field.state, width: 12, value: ({ order }) => words.customerState[order.status] },
      { title: words.field.deposit, width: 24, value: ({ order }) => order.body.deposit },
    ],
  });
}
