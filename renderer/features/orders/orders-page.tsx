/** Pages of orders by path; the tabs beside the title lead from one to the other. */
import type { ReactElement } from 'react';
import { useLocation } from 'wouter';
import '../../ui/lines/small-table.css';
import { CustomerForm } from './customer-form';
import { CustomerRegister } from './customer-register';
import './orders.css';
import { PurchaseForm } from './purchase-form';
import { PurchaseRegister } from './purchase-register';
import { SuggestPage } from './suggest-page';

/** `/orders[/<id>][/edit|cancel|approve]`, `/orders/new[/<supplier>]`, `/orders/suggest`, `/orders/customer[/<id>|new][/edit|cancel]`. */
export default function OrdersPage(): ReactElement {
  const [location] = useLocation();
  const [first = '', second = '', third = ''] = location.split('/').slice(2);
  if (first === 'suggest') return <SuggestPage />;
  if (first === 'new') return <PurchaseForm key={`new ${second}`} id="" supplier={second} />;
  if (first === 'customer') {
    if (second === 'new') return <CustomerForm key="new" id="" />;
    if (third === 'edit') return <CustomerForm key={second} id={second} />;
    return <CustomerRegister record={second} act={third} />;
  }
  if (second === 'edit') return <PurchaseForm key={first} id={first} supplier="" />;
  return <PurchaseRegister record={first} act={second} />;
}
