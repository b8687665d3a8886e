/** 款项上交: `/deposits`, `/deposits/records[/<id>]`, `/deposits/month`. */
import type { ReactElement } from 'react';
import { useLocation } from 'wouter';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import { useSession } from '../../data/session';
import './deposits.css';
import { MonthPage } from './month-page';
import { RecordsPage } from './records-page';
import { WaitingPage } from './waiting-page';

export default function DepositsPage(): ReactElement {
  const [location] = useLocation();
  const atDesk = useSession(({ actor }) => hasRole(actor?.roles ?? [], DESK_ROLES));
  const [first = '', second = ''] = location.split('/').slice(2);
  if (first === 'month' || (first === '' && !atDesk)) return <MonthPage />;
  return first === 'records' ? <RecordsPage record={second} /> : <WaitingPage />;
}
