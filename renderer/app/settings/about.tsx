/** What this app is, its versions and the state of this PC; guide, licences and the file for support. */
import { useEffect, useState, type ReactElement } from 'react';
import type { AboutInfo, AppInfo } from '@shared/host';
import { SCHEMA_VERSION } from '@shared/sync/contract';
import { saveDiagnostics } from '../../data/diagnostics';
import { useDirectory } from '../../data/directory';
import { host } from '../../data/host';
import { useSession } from '../../data/session';
import { ReadingDialog } from '../../ui/reading-dialog';
import { refusalText, t } from '../../ui/i18n';
import { Loading } from '../../ui/states';
import { toast } from '../../ui/toast';
import { printGuide } from '../print-guide';
import { Update } from './update';
import './about.css';

async function diagnose(): Promise<void> {
  const saved = await saveDiagnostics();
  if (saved.ok) toast(t('sync.diagnosticsDone'));
  else if (saved.code !== 'cancelled') toast(refusalText(saved.code), { level: 'error' });
}

export function About(): ReactElement {
  const [info, setInfo] = useState<(AppInfo & AboutInfo) | null>(null);
  const [licences, setLicences] = useState<string | null>(null);
  const desk = useSession((session) => session.desk);
  const name = useDirectory(({ desks }) => desks.find(({ body }) => body.code === desk)?.body.name ?? '');
  useEffect(() => {
    void Promise.all([host.call('app.info'), host.call('app.about')]).then(([app, about]) =>
      setInfo({ ...app, ...about }),
    );
  }, []);
  if (!info) return <Loading />;
  return (
    <section className="panel settings-facts">
      <h2>{t('settings.productName')}</h2>
      <dl className="facts">
        <dt>{t('settings.version')}</dt>
        <dd>{info.version}</dd>
        <dt>{t('settings.aboutPage.schema')}</dt>
        <dd>{t('settings.aboutPage.schemaText', { version: SCHEMA_VERSION })}</dd>
        <dt>{t('settings.aboutPage.desk')}</dt>
        <dd>
          {desk} {name}
        </dd>
        <dt>{t('settings.runtime')}</dt>
        <dd>
          Electron {info.electron} · Chromium {info.chromium} · Node {info.node}
        </dd>
        <dt>{t('settings.aboutPage.os')}</dt>
        <dd>{info.system}</dd>
        <dt>{t('settings.aboutPage.folder')}</dt>
        <dd className="about-folder">{info.folder}</dd>
        <dt>{t('settings.freeSpace')}</dt>
        <dd>{Math.floor(info.freeBytes / 1_000_000_000)} GB</dd>
      </dl>
      <p className="quiet">{t('settings.diskNote')}</p>
      <Update />
      <h2>{t('settings.aboutPage.help')}</h2>
      <div>
        <button type="button" className="button" onClick={printGuide}>
          {t('settings.aboutPage.guide')}
        </button>{' '}
        <button type="button" className="button" onClick={() => void diagnose()}>
          {t('settings.aboutPage.diagnostics')}
        </button>{' '}
        <button
          type="button"
          className="button"
          onClick={() => void host.call('app.licences').then(setLicences)}
        >
          {t('settings.aboutPage.licencesShow')}
        </button>
      </div>
      <p className="quiet small">{t('settings.aboutPage.diagnosticsText')}</p>
      {licences !== null && <Licences text={licences} onClose={() => setLicences(null)} />}
    </section>
  );
}

/** The texts as `npm run licences` puts them together. */
function Licences({ text, onClose }: { readonly text: string; readonly onClose: () => void }): ReactElement {
  return (
    <ReadingDialog title={t('settings.aboutPage.licences')} width={860} onClose={onClose}>
      <p className="quiet">
        {text === '' ? t('settings.aboutPage.licencesNone') : t('settings.aboutPage.licencesText')}
      </p>
      {text !== '' && (
        <pre className="licences" tabIndex={0}>
          {text}
        </pre>
      )}
    </ReadingDialog>
  );
}
