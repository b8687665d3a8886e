/** A list of a few fields each in the settings: rows are added, taken out and moved up. */
import type { ReactElement, ReactNode } from 'react';
import { t } from '../../ui/i18n';
import { Icon } from '../../ui/icon';
import './rows-field.css';

interface RowsFieldProps<R> {
  readonly label: string;
  readonly help?: string;
  readonly addLabel: string;
  readonly rows: readonly R[];
  readonly fresh: R;
  /** Widths of the row's controls, CSS grid. */
  readonly widths: string;
  readonly error: string | undefined;
  readonly nameOf: (row: R) => string;
  readonly render: (row: R, change: (part: Partial<R>) => void) => ReactNode;
  readonly onChange: (rows: readonly R[]) => void;
}

export function RowsField<R extends object>(props: RowsFieldProps<R>): ReactElement {
  const { label, help, addLabel, rows, fresh, widths, error, nameOf, render, onChange } = props;
  const moveUp = (at: number): void => {
    const [before, row] = [rows[at - 1], rows[at]];
    if (before && row) onChange([...rows.slice(0, at - 1), row, before, ...rows.slice(at + 1)]);
  };
  return (
    <fieldset className="field wide setting-rows" aria-invalid={error !== undefined}>
      <legend className="label">
        {label}
        {help && <span className="small">　{help}</span>}
      </legend>
      {rows.map((row, at) => (
        <div key={at} className="setting-row" style={{ gridTemplateColumns: `20px ${widths} 32px 32px` }}>
          <span className="quiet">{at + 1}</span>
          {render(row, (part) =>
            onChange(rows.map((other, index) => (index === at ? { ...other, ...part } : other))),
          )}
          <button
            type="button"
            className="button plain"
            aria-label={t('settings.rowUp', { text: nameOf(row) })}
            disabled={at === 0}
            onClick={() => moveUp(at)}
          >
            ↑
          </button>
          <button
            type="button"
            className="button plain"
            aria-label={t('settings.rowRemove', { text: nameOf(row) })}
            onClick={() => onChange(rows.filter((_, index) => index !== at))}
          >
            <Icon name="close" size={14} />
          </button>
        </div>
      ))}
      <button type="button" className="button plain add" onClick={() => onChange([...rows, fresh])}>
        <Icon name="plus" size={14} />
        {addLabel}
      </button>
      {error && (
        <span className="error" role="alert">
          {error}
        </span>
      )}
    </fieldset>
  );
}
