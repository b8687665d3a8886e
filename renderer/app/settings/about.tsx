/** What this app is, its versions and the state of this PC. */
import { useEffect, useState, type ReactElement } from 'react';
import type { AppInfo } from '@shared/host';
import { host } from '../../data/host';
import { t } from '../../ui/i18n';
import { Loading } from '../../ui/states';
import { Update } from './update';

export function About(): ReactElement {
  const [info, setInfo] = useState<AppInfo | null>(null);
  useEffect(() => void host.call('app.info').then(setInfo), []);
  if (!info) return <Loading />;
  return (
    <section className="panel settings-facts">
      <h2>{t('settings.productName')}</h2>
      <dl className="facts">
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
      <Update />
    </section>
  );
}
