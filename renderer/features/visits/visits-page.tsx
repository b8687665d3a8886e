/** The visitor log's pages by path: the register, one record and its acts, who is on site. */
import type { ReactElement } from 'react';
import { useLocation } from 'wouter';
import { OnSitePage } from './on-site-page';
import { VisitRegister } from './visit-register';
import './visits.css';

/** `/visits`, `/visits/new`, `/visits/sweep`, `/visits/on-site[/counts]`, `/visits/<id>[/<act>]`. */
export default function VisitsPage(): ReactElement {
  const [location] = useLocation();
  const [first = '', second = ''] = location.split('/').slice(2);
  return first === 'on-site' ? (
    <OnSitePage counts={second === 'counts'} />
  ) : (
    <VisitRegister record={first} act={second} />
  );
}
