/** 钱箱与交接: the open session of this desk. */
import type { ReactElement } from 'react';
import { t } from '../../ui/i18n';
import { ErrorState, Loading } from '../../ui/states';
import { OpenForm } from './open-form';
import './tills.css';
import { useTillHere } from './use-till';

export default function TillsPage(): ReactElement {
  const { state, till, seal } = useTillHere();
  return (
    <>
      <div className="page-head">
        <h1>{t('tills.title')}</h1>
      </div>
      {state === 'loading' && <Loading />}
      {state === 'failed' && <ErrorState />}
      {state === 'ready' && !till && (
        <div className="till-open">
          <OpenForm key={seal?.id} seal={seal} />
        </div>
      )}
      {till && <p>{till.opening.body.no}</p>}
    </>
  );
}
