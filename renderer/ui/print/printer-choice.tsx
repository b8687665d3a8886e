/** Where a form is printed and how often: the system's printers (in the browser: `browser/printer-choice.tsx`). */
import type { ReactElement } from 'react';
import { t } from '../i18n';
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
  const { list, chosen, choose, lost, down, refresh } = printers;
  return (
    <>
      <div className="field">
        <label htmlFor="printer">{t('print.printer')}</label>
        <select
          id="printer"
          className="input"
          value={chosen}
          disabled={!list || list.length === 0}
          onChange={(event) => choose(event.target.value)}
        >
          {(list ?? []).map(({ name, label, isDefault }) => (
            <option key={name} value={name}>
              {isDefault ? t('print.defaultPrinter', { name: label }) : label}
            </option>
          ))}
        </select>
      </div>
      {list?.length === 0 && (
        <div className="notice" role="status">
          {t(down ? 'print.error.spoolerDown' : 'print.noPrinters')}
        </div>
      )}
      {list && list.length > 0 && lost && (
        <div className="notice">{t('print.error.printerGone', { printer: lost })}</div>
      )}
      <button type="button" className="button plain" onClick={refresh} disabled={!list}>
        {t('print.refreshPrinters')}
      </button>
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
