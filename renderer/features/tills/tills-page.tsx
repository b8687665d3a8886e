/** 钱箱与交接: `/tills`, `/tills/handover`, `/tills/seal`, `/tills/desks`, `/tills/history[/<session>]`. */
import type { ReactElement } from 'react';
import { useLocation } from 'wouter';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import { useSession } from '../../data/session';
import { t } from '../../ui/i18n';
import { EmptyState, ErrorState, Loading } from '../../ui/states';
import { ClosePage } from './close-page';
import { DesksPage } from './desks-page';
import { HerePage } from './here-page';
import { HistoryPage } from './history-page';
import { OpenForm } from './open-form';
import { Tabs } from './tabs';
import './tills.css';
import { useTillHere } from './use-till';

export default function TillsPage(): ReactElement {
  const [location] = useLocation();
  const [first = '', second = ''] = location.split('/').slice(2);
  if (first === 'desks') return <DesksPage />;
  if (first === 'history') return <HistoryPage record={decodeURIComponent(second)} />;
  return <Here act={first === 'handover' || first === 'seal' ? first : ''} />;
}

function Here({ act }: { readonly act: 'handover' | 'seal' | '' }): ReactElement {
  const { state, till, seal } = useTillHere();
  const atDesk = useSession(({ actor }) => hasRole(actor?.roles ?? [], DESK_ROLES));
  if (till && act !== '' && atDesk) return <ClosePage key={till.id} mode={act} till={till} />;
  if (till) return <HerePage key={till.id} till={till} />;
  return (
    <>
      <div className="page-head">
        <h1>{t('tills.title')}</h1>
        <Tabs current="here" />
      </div>
      {state === 'loading' && <Loading />}
      {state === 'failed' && <ErrorState />}
      {state === 'ready' && !atDesk && <EmptyState title={t('tills.noOpen')} />}
      {state === 'ready' && atDesk && (
        <div className="till-open">
          <OpenForm key={seal?.id} seal={seal} />
        </div>
      )}
    </>
  );
}
