/** The club's recovery key, to be printed and locked away; shown at the first run and to administrators later. */
import { useEffect, useState, type ReactElement } from 'react';
import type { RecoveryKeyInput } from '@shared/backup/forms';
import { forms as words } from '@shared/messages/zh-CN/forms';
import { useDirectory } from '../../data/directory';
import { host } from '../../data/host';
import { today } from '../../data/session';
import { t } from '../../ui/i18n';
import { printForm } from '../../ui/print/print-form';
import './backup.css';

interface RecoveryKeyProps {
  /** Leads on once the person says it is kept; absent where the key is only looked at. */
  readonly onKept?: () => void;
}

export function RecoveryKey({ onKept }: RecoveryKeyProps): ReactElement {
  const club = useDirectory(({ settings }) => settings.clubName);
  const [key, setKey] = useState('');
  const [kept, setKept] = useState(false);
  useEffect(() => void host.call('backup.key').then(setKey), []);
  const print = (): void => {
    const data: RecoveryKeyInput = { club, day: today(), key };
    printForm({ form: 'recovery-key', title: words.recoveryKey.title, data, reference: today() });
  };
  return (
    <section className="recovery-key" aria-label={t('backup.keyTitle')}>
      <h1>{t('backup.keyTitle')}</h1>
      <p className="quiet">{t('backup.keyText')}</p>
      <output className="key">{key}</output>
      <button type="button" className="button" onClick={print} disabled={key === ''}>
        {t('backup.printKey')}
      </button>
      {onKept && (
        <>
          <label className="check">
            <input type="checkbox" checked={kept} onChange={(event) => setKept(event.target.checked)} />
            {t('backup.keyKept')}
          </label>
          <button type="button" className="button primary" disabled={!kept} onClick={onKept}>
            {t('backup.go')}
          </button>
        </>
      )}
    </section>
  );
}
