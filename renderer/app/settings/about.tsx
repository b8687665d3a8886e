/** What this app is, its versions and the state of this PC. */
import { useEffect, useState, type ReactElement } from 'react';
import type { AppInfo } from '@shared/host';
import { forms as formWords } from '@shared/messages/zh-CN/forms';
import { useDirectory } from '../../data/directory';
import { host } from '../../data/host';
import { today } from '../../data/session';
import { t } from '../../ui/i18n';
import { printForm } from '../../ui/print/print-form';
import { Loading } from '../../ui/states';

export function About(): ReactElement {
  const [info, setInfo] = useState<AppInfo | null>(null);
  useEffect(() => void host.call('app.info').then(setInfo), []);
  if (!info) return <Loading />;
  const printTestPage = (): void => {
    const club = useDirectory.getState().settings.clubName;
    printForm({
      form: 'test-page',
      title: formWords.testPage.title,
      data: { club, day: today() },
      reference: today(),
    });
  };
  return (
    <section className="panel" style={{ padding: 20, maxWidth: 760, display: 'grid', gap: 12 }}>
      <h2>{t('app.name')} Deskbook</h2>
      <dl className="facts" style={{ gridTemplateColumns: '130px 1fr', margin: 0 }}>
        <dt>{t('settings.version')}</dt>
        <dd>{info.version}</dd>
        <dt>{t('settings.runtime')}</dt>
        <dd>
          Electron {info.electron} · {info.platform}
        </dd>
        <dt>{t('settings.freeSpace')}</dt>
        <dd>{Math.floor(info.freeBytes / 1_000_000_000)} GB</dd>
      </dl>
      <p className="quiet">{t('settings.diskNote')}</p>
      <button type="button" className="button" style={{ justifySelf: 'start' }} onClick={printTestPage}>
        {t('print.printTestPage')}
      </button>
    </section>
  );
}
