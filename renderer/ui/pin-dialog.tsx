/** Another member of staff confirms a step by their own number and PIN (DOMAIN §2). */
import { useEffect, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import type { Witness } from '@shared/core/command';
import { witnessByPin, type PinRefusal } from '../data/sign-in';
import { Dialog } from './dialog';
import { t } from './first-words';

interface PinDialogProps {
  readonly title?: string;
  readonly text?: string;
  readonly onWitness: (witness: Witness) => void;
  readonly onClose: () => void;
}

export function PinDialog({ title, text, onWitness, onClose }: PinDialogProps): ReactElement {
  const [staffNo, setStaffNo] = useState('');
  const [pin, setPin] = useState('');
  const [refusal, setRefusal] = useState<PinRefusal | null>(null);
  const [busy, setBusy] = useState(false);
  const confirm = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const result = await witnessByPin(staffNo, pin);
    setBusy(false);
    if ('witness' in result) return onWitness(result.witness);
    setRefusal(result.refusal);
    setPin('');
  };
  return (
    <Dialog
      title={title ?? t('ui.pinTitle')}
      width={380}
      onClose={onClose}
      onSubmit={() => void confirm()}
      foot={
        <>
          <button type="button" className="button" onClick={onClose}>
            {t('ui.cancel')}
          </button>
          <button type="submit" className="button primary" disabled={busy}>
            {t('ui.confirm')}
          </button>
        </>
      }
    >
      <p className="quiet">{text ?? t('ui.pinText')}</p>
      <PinFields staffNo={staffNo} pin={pin} onStaffNo={setStaffNo} onPin={setPin} refusal={refusal} />
    </Dialog>
  );
}

interface PinFieldsProps {
  readonly staffNo: string;
  readonly pin: string;
  readonly onStaffNo: (value: string) => void;
  readonly onPin: (value: string) => void;
  readonly refusal: PinRefusal | null;
}

/** Staff number and PIN with their messages, here and at sign-in. */
export function PinFields({ staffNo, pin, onStaffNo, onPin, refusal }: PinFieldsProps): ReactElement {
  const pinInput = useRef<HTMLInputElement>(null);
  const goOn = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || pin !== '') return;
    // An empty PIN would only cost a try.
    event.preventDefault();
    pinInput.current?.focus();
  };
  const shared = { className: 'input', autoComplete: 'off' } as const;
  const wrong = (field: string): boolean => refusal?.field === field;
  return (
    <>
      <label className="field">
        <span className="label">{t('ui.staffNo')}</span>
        <input
          {...shared}
          name="staffNo"
          value={staffNo}
          autoFocus={staffNo === ''}
          aria-invalid={wrong('staffNo')}
          onKeyDown={goOn}
          onChange={({ target }) => onStaffNo(target.value)}
        />
        {wrong('staffNo') && <PinError refusal={refusal} />}
      </label>
      <label className="field">
        <span className="label">{t('ui.pin')}</span>
        <input
          {...shared}
          ref={pinInput}
          name="pin"
          type="password"
          inputMode="numeric"
          value={pin}
          autoFocus={staffNo !== ''}
          aria-invalid={wrong('pin')}
          onChange={({ target }) => onPin(target.value)}
        />
        {wrong('pin') && <PinError refusal={refusal} />}
      </label>
    </>
  );
}

/** What was wrong; a wait counts down and then goes. */
function PinError({ refusal }: { readonly refusal: PinRefusal | null }): ReactElement | null {
  const seconds = refusal?.code === 'pinWait' ? Number(refusal.params?.seconds) : 0;
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    setLeft(seconds);
    if (seconds === 0) return undefined;
    const until = Date.now() + seconds * 1_000;
    const timer = setInterval(() => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1_000))), 250);
    return () => clearInterval(timer);
  }, [refusal, seconds]);
  if (!refusal || (seconds > 0 && left === 0)) return null;
  return (
    <span className="error" role="alert">
      {t(`ui.${refusal.code}`, seconds > 0 ? { seconds: left } : refusal.params)}
    </span>
  );
}
