/** 销售 by path: `/sales` is the counter. */
import type { ReactElement } from 'react';
import { SaleScreen } from './sale-screen';
import './sales.css';

export default function SalesPage(): ReactElement {
  return <SaleScreen />;
}
