/** 我的登录: who is signed in and until when, one's own password, and what the web view shows. */
import type { ReactElement } from 'react';
import { civil } from '@shared/core/time';
import { SCOPE_DAYS } from '@shared/sync/scope';
import { version } from '../../../../package.json';
import { useWeb } from '../../../data/browser/web-session';
import { t } from '../../../ui/i18n';
import { toast } from '../../../ui/toast';
import { ChangePassword } from '../../browser/change-password';
import { askToSignOut } from '../../browser/sign-out';

export default function SettingsPage(): ReactElement {
  const session = useWeb((web) => web.session);
  // Drawn for nobody: the frame stands only while somebody is signed in.
  if (!session) return <></>;
  const { name, roles } = session.staff;
  return (
    <>
      <div className="page-head">
        <h1>{t('web.account')}</h1>
      </div>
      <div className="account-page">
        <section className="panel" aria-label={t('web.account')}>
          <p>
            {t('web.accountText', {
              name,
              roles: roles.map((role) => t(`settings.role.${role}`)).join(t('ui.listSeparator')),
              time: civil(session.expiresAt).slice(0, 16).replace('T', ' '),
            })}
          </p>
          <p className="quiet">{t('web.scopeText', { days: SCOPE_DAYS })}</p>
          <p className="quiet small">{`${t('web.version')} ${version}`}</p>
          <div>
            <button type="button" className="button" onClick={askToSignOut}>
              {t('web.signOut')}
            </button>
          </div>
        </section>
        <ChangePassword first={false} onDone={() => toast(t('web.changeDone'))} />
      </div>
    </>
  );
}
