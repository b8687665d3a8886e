/** Whether what was saved at this desk is with the others too. */
import type { ReactElement } from 'react';
import { useSync } from '../data/sync/status';
import { t } from '../ui/first-words';
import { Icon } from '../ui/icon';

/** Whether what was saved here is with the others too; work goes on whatever it says. */
export function StatePill(): ReactElement {
  const { phase, waiting, received } = useSync();
  if (phase === 'alone')
    return (
      <span className="pill good state-pill">
        <Icon name="check" size={14} />
        {t('app.savedHere')}
      </span>
    );
  const text = {
    running: received > 0 ? t('sync.pillReceiving', { count: received }) : t('sync.pillRunning'),
    upToDate: t('sync.pillUpToDate'),
    waiting: waiting > 0 ? t('sync.pillWaiting', { count: waiting }) : t('sync.pillOffline'),
    stopped: t('sync.pillStopped'),
  }[phase];
  return (
    <a className={`pill state-pill ${PILL[phase]}`} href="#/sync" title={t('app.savedHere')}>
      {phase === 'upToDate' && <Icon name="check" size={14} />}
      {text}
    </a>
  );
}

const PILL = { running: 'good', upToDate: 'good', waiting: 'due', stopped: 'late' } as const;
