/** Count of cash by denomination: pieces typed, amounts worked out, Enter or the arrows go on. */
import type { KeyboardEvent, ReactElement } from 'react';
import { amountOf, readPieces, type TypedPieces } from '@shared/tills/schema';
import { formatMoney } from '@shared/core/money';
import { useDirectory } from '../../data/directory';
import { t } from '../../ui/i18n';

interface PiecesTableProps {
  readonly label: string;
  readonly value: TypedPieces;
  readonly onChange: (value: TypedPieces) => void;
  readonly error: string | undefined;
}

/** `¥100`, `¥0.5` of a denomination. */
const nameOf = (fen: number): string => `¥${String(fen / 100)}`;

/** Arrow keys go to the field above or below. */
function onArrow(event: KeyboardEvent<HTMLTableElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const fields = [...event.currentTarget.querySelectorAll('input')];
  fields[fields.findIndex((field) => field === event.target) + step]?.focus();
}

export function PiecesTable({ label, value, onChange, error }: PiecesTableProps): ReactElement {
  const denominations = useDirectory(({ settings }) => settings.denominations);
  const total = amountOf(readPieces(value, denominations) ?? {});
  return (
    <div className="field">
      <table className="pieces" aria-label={label} onKeyDown={onArrow}>
        <thead>
          <tr>
            <th>{t('tills.denomination')}</th>
            <th>{t('tills.pieces')}</th>
            <th>{t('tills.amount')}</th>
          </tr>
        </thead>
        <tbody>
          {denominations.map((fen) => {
            const key = String(fen);
            const pieces = readPieces({ [key]: value[key] ?? '' }, [fen]);
            return (
              <tr key={key}>
                <th scope="row">{nameOf(fen)}</th>
                <td>
                  <input
                    className="input"
                    inputMode="numeric"
                    autoComplete="off"
                    aria-label={nameOf(fen)}
                    aria-invalid={pieces === null || (error !== undefined && fen === denominations[0])}
                    value={value[key] ?? ''}
                    onChange={({ target }) => onChange({ ...value, [key]: target.value })}
                  />
                </td>
                <td>{pieces && pieces[key] ? formatMoney(amountOf(pieces)) : ''}</td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th colSpan={2}>{t('tills.total')}</th>
            <td>{formatMoney(total)}</td>
          </tr>
        </tfoot>
      </table>
      {error && (
        <span className="error" role="alert">
          {error}
        </span>
      )}
    </div>
  );
}
