/** `/tills/handover` and `/tills/seal`: the end of the open session; a blind club counts first. */
import type { ReactElement } from 'react';
import { useLocation } from 'wouter';
import { countId } from '@shared/tills/ids';
import type { TillCount } from '@shared/tills/schema';
import { shiftOf, type Till } from '@shared/tills/till';
import { useDirectory } from '../../data/directory';
import { useLiveOf } from '../../data/live';
import { byIds } from '../../data/read';
import { t } from '../../ui/i18n';
import { Segmented } from '../../ui/register-page';
import { Loading } from '../../ui/states';
import { CloseForm } from './close-form';
import { CountStage } from './count-stage';

interface ClosePageProps {
  readonly mode: 'handover' | 'seal';
  readonly till: Till;
}

export function ClosePage({ mode, till }: ClosePageProps): ReactElement {
  const [, navigate] = useLocation();
  const blind = useDirectory(({ settings }) => settings.blindTill);
  const no = till.opening.body.no ?? '';
  const counts = useLiveOf(() => byIds<TillCount>('stockDocuments', [countId(no)]), ['stockDocuments'], [no]);
  const back = (): void => navigate('/tills');
  const count = counts.state === 'ready' ? (counts.value[0] ?? null) : null;
  return (
    <>
      <div className="page-head">
        <h1>{t(mode === 'handover' ? 'tills.handOverTitle' : 'tills.sealTitle')}</h1>
        <Segmented
          label={t('tills.field.kind')}
          value={mode}
          options={[
            { value: 'handover', label: t('tills.handOver') },
            { value: 'seal', label: t('tills.seal') },
          ]}
          onChange={(next) => navigate(`/tills/${next}`)}
        />
        <span className="quiet">{`${no} · ${shiftOf(till)}`}</span>
      </div>
      <div className="till-close">
        {counts.state === 'loading' && <Loading />}
        {counts.state !== 'loading' &&
          (blind && !count ? (
            <CountStage till={till} onClose={back} />
          ) : (
            <CloseForm
              mode={mode}
              till={till}
              count={count}
              onClose={back}
              onClosed={(session) => navigate(`/tills/history/${session}`)}
            />
          ))}
      </div>
    </>
  );
}
