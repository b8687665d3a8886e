/** Pages of emergencies by path: the register, the report's form, and one emergency over the whole page. */
import type { ReactElement } from 'react';
import { useLocation } from 'wouter';
import { hasRole } from '@shared/core/roles';
import { INCIDENT_ROLES } from '@shared/incidents/report';
import { isIncident } from '@shared/incidents/schema';
import { useLiveOf } from '../../data/live';
import { byIds } from '../../data/read';
import { useSession } from '../../data/session';
import { NoRecord } from '../../ui/states';
import { IncidentBoard } from './incident-board';
import { IncidentRegister } from './incident-register';
import { NewIncidentForm } from './report-form';
import './incidents.css';

/** `/incidents`, `/incidents/new`, `/incidents/<id>[/<act>]`. */
export default function IncidentsPage(): ReactElement {
  const [location] = useLocation();
  const [first = '', act = ''] = location.split('/').slice(2).map(decodeURIComponent);
  const mayAct = useSession(({ actor }) => hasRole(actor?.roles ?? [], INCIDENT_ROLES));
  if (first === 'new' && mayAct) return <NewIncidentForm />;
  if (first === '' || first === 'new') return <IncidentRegister />;
  return <OneIncident key={first} id={first} act={act} mayAct={mayAct} />;
}

function OneIncident({
  id,
  act,
  mayAct,
}: {
  readonly id: string;
  readonly act: string;
  readonly mayAct: boolean;
}): ReactElement {
  const live = useLiveOf(() => byIds('tickets', [id]), ['tickets'], [id]);
  const incident = live.state === 'ready' ? live.value.find((doc) => isIncident(doc)) : undefined;
  return incident ? (
    <IncidentBoard incident={incident} act={act} mayAct={mayAct} />
  ) : (
    <NoRecord state={live.state} />
  );
}
