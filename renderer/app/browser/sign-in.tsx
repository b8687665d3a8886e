/** Signing in with staff number and password, also again after a session ended over what was being typed. */
import { useEffect, useRef, useState, type ReactElement, type SyntheticEvent } from 'react';
import type { Refusal } from '@shared/core/command';
import { signInByPassword, useWeb } from '../../data/browser/web-session';
import { refusalText, t } from '../../ui/i18n';

export function SignIn(): ReactElement {
  const { session, reason } = useWeb();
  const [staffNo, setStaffNo] = useState(session?.staff.staffNo ?? '');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const passwordInput = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (refusal?.field === 'password') passwordInput.current?.focus();
  }, [refusal]);

  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    if (staffNo.trim() === '') return setRefusal({ field: 'staffNo', code: 'staffNoRequired' });
    if (password === '') return setRefusal({ field: 'password', code: 'passwordEmpty' });
    setBusy(true);
    setRefusal(null);
    const refused = await signInByPassword({ staffNo, password });
    setBusy(false);
    setRefusal(refused);
    if (refused?.field === 'password') setPassword('');
  };
  const errorOf = (field: string): string | undefined =>
    refusal && (refusal.field ?? '') === field ? refusalText(refusal.code, refusal.params) : undefined;
  const whole = errorOf('');
  return (
    <div className="gate">
      <div className="gate-inner">
        <div className="gate-head">
          <strong>{t('web.title')}</strong>
          {session && <span className="quiet">{session.club}</span>}
        </div>
        <form
          className="panel"
          aria-label={t('web.signIn')}
          onSubmit={(event) => void submit(event)}
          noValidate
        >
          <h1>{t('web.signIn')}</h1>
          {reason ? (
            <p className="notice" role="status">
              {t(`web.${reason}`, { minutes: session?.idleMinutes ?? 0 })}
            </p>
          ) : (
            <p className="quiet">{t('web.lead')}</p>
          )}
          {whole && (
            <p className="notice overdue" role="alert">
              {whole}
            </p>
          )}
          <label className="field">
            <span className="label">{t('web.staffNo')}</span>
            <input
              className="input"
              name="staffNo"
              aria-label={t('web.staffNo')}
              autoComplete="username"
              value={staffNo}
              autoFocus={staffNo === ''}
              aria-invalid={errorOf('staffNo') !== undefined}
              onChange={({ target }) => setStaffNo(target.value)}
            />
            {errorOf('staffNo') && (
              <span className="error" role="alert">
                {errorOf('staffNo')}
              </span>
            )}
          </label>
          <label className="field">
            <span className="label">{t('web.password')}</span>
            <input
              ref={passwordInput}
              className="input"
              name="password"
              aria-label={t('web.password')}
              type="password"
              autoComplete="current-password"
              value={password}
              autoFocus={staffNo !== ''}
              aria-invalid={errorOf('password') !== undefined}
              onChange={({ target }) => setPassword(target.value)}
            />
            {errorOf('password') && (
              <span className="error" role="alert">
                {errorOf('password')}
              </span>
            )}
          </label>
          <button type="submit" className="button primary big" disabled={busy}>
            {busy ? t('web.signingIn') : t('web.signIn')}
          </button>
          <p className="quiet small">{session ? t('web.otherPerson') : t('web.forgotten')}</p>
        </form>
      </div>
    </div>
  );
}
