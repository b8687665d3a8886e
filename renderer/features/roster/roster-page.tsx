/** Pages of roster and attendance by path; the tabs beside the title lead from one to the other. */
import type { ReactElement } from 'react';
import { useLocation } from 'wouter';
import { GridPage } from './grid-page';
import { MinePage } from './mine-page';
import './roster.css';

/** `/roster[/<day>]`, `…/mine`. */
export default function RosterPage(): ReactElement {
  const [location] = useLocation();
  const [first = ''] = location.split('/').slice(2);
  return first === 'mine' ? <MinePage /> : <GridPage day={first} />;
}
