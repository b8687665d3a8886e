/** Where a form is printed and how often: the system's printers (in the browser: `browser/printer-choice.tsx`). */
import type { ReactElement } from 'react';
import { t } from '../i18n';
import { PrinterSelect } from './printer-select';
import type { Printers } from './use-printers';

export interface PrinterChoiceProps {
  readonly printers: Printers;
  /** As typed. */
  readonly copies: string;
  readonly onCopies: (typed: string) => void;
}

/** Told when a form is on its way. */
export const sentText = (printer: string, copies: number): string => t('print.sent', { printer, copies });

export function PrinterChoice({ printers, copies, onCopies }: PrinterChoiceProps): ReactElement {
  return (
    <>
      <PrinterSelect printers={printers} />
      <div className="field">
        <label htmlFor="copies">{t('print.copies')}</label>
        <input
          id="copies"
          className="input"
          inputMode="numeric"
          value={copies}
          onChange={(event) => onCopies(event.target.value.trim())}
        />
      </div>
    </>
  );
}
