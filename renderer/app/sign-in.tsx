/** Sign-in by staff number and PIN, and the lock screen over everything that is being typed. */
import { useState, type SyntheticEvent, type ReactElement } from 'react';
import { useDirectory } from '../data/directory';
import { useSession } from '../data/session';
import { checkPin, signIn, type PinRefusal } from '../data/sign-in';
import { t } from '../ui/first-words';
import { PinFields } from '../ui/pin-dialog';
import { DemoStaff } from './demo-staff';
import { useNow } from './use-now';

export function SignIn(): ReactElement {
  const { actor, locked } = useSession();
  const own = useDirectory(({ staff }) => staff.find(({ id }) => id === actor?.id)?.body.staffNo) ?? '';
  const [staffNo, setStaffNo] = useState(locked ? own : '');
  const [pin, setPin] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<PinRefusal | null>(null);
  const submit = async (event: SyntheticEvent): Promise<void> => {
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
      <div className="gate-inner">
        <Clock />
        <form
          className="panel"
          aria-label={t('app.signInTitle')}
          onSubmit={(event) => void submit(event)}
          noValidate
        >
          <h1>{locked ? t('app.lockedTitle') : t('app.signInTitle')}</h1>
          {locked && actor && <p className="notice">{t('app.lockedText', { name: actor.name })}</p>}
          <PinFields staffNo={staffNo} pin={pin} onStaffNo={setStaffNo} onPin={setPin} refusal={refusal} />
          <button type="submit" className="button primary big" disabled={busy}>
            {t('app.signIn')}
          </button>
          {locked && <p className="quiet small">{t('app.takeOverHint')}</p>}
        </form>
        {!locked && <DemoStaff onChoose={setStaffNo} />}
      </div>
    </div>
  );
}

function Clock(): ReactElement {
  const clubName = useDirectory(({ settings }) => settings.clubName);
  const desk = useSession((session) => session.desk);
  const deskName = useDirectory(({ desks }) => desks.find(({ body }) => body.code === desk)?.body.name) ?? '';
  const { date, time } = useNow();
  return (
    <div className="gate-head">
      <div>
        <strong>{clubName}</strong>
        <div className="quiet">{`${t('app.deskShift', { desk })} · ${deskName}`}</div>
      </div>
      <div className="gate-clock">
        <strong>{time}</strong>
        <div className="quiet">{date}</div>
      </div>
    </div>
  );
}
