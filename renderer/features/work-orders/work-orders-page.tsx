/** Pages of work orders by path. */
import type { ReactElement } from 'react';
import { useLocation } from 'wouter';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import { useSession } from '../../data/session';
import { FromRecord } from '../../ui/service/origin';
import { OrderForm } from './order-form';
import { OrderRegister } from './order-register';
import './work-orders.css';

/** `/work-orders[/<id>[/<act>[/<part or extension>]]]`, `/work-orders/new[/<collection>:<id of the parent>]`. */
export default function WorkOrdersPage(): ReactElement {
  const [location] = useLocation();
  const atDesk = useSession(({ actor }) => hasRole(actor?.roles ?? [], DESK_ROLES));
  const [first = '', second = '', third = ''] = location.split('/').slice(2).map(decodeURIComponent);
  if (first === 'new' && atDesk)
    return <FromRecord from={second}>{(start) => <OrderForm key={second} start={start} />}</FromRecord>;
  return <OrderRegister record={first === 'new' ? '' : first} act={second} part={third} />;
}
