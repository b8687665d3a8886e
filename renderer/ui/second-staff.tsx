/** The second member of staff of an act: confirms by PIN, is never the one who is signed in (DOMAIN §2). */
import { useState, type ReactElement } from 'react';
import type { Witness } from '@shared/core/command';
import { t } from './i18n';
import { PinDialog } from './pin-dialog';

interface SecondStaffProps {
  readonly label: string;
  readonly help?: string;
  /** The act may do without. */
  readonly optional?: boolean;
  readonly witness: Witness | null;
  readonly onWitness: (witness: Witness) => void;
  readonly error: string | undefined;
}

export function SecondStaff({
  label,
  help,
  optional,
  witness,
  onWitness,
  error,
}: SecondStaffProps): ReactElement {
  const [asking, setAsking] = useState(false);
  return (
    <div
      className="field wide"
      role="group"
      aria-label={label}
      aria-invalid={error !== undefined && !witness}
    >
      <span className="label">
        {label}
        {!optional && (
          <span className="required" title={t('ui.required')}>
            *
          </span>
        )}
        {help && <span className="small">　{help}</span>}
      </span>
      <div className="confirmed">
        {witness && <span className="tag good">{t('signatures.confirmed', { name: witness.name })}</span>}
        <button type="button" className="button" onClick={() => setAsking(true)}>
          {t('signatures.confirmPin')}
        </button>
      </div>
      {error && !witness && (
        <span className="error" role="alert">
          {error}
        </span>
      )}
      {asking && (
        <PinDialog
          title={label}
          text={t('signatures.secondStaffText')}
          onClose={() => setAsking(false)}
          onWitness={(given) => {
            setAsking(false);
            onWitness(given);
          }}
        />
      )}
    </div>
  );
}
