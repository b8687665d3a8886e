/** Somebody, the signed-in person or a colleague, does one thing by their own number and PIN; what is refused is said here. */
import { useState, type ReactElement } from 'react';
import type { Witness } from '@shared/core/command';
import type { Outcome } from '../data/gateway';
import { logFault } from '../data/faults';
import { confirmByPin, type PinRefusal } from '../data/sign-in';
import { Dialog } from './dialog';
import { refusalText, t } from './i18n';
import { PinFields } from './pin-dialog';

interface ConfirmByPinProps {
  readonly title: string;
  readonly text: string;
  readonly submitLabel: string;
  /** What the confirmed person does. */
  readonly run: (witness: Witness) => Promise<Outcome>;
  readonly onDone: (witness: Witness) => void;
  readonly onClose: () => void;
}

export function ConfirmByPin(props: ConfirmByPinProps): ReactElement {
  const { title, text, submitLabel, run, onDone, onClose } = props;
  const [staffNo, setStaffNo] = useState('');
  const [pin, setPin] = useState('');
  const [refusal, setRefusal] = useState<PinRefusal | null>(null);
  const [refused, setRefused] = useState('');
  const [busy, setBusy] = useState(false);
  const confirm = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setRefused('');
    setRefusal(null);
    try {
      const result = await confirmByPin(staffNo, pin);
      setPin('');
      if ('refusal' in result) {
        setRefusal(result.refusal);
        return;
      }
      const outcome = await run(result.witness);
      if (outcome.ok) onDone(result.witness);
      else setRefused(outcome.refusals.map(({ code, params }) => refusalText(code, params)).join(' '));
    } catch (error) {
      logFault('confirmByPin', error);
      setRefused(refusalText('failed'));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={title}
      width={400}
      onClose={onClose}
      onSubmit={() => void confirm()}
      foot={
        <>
          <button type="button" className="button" onClick={onClose}>
            {t('ui.cancel')}
          </button>
          <button type="submit" className="button primary" disabled={busy}>
            {submitLabel}
          </button>
        </>
      }
    >
      <p className="quiet">{text}</p>
      {refused && (
        <div className="notice overdue" role="alert">
          {refused}
        </div>
      )}
      <PinFields staffNo={staffNo} pin={pin} onStaffNo={setStaffNo} onPin={setPin} refusal={refusal} />
    </Dialog>
  );
}
