/** 销售 by path: `/sales` is the counter, `/sales/list[/<id>][/refund|invoice]` what was sold. */
import type { ReactElement } from 'react';
import { useLocation } from 'wouter';
import { SaleRegister } from './sale-register';
import { SaleScreen } from './sale-screen';
import './sales.css';

export default function SalesPage(): ReactElement {
  const [location] = useLocation();
  const [first = '', second = '', third = ''] = location.split('/').slice(2);
  return first === 'list' ? <SaleRegister record={second} act={third} /> : <SaleScreen />;
}
