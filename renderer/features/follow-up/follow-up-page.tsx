/** The pages of follow-up by path; the tabs lead from one to the other. */
import type { ReactElement } from 'react';
import { useLocation } from 'wouter';
import { FromRecord } from '../../ui/service/origin';
import { CallForm } from './call-form';
import { CallRegister } from './call-register';
import { FiguresTab } from './figures-tab';
import './follow-up.css';
import { PaperRegister } from './paper-register';
import { PlanTab } from './plan-tab';

/**
 * `/follow-up[/<id>[/<act>]]`, `/follow-up/list`, `/follow-up/new[/<collection>:<id>]`, `/follow-up/plan`,
 * `/follow-up/figures`, `/follow-up/papers[/<id>[/edit]|/new]`.
 */
export default function FollowUpPage(): ReactElement {
  const [location] = useLocation();
  const [first = '', second = '', third = ''] = location.split('/').slice(2);
  switch (first) {
    case 'new':
      return <FromRecord from={second}>{(start) => <CallForm start={start} />}</FromRecord>;
    case 'plan':
      return <PlanTab />;
    case 'figures':
      return <FiguresTab />;
    case 'papers':
      return <PaperRegister record={decodeURIComponent(second)} act={third} />;
    case 'list':
      return <CallRegister record="" act="list" />;
    default:
      return <CallRegister record={first} act={second} />;
  }
}
