/** The system's printers to choose from, and what is said when there is none or the usual one is gone. */
import type { ReactElement } from 'react';
import { t } from '../i18n';
import type { Printers } from './use-printers';

export function PrinterSelect({ printers }: { readonly printers: Printers }): ReactElement {
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
    </>
  );
}
