/** Pages of stock by path; the tabs beside the title lead from one to the other. */
import type { ReactElement } from 'react';
import { useLocation } from 'wouter';
import '../../ui/lines/small-table.css';
import { MovesRegister } from './moves-register';
import { OutForm } from './out-form';
import { ReceivePage } from './receive-form';
import './stock.css';
import { StockRegister } from './stock-register';
import { TransferPage } from './transfer-form';

/** `/stock[/<product>]`, `/stock/moves[/<entry>][/reverse]`, `/stock/receive[/<order>]`, `/stock/out`, `/stock/transfer`, `/stock/restock`, `/stock/verify`. */
export default function StockPage(): ReactElement {
  const [location] = useLocation();
  const [first = '', second = '', third = ''] = location.split('/').slice(2);
  switch (first) {
    case 'moves':
      return <MovesRegister record={second} act={third} />;
    case 'receive':
      return <ReceivePage key={second} order={second} />;
    case 'out':
      return <OutForm />;
    case 'transfer':
    case 'restock':
      return <TransferPage key={first} restock={first === 'restock'} />;
    default:
      return <StockRegister record={first} />;
  }
}
