/** Restore, step by step: folder, backup, key, check, and only then the swap (DESIGN §3.2). */
import { useState, type ReactElement } from 'react';
import type { BackupFault, CheckResult, FoundBackups } from '@shared/backup/calls';
import { civil } from '@shared/core/time';
import { useDirectory } from '../../data/directory';
import { host } from '../../data/host';
import { useSession } from '../../data/session';
import { t } from '../../ui/i18n';
import { sizeText, useProgress } from './use-progress';
import './backup.css';

type Busy = 'check' | 'restore' | 'restarting' | null;

const timeText = (at: string): string => civil(at).slice(0, 16).replace('T', ' ');

/** The first letter no desk has used. */
function freeCode(used: readonly string[]): string {
  return [...'ABCDEFGHJKLMNPQRSTUVWXYZ'].find((letter) => !used.includes(letter)) ?? '';
}

export function Restore(): ReactElement {
  const desks = useDirectory((state) => state.desks);
  const own = useSession(({ desk }) => desk);
  const progress = useProgress();
  const [found, setFound] = useState<FoundBackups | null>(null);
  const [name, setName] = useState('');
  const [key, setKey] = useState('');
  const [desk, setDesk] = useState('');
  const [result, setResult] = useState<CheckResult | null>(null);
  const [busy, setBusy] = useState<Busy>(null);

  const choose = async (): Promise<void> => {
    const next = await host.call('backup.find');
    if (!next) return;
    setFound(next);
    setName(next.listings[0]?.name ?? '');
    setResult(null);
    setDesk(freeCode([...desks.map(({ body }) => body.code), ...next.listings.map((one) => one.desk), own]));
  };
  const check = async (): Promise<void> => {
    setBusy('check');
    setResult(await host.call('backup.check', name, key));
    setBusy(null);
  };
  const restore = async (): Promise<void> => {
    setBusy('restore');
    const restored = await host.call('backup.restore', name, key, desk);
    setResult(restored);
    setBusy(restored.ok ? 'restarting' : null);
  };
  const fault: BackupFault | null = result && !result.ok ? result.code : null;
  const codeFits = /^[A-Z0-9]{1,3}$/.test(desk);

  return (
    <div className="restore">
      <p className="quiet">{t('backup.restoreText')}</p>
      <button type="button" className="button" onClick={() => void choose()} disabled={busy !== null}>
        {t('backup.find')}
      </button>
      {found?.listings.length === 0 && <p className="notice">{t('backup.none')}</p>}
      {found && found.listings.length > 0 && (
        <>
          <label className="field">
            <span className="label">{t('backup.pick')}</span>
            <select
              className="input"
              value={name}
              disabled={busy !== null}
              onChange={(event) => {
                setName(event.target.value);
                setResult(null);
              }}
            >
              {found.listings.map((listing) => (
                <option key={listing.name} value={listing.name}>
                  {t('backup.listed', { at: timeText(listing.at), desk: listing.desk })}
                </option>
              ))}
            </select>
          </label>
          <label className="field">
            <span className="label">{t('backup.typeKey')}</span>
            <input
              className="input"
              value={key}
              disabled={busy !== null}
              aria-invalid={fault !== null}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => {
                setKey(event.target.value);
                setResult(null);
              }}
            />
            {fault && (
              <span className="error" role="alert">
                {t(`backup.fault.${fault}`)}
              </span>
            )}
          </label>
          <button
            type="button"
            className="button"
            disabled={busy !== null || key.trim() === ''}
            onClick={() => void check()}
          >
            {t('backup.check')}
          </button>
        </>
      )}
      {busy === 'check' && <p role="status">{t('backup.checking', progress)}</p>}
      {result?.ok && (
        <>
          <p className={result.faults.length > 0 ? 'notice' : 'notice good'} role="status">
            {t(result.faults.length > 0 ? 'backup.checkedFaulty' : 'backup.checked', {
              ...result.summary,
              at: timeText(result.summary.at),
              size: sizeText(result.summary.bytes),
            })}
          </p>
          {result.faults.length > 0 && (
            <div className="notice overdue" role="alert">
              {t('backup.faulty', { count: result.faults.length })}
              <ul>
                {result.faults.map(({ path, fault: kind }) => (
                  <li key={path}>
                    {path}：{t(`backup.${kind}`)}
                  </li>
                ))}
              </ul>
            </div>
          )}
          <label className="field">
            <span className="label">
              {t('backup.newDesk')}　<span className="small">{t('backup.newDeskHelp')}</span>
            </span>
            <input
              className="input"
              value={desk}
              disabled={busy !== null}
              aria-invalid={!codeFits}
              onChange={(event) => setDesk(event.target.value.trim().toUpperCase())}
            />
          </label>
          <p className="quiet small">{t('backup.restoreWarn')}</p>
          <button
            type="button"
            className="button primary"
            disabled={busy !== null || !codeFits}
            onClick={() => void restore()}
          >
            {t('backup.restore')}
          </button>
          {busy === 'restore' && <p role="status">{t('backup.restoring', progress)}</p>}
          {busy === 'restarting' && <p role="status">{t('backup.restarting')}</p>}
        </>
      )}
    </div>
  );
}
