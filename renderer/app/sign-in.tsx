/** Sign-in by staff number and PIN, and the lock screen over everything that is being typed. */
import { useState, type FormEvent, type ReactElement } from 'react';
import type { Refusal } from '@shared/core/command';
import { useDirectory } from '../data/directory';
import { useSession } from '../data/session';
import { checkPin, signIn } from '../data/sign-in';
import { t, type MessageKey } from '../ui/i18n';
import { PinFields } from '../ui/pin-dialog';
import { useNow } from './use-now';

/** @param demo shows the published numbers and PIN of the demo club */
export function SignIn({ demo }: { readonly demo: boolean }): ReactElement {
  const { actor, locked, desk } = useSession();
  const clubName = useDirectory(({ settings }) => settings.clubName);
  const now = useNow();
  const own = useDirectory(({ staff }) => staff.find(({ id }) => id === actor?.id)?.body.staffNo) ?? '';
  const [staffNo, setStaffNo] = useState(locked ? own : '');
  const [pin, setPin] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const check = await checkPin(staffNo, pin);
    setBusy(false);
    if (check.ok) return signIn(check.staff);
    setRefusal(check.refusal);
    setPin('');
  };
  return (
    <div className="gate">
      <form className="panel" onSubmit={(event) => void submit(event)} noValidate>
        <div>
          <h1>{locked ? t('app.lockedTitle') : t('app.name')}</h1>
          <p className="quiet">
            {clubName} · {t('app.deskShift', { desk })} · {now.date} {now.time}
          </p>
        </div>
        {locked && actor && <p className="notice">{t('app.lockedText', { name: actor.name })}</p>}
        <PinFields
          staffNo={staffNo}
          pin={pin}
          onStaffNo={setStaffNo}
          onPin={setPin}
          errorOf={(field) => (refusal?.field === field ? t(`ui.${refusal.code}` as MessageKey, refusal.params) : null)}
        />
        <button type="submit" className="button primary" disabled={busy}>
          {t('app.signIn')}
        </button>
        {demo && <p className="quiet small">{t('app.demoHint')}</p>}
      </form>
    </div>
  );
}
