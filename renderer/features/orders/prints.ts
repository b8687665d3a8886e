/** What is printed of orders (FORMS). */
import { maskPhone } from '@shared/core/mask';
import { PHONE_ROLES, hasRole } from '@shared/core/roles';
import { orders as words } from '@shared/messages/zh-CN/orders';
import type { CustomerOrderInput } from '@shared/orders/forms/customer-order';
import type { PurchaseOrderInput } from '@shared/orders/forms/purchase-order';
import type { CustomerOrder } from '@shared/orders/schema';
import { staffName, useDirectory } from '../../data/directory';
import { useSession } from '../../data/session';
import { printForm } from '../../ui/print/print-form';
import type { ListedPurchase } from './use-orders';

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
  const roles = useSession.getState().actor?.roles ?? [];
  const { phone, no = '' } = order.body;
  const data: CustomerOrderInput = {
    club: club(),
    order,
    phone: hasRole(roles, PHONE_ROLES) ? phone : maskPhone(phone),
    by: staffName(order.by),
  };
  printForm({ form: 'customer-order', title: words.form.customer, data, reference: no });
}
