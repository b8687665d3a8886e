/** Pages of loans and tips by path; the tabs beside the title lead from one to the other. */
import type { ReactElement } from 'react';
import { useLocation } from 'wouter';
import { LoanRegister } from './loan-register';
import './loans.css';
import { TipRegister } from './tip-register';

/** `/loans[/<id>|new][/return|unreturn|reverse|paper]`, `/loans/tips[/<id>|new][/pay|unpay|reverse|paper]`. */
export default function LoansPage(): ReactElement {
  const [location] = useLocation();
  const [first = '', second = '', third = ''] = location.split('/').slice(2);
  return first === 'tips' ? (
    <TipRegister record={second} act={third} />
  ) : (
    <LoanRegister record={first} act={second} />
  );
}
