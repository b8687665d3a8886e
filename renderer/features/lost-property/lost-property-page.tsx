/** Pages of lost property by path; the tabs beside the title lead from one to the other. */
import type { ReactElement } from 'react';
import { useLocation } from 'wouter';
import { FiguresPage } from './figures-page';
import { HandoverPage } from './handover-page';
import { ItemRegister } from './item-register';
import './lost-property.css';
import { ReportRegister } from './report-register';

/** `/lost-property[/<id>|new][/<act>]`, `…/reports[/<id>|new][/<act>]`, `…/handover`, `…/hr[/<id>][/<act>]`, `…/figures`. */
export default function LostPropertyPage(): ReactElement {
  const [location] = useLocation();
  const [first = '', second = '', third = ''] = location.split('/').slice(2);
  switch (first) {
    case 'reports':
      return <ReportRegister record={second} act={third} />;
    case 'handover':
      return <HandoverPage />;
    case 'hr':
      return <ItemRegister view="hr" record={second} act={third} />;
    case 'figures':
      return <FiguresPage />;
    default:
      return <ItemRegister view="desk" record={first} act={second} />;
  }
}
