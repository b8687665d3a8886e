/** Pages of customers by path. */
import type { ReactElement } from 'react';
import { useLocation } from 'wouter';
import { CustomerRegister } from './customer-register';
import './customers.css';
import { ErasurePage } from './erasure-page';

/** `/customers[/<person>]`, `/customers/find/<words>`, `/customers/erase`. */
export default function CustomersPage(): ReactElement {
  const [location] = useLocation();
  const [first = '', second = ''] = location.split('/').slice(2);
  if (first === 'erase') return <ErasurePage />;
  return first === 'find' ? (
    <CustomerRegister record="" find={decodeURIComponent(second)} />
  ) : (
    <CustomerRegister record={first} find="" />
  );
}
