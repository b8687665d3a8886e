/** Changing one's own password: at the first sign-in with the printed one, and later by one's own wish. */
import { useState, type ReactElement, type SyntheticEvent } from 'react';
import type { Refusal } from '@shared/core/command';
import { changePassword } from '../../data/browser/web-session';
import { refusalText, t } from '../../ui/i18n';

interface ChangePasswordProps {
  /** The printed password is still in use. */
  readonly first: boolean;
  readonly onDone: () => void;
}

const EMPTY = { password: '', newPassword: '', again: '' } as const;
type Values = { readonly [K in keyof typeof EMPTY]: string };

export function ChangePassword({ first, onDone }: ChangePasswordProps): ReactElement {
  const [values, setValues] = useState<Values>(EMPTY);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const [busy, setBusy] = useState(false);

  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    const { password, newPassword, again } = values;
    if (password === '') return setRefusals([{ field: 'password', code: 'passwordEmpty' }]);
    if (newPassword === '') return setRefusals([{ field: 'newPassword', code: 'passwordEmpty' }]);
    if (newPassword !== again) return setRefusals([{ field: 'again', code: 'passwordsDiffer' }]);
    setBusy(true);
    const found = await changePassword({ password, newPassword });
    setBusy(false);
    setRefusals(found);
    if (found.length > 0) return;
    setValues(EMPTY);
    onDone();
  };
  const whole = refusals.find(({ field }) => field === undefined);
  const field = (name: keyof Values, label: string, autoComplete: string, help = ''): ReactElement => {
    const refusal = refusals.find((one) => one.field === name);
    return (
      <label className="field">
        <span className="label">{label}</span>
        <input
          className="input"
          name={name}
          aria-label={label}
          type="password"
          autoComplete={autoComplete}
          autoFocus={first && name === 'password'}
          value={values[name]}
          aria-invalid={refusal !== undefined}
          onChange={({ target }) => setValues({ ...values, [name]: target.value })}
        />
        {refusal ? (
          <span className="error" role="alert">
            {refusalText(refusal.code, refusal.params)}
          </span>
        ) : (
          help !== '' && <span className="quiet small">{help}</span>
        )}
      </label>
    );
  };
  return (
    <form
      className="panel change-password"
      aria-label={t(first ? 'web.firstTitle' : 'web.changeTitle')}
      onSubmit={(event) => void submit(event)}
      noValidate
    >
      <h1>{t(first ? 'web.firstTitle' : 'web.changeTitle')}</h1>
      {first && <p className="quiet">{t('web.firstText')}</p>}
      {whole && (
        <p className="notice overdue" role="alert">
          {refusalText(whole.code, whole.params)}
        </p>
      )}
      {field('password', t(first ? 'web.initialPassword' : 'web.oldPassword'), 'current-password')}
      {field('newPassword', t('web.newPassword'), 'new-password', t('web.passwordHelp'))}
      {field('again', t('web.newAgain'), 'new-password')}
      <button type="submit" className="button primary big" disabled={busy}>
        {t('web.changeDo')}
      </button>
    </form>
  );
}
