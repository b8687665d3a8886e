/** 备份与恢复: where backups go, when the last one was read back, the key, and the way back. */
import { useEffect, useState, type ReactElement } from 'react';
import type { BackupResult, BackupState } from '@shared/backup/calls';
import { civil } from '@shared/core/time';
import { hasRole } from '@shared/core/roles';
import type { DiskEncryption } from '@shared/host';
import { host } from '../../data/host';
import { useSession } from '../../data/session';
import { Dialog } from '../../ui/dialog';
import { t } from '../../ui/i18n';
import { Loading } from '../../ui/states';
import { RecoveryKey } from './recovery-key';
import { Restore } from './restore';
import { runBackup } from '../../data/run-backup';
import { sizeText, useProgress } from './use-progress';
import './backup.css';

export default function BackupPage(): ReactElement {
  const isAdmin = useSession(({ actor }) => hasRole(actor?.roles ?? [], ['admin']));
  const [state, setState] = useState<BackupState | null>(null);
  const [result, setResult] = useState<BackupResult | null>(null);
  const [running, setRunning] = useState(false);
  const [showsKey, setShowsKey] = useState(false);
  const [disk, setDisk] = useState<DiskEncryption | null>(null);
  const progress = useProgress();
  useEffect(() => {
    void host.call('backup.state').then(setState);
    void host.call('app.diskEncryption').then(setDisk);
  }, []);
  if (!state) return <Loading />;

  // What throws is logged by the shell: this PC's own disk may be full, where folder and key are kept.
  const orSay = (work: Promise<void>): Promise<void> =>
    work.catch(() => setResult({ ok: false, code: 'failed' }));
  const choose = (): Promise<void> =>
    orSay(host.call('backup.chooseFolder').then((chosen) => setState(chosen)));
  const run = async (): Promise<void> => {
    setRunning(true);
    setResult(null);
    if (!state.hasKey) await host.call('backup.key');
    setResult(await runBackup());
    setState(await host.call('backup.state'));
  };
  const fault = result && !result.ok ? result.code : state.lastFault;
  return (
    <>
      <div className="page-head">
        <h1>{t('backup.title')}</h1>
      </div>
      <div className="backup-page">
        <section className="panel" aria-label={t('backup.title')}>
          <p className="quiet">{t('backup.intro')}</p>
          <dl className="facts" style={{ gridTemplateColumns: '96px 1fr', margin: 0 }}>
            <dt>{t('backup.folder')}</dt>
            <dd>{state.folder ?? t('backup.noFolder')}</dd>
            <dt>{t('backup.last')}</dt>
            <dd>{state.lastAt ? civil(state.lastAt).slice(0, 16).replace('T', ' ') : t('backup.never')}</dd>
            <dt>{t('backup.disk')}</dt>
            <dd>{disk === null ? t('ui.loading') : t(`backup.diskState.${disk}`)}</dd>
            {state.hasKey && (
              <>
                <dt>{t('backup.key')}</dt>
                <dd>{t('backup.keyReady')}</dd>
              </>
            )}
          </dl>
          {disk !== null && disk !== 'on' && <p className="notice">{t('backup.diskAdvice')}</p>}
          {running && <p role="status">{t('backup.running', progress)}</p>}
          {result?.ok && (
            <p className="notice good" role="status">
              {t('backup.done', { files: result.summary.files, size: sizeText(result.summary.bytes) })}
            </p>
          )}
          {fault && !running && (
            <p className="notice overdue" role="alert">
              {t(`backup.fault.${fault}`)}
            </p>
          )}
          <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
            <button
              type="button"
              className={state.folder ? 'button primary' : 'button'}
              disabled={running || !state.folder}
              onClick={() => void orSay(run()).finally(() => setRunning(false))}
            >
              {t('backup.runNow')}
            </button>
            <button
              type="button"
              className={state.folder ? 'button' : 'button primary'}
              disabled={running}
              onClick={() => void choose()}
            >
              {t('backup.choose')}
            </button>
            {isAdmin && (
              <button type="button" className="button" onClick={() => setShowsKey(true)}>
                {t('backup.showKey')}
              </button>
            )}
          </div>
        </section>
        {isAdmin && (
          <section className="panel" aria-label={t('backup.restoreTitle')}>
            <h2>{t('backup.restoreTitle')}</h2>
            <Restore />
          </section>
        )}
      </div>
      {showsKey && (
        <Dialog
          title={t('backup.key')}
          width={560}
          onClose={() => setShowsKey(false)}
          onSubmit={() => setShowsKey(false)}
          foot={
            <button type="submit" className="button primary">
              {t('ui.close')}
            </button>
          }
        >
          <RecoveryKey />
        </Dialog>
      )}
    </>
  );
}
