/** Newer versions of the app: what is known, asking now, and installing on a click, never by itself at work. */
import { useEffect, useState, type ReactElement } from 'react';
import type { UpdateState } from '@shared/updates/calls';
import { host } from '../../data/host';
import { Dialog } from '../../ui/dialog';
import { t } from '../../ui/i18n';
import { dayTime } from '../../ui/typed';

/** While something is under way. */
const LOOK_EVERY_MS = 1_000;

function sentence({ phase, next, checkedAt, fault }: UpdateState): string {
  if (phase === 'checking') return t('settings.update.checking');
  if (phase === 'loading') return t('settings.update.loading', { next });
  if (phase === 'ready') return t('settings.update.ready', { next });
  if (fault) return t(`settings.update.fault.${fault}`);
  return t(checkedAt === '' ? 'settings.update.notAsked' : 'settings.update.newest');
}

export function Update(): ReactElement | null {
  const [state, setState] = useState<UpdateState | null>(null);
  const [asking, setAsking] = useState(false);
  const busy = state?.phase === 'checking' || state?.phase === 'loading';
  useEffect(() => {
    const look = (): void => void host.call('update.state').then(setState);
    look();
    if (!busy) return undefined;
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [busy]);
  if (!state) return null;
  const check = (): void => {
    setState({ ...state, phase: 'checking', fault: null });
    void host.call('update.check').then(setState);
  };
  return (
    <>
      <h2>{t('settings.update.title')}</h2>
      <p role="status">{sentence(state)}</p>
      {state.checkedAt !== '' && (
        <p className="quiet small">{`${t('settings.update.checkedAt')} ${dayTime(state.checkedAt)}`}</p>
      )}
      <div>
        {state.phase === 'ready' ? (
          <button type="button" className="button" onClick={() => setAsking(true)}>
            {t('settings.update.install')}
          </button>
        ) : (
          <button
            type="button"
            className="button"
            disabled={busy || state.fault === 'notInstalled'}
            onClick={check}
          >
            {t('settings.update.check')}
          </button>
        )}
      </div>
      {asking && (
        <Dialog
          title={t('settings.update.installTitle')}
          onClose={() => setAsking(false)}
          onSubmit={() => void host.call('update.install')}
          foot={
            <>
              <button type="button" className="button" data-first onClick={() => setAsking(false)}>
                {t('ui.cancel')}
              </button>
              <button type="submit" className="button primary">
                {t('settings.update.install')}
              </button>
            </>
          }
        >
          <p>{t('settings.update.installText')}</p>
        </Dialog>
      )}
    </>
  );
}
