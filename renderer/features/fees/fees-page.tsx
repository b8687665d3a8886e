/** Pages of fees by path; the tabs beside the title lead from one to the other. */
import type { ReactElement } from 'react';
import { useLocation } from 'wouter';
import { FeeRegister } from './fee-register';
import './fees.css';
import { NumberedRegister } from './numbered-register';

/** `/fees[/<id>|new][/reverse|invoice]`, `/fees/numbered[/<id>|new|count]`. */
export default function FeesPage(): ReactElement {
  const [location] = useLocation();
  const [first = '', second = ''] = location.split('/').slice(2);
  return first === 'numbered' ? (
    <NumberedRegister record={second} />
  ) : (
    <FeeRegister record={first} act={second} />
  );
}
