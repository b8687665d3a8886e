/** The shifts of a day: name and hours in a line each. */
import type { ReactElement } from 'react';
import type { ShiftHours } from '@shared/core/settings';
import { t } from '../ui/i18n';
import { Icon } from '../ui/icon';

interface ShiftFieldsProps {
  readonly shifts: readonly ShiftHours[];
  readonly error: string | undefined;
  readonly onChange: (shifts: readonly ShiftHours[]) => void;
}

/** An id no shift has yet; records refer to shifts by it, so it is never used again while one stands. */
function freeId(shifts: readonly ShiftHours[]): string {
  let number = shifts.length + 1;
  while (shifts.some(({ id }) => id === `shift${number}`)) number += 1;
  return `shift${number}`;
}

export function ShiftFields({ shifts, error, onChange }: ShiftFieldsProps): ReactElement {
  const change = (index: number, part: Partial<ShiftHours>): void =>
    onChange(shifts.map((shift, at) => (at === index ? { ...shift, ...part } : shift)));
  const invalid = error !== undefined;
  return (
    <fieldset className="field shifts">
      <legend className="label">{t('settings.shifts')}</legend>
      {shifts.map((shift, index) => (
        <div key={shift.id} className="shift">
          <input
            className="input"
            aria-label={t('settings.shiftName')}
            aria-invalid={invalid}
            value={shift.name}
            onChange={({ target }) => change(index, { name: target.value })}
          />
          <input
            className="input"
            type="time"
            aria-label={t('settings.shiftFrom')}
            aria-invalid={invalid}
            value={shift.from}
            onChange={({ target }) => change(index, { from: target.value })}
          />
          <span className="quiet">–</span>
          <input
            className="input"
            type="time"
            aria-label={t('settings.shiftTo')}
            aria-invalid={invalid}
            value={shift.to}
            onChange={({ target }) => change(index, { to: target.value })}
          />
          <button
            type="button"
            className="button plain"
            aria-label={t('settings.shiftRemove', { name: shift.name })}
            disabled={shifts.length === 1}
            onClick={() => onChange(shifts.filter((_, at) => at !== index))}
          >
            <Icon name="close" size={14} />
          </button>
        </div>
      ))}
      <button
        type="button"
        className="button plain add"
        onClick={() => onChange([...shifts, { id: freeId(shifts), name: '', from: '08:00', to: '16:00' }])}
      >
        <Icon name="plus" size={14} />
        {t('settings.shiftAdd')}
      </button>
      {error && (
        <span className="error" role="alert">
          {error}
        </span>
      )}
    </fieldset>
  );
}
