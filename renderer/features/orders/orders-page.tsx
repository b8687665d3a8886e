/** Pages of orders by path; the tabs beside the title lead from one to the other. */
import type { ReactElement } from 'react';
import { useLocation } from 'wouter';
import '../../ui/lines/small-table.css';
import { FromRecord } from '../../ui/service/origin';
import { CustomerForm } from './customer-form';
import { CustomerRegister } from './customer-register';
import './orders.css';
import { PurchaseForm } from './purchase-form';
import { PurchaseRegister } from './purchase-register';
import { SuggestPage } from './suggest-page';

/** `/orders[/<id>][/edit|cancel|approve]`, `/orders/new[/<supplier>]`, `/orders/suggest`, `/orders/customer[/<id>|new][/edit|cancel]`, `/orders/customer/new/<collection>:<id>`. */
export default function OrdersPage(): ReactElement {
  const [location] = useLocation();
  const [first = '', second = '', third = ''] = location.split('/').slice(2);
  if (first === 'suggest') return <SuggestPage />;
  if (first === 'new') return <PurchaseForm key={`new ${second}`} id="" supplier={second} />;
  if (first === 'customer') {
    if (second === 'new')
      return (
        <FromRecord from={third}>{(start) => <CustomerForm key={third} id="" start={start} />}</FromRecord>
      );
    if (third === 'edit') return <CustomerForm key={second} id={second} />;
    return <CustomerRegister record={second} act={third} />;
  }
  if (second === 'edit') return <PurchaseForm key={first} id={first} supplier="" />;
  return <PurchaseRegister record={first} act={second} />;
}
