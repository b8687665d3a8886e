/** Pages of roster and attendance by path; the tabs beside the title lead from one to the other. */
import type { ReactElement } from 'react';
import { useLocation } from 'wouter';
import { AttendancePage } from './attendance-page';
import { GridPage } from './grid-page';
import { LeaveRegister } from './leave-register';
import { MinePage } from './mine-page';
import { MonthPage } from './month-page';
import './roster.css';
import { SwapRegister } from './swap-register';

/** `/roster[/<day>]`, `…/mine`, `…/swaps[/<id>|new][/<act>]`, `…/leaves[/<id>|new][/<act>]`, `…/attendance[/<day>]`, `…/month`. */
export default function RosterPage(): ReactElement {
  const [location] = useLocation();
  const [first = '', second = '', third = ''] = location.split('/').slice(2);
  switch (first) {
    case 'mine':
      return <MinePage />;
    case 'swaps':
      return <SwapRegister record={second} act={third} />;
    case 'leaves':
      return <LeaveRegister record={second} act={third} />;
    case 'attendance':
      return <AttendancePage day={second} />;
    case 'month':
      return <MonthPage />;
    default:
      return <GridPage day={first} />;
  }
}
