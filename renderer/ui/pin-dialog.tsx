/** Another member of staff confirms a step by their own number and PIN (DOMAIN §2). */
import { useState, type ReactElement } from 'react';
import type { Refusal, Witness } from '@shared/core/command';
import { witnessByPin } from '../data/sign-in';
import { Dialog } from './dialog';
import { t, type MessageKey } from './i18n';

interface PinDialogProps {
  readonly title?: string;
  readonly text?: string;
  readonly onWitness: (witness: Witness) => void;
  readonly onClose: () => void;
}

export function PinDialog({ title, text, onWitness, onClose }: PinDialogProps): ReactElement {
  const [staffNo, setStaffNo] = useState('');
  const [pin, setPin] = useState('');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
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
  const errorOf = (field: string): string | null =>
    refusal?.field === field ? t(`ui.${refusal.code}` as MessageKey, refusal.params) : null;
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
      <PinFields staffNo={staffNo} pin={pin} onStaffNo={setStaffNo} onPin={setPin} errorOf={errorOf} />
    </Dialog>
  );
}

interface PinFieldsProps {
  readonly staffNo: string;
  readonly pin: string;
  readonly onStaffNo: (value: string) => void;
  readonly onPin: (value: string) => void;
  readonly errorOf: (field: string) => string | null;
}

/** Staff number and PIN with their messages, here and at sign-in. */
export function PinFields({ staffNo, pin, onStaffNo, onPin, errorOf }: PinFieldsProps): ReactElement {
  const fields = [
    { name: 'staffNo', label: t('ui.staffNo'), value: staffNo, change: onStaffNo, type: 'text' },
    { name: 'pin', label: t('ui.pin'), value: pin, change: onPin, type: 'password' },
  ];
  return (
    <>
      {fields.map(({ name, label, value, change, type }) => (
        <label key={name} className="field">
          <span className="label">{label}</span>
          <input
            className="input"
            name={name}
            type={type}
            value={value}
            autoComplete="off"
            autoFocus={name === 'staffNo' && value === ''}
            aria-invalid={errorOf(name) !== null}
            onChange={(event) => change(event.target.value)}
          />
          {errorOf(name) && (
            <span className="error" role="alert">
              {errorOf(name)}
            </span>
          )}
        </label>
      ))}
    </>
  );
}
