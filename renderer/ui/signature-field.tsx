/** How somebody signs: on screen, on paper with an archive number, or a member of staff by PIN (DOMAIN §2). */
import { useState, type ReactElement } from 'react';
import type { Witness } from '@shared/core/command';
import type { SignatureInput } from '@shared/signatures/signature';
import { t } from './i18n';
import { PinDialog } from './pin-dialog';
import { Segmented } from './register-page';
import { SignaturePad } from './signature-pad';

export type SignatureMode = SignatureInput['mode'];

interface SignatureFieldProps {
  readonly label: string;
  readonly modes: readonly SignatureMode[];
  readonly value: SignatureInput | null;
  readonly onChange: (value: SignatureInput) => void;
  readonly error: string | undefined;
  /** The signed-in person, when they may sign by the PIN they signed in with. */
  readonly self?: { readonly staff: string; readonly name: string };
  /** A colleague whose PIN was given in this form. */
  readonly witness?: Witness | null;
  readonly onWitness?: (witness: Witness) => void;
}

const empty = (mode: SignatureMode, self: SignatureFieldProps['self']): SignatureInput => {
  switch (mode) {
    case 'screen':
      return { mode, strokes: null };
    case 'paper':
      return { mode, archiveNo: '' };
    case 'later':
      return { mode };
    case 'pin':
      return { mode, staff: self?.staff ?? '' };
  }
};

export function SignatureField(props: SignatureFieldProps): ReactElement {
  const { label, modes, value, onChange, error, self, witness, onWitness } = props;
  const [asking, setAsking] = useState(false);
  const labels = {
    screen: t('signatures.screen'),
    paper: t('signatures.paper'),
    pin: t('signatures.pin'),
    later: t('signatures.later'),
  };
  const current = value ?? empty(modes[0] ?? 'screen', self);
  const signer =
    current.mode === 'pin'
      ? current.staff === self?.staff
        ? self.name
        : current.staff === witness?.staff
          ? witness?.name
          : ''
      : '';
  return (
    <fieldset className="field wide signature" aria-invalid={error !== undefined}>
      <legend className="label">
        {label}
        <span className="required" title={t('ui.required')}>
          *
        </span>
      </legend>
      {modes.length > 1 && (
        <Segmented
          label={label}
          value={current.mode}
          options={modes.map((mode) => ({ value: mode, label: labels[mode] }))}
          onChange={(mode) => onChange(empty(mode, self))}
        />
      )}
      {current.mode === 'screen' && (
        <SignaturePad
          label={label}
          value={current.strokes}
          onChange={(strokes) => onChange({ mode: 'screen', strokes })}
        />
      )}
      {current.mode === 'later' && <p className="quiet small">{t('signatures.laterHelp')}</p>}
      {current.mode === 'paper' && (
        <label className="field">
          <span className="label">
            {t('signatures.archiveNo')}
            <span className="small">　{t('signatures.archiveNoHelp')}</span>
          </span>
          <input
            className="input"
            value={current.archiveNo}
            autoComplete="off"
            onChange={({ target }) => onChange({ mode: 'paper', archiveNo: target.value })}
          />
        </label>
      )}
      {current.mode === 'pin' && (
        <div className="confirmed">
          {signer && <span className="tag good">{t('signatures.confirmed', { name: signer })}</span>}
          {(!signer || current.staff !== self?.staff) && (
            <button type="button" className="button" onClick={() => setAsking(true)}>
              {t('signatures.confirmPin')}
            </button>
          )}
        </div>
      )}
      {error && (
        <span className="error" role="alert">
          {error}
        </span>
      )}
      {asking && (
        <PinDialog
          title={label}
          onClose={() => setAsking(false)}
          onWitness={(given) => {
            setAsking(false);
            onWitness?.(given);
            onChange({ mode: 'pin', staff: given.staff });
          }}
        />
      )}
    </fieldset>
  );
}
