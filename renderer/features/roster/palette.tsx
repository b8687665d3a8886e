/** The shifts with their keys: to be dragged onto the grid, and the legend of what the keys do. */
import type { ReactElement } from 'react';
import type { ShiftHours } from '@shared/core/settings';
import { REST } from '@shared/roster/schema';
import { leastOf } from '@shared/roster/warnings';
import { t } from '../../ui/i18n';
import { startDrag } from './grid';

export const REST_KEY = '0';
export const CLEAR_KEY = 'Delete';

/** The key of the shift at an index of the settings: `1`, `2`, … */
export const shiftKey = (index: number): string => String(index + 1);

/** The shift a key stands for: its digit, its letter (A the first) or X or 0 for a day off; null for other keys. */
export function shiftOfKey({ code, key }: KeyboardEvent, shifts: readonly ShiftHours[]): string | null {
  const letter = /^Key([A-Z])$/.exec(code)?.[1] ?? '';
  // With Shift a digit's key says a sign.
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1] ?? (/^\d$/.test(key) ? key : '');
  if (digit === REST_KEY || letter === 'X') return REST;
  const index = digit === '' ? letter.charCodeAt(0) - 'A'.charCodeAt(0) : Number(digit) - 1;
  return shifts[index]?.id ?? null;
}

export interface FromPalette {
  /** A shift's id or `REST`. */
  readonly palette: string;
}

export const isPalette = (data: unknown): data is FromPalette =>
  typeof data === 'object' && data !== null && 'palette' in data;

export function Palette({ shifts }: { readonly shifts: readonly ShiftHours[] }): ReactElement {
  const chips = [
    ...shifts.map((shift, index) => ({
      id: shift.id,
      key: shiftKey(index),
      text: t('roster.paletteChip', shift as unknown as Record<string, string>),
      title: t('roster.leastTitle', { least: leastOf(shift) }),
    })),
    { id: REST, key: REST_KEY, text: t('roster.restLong'), title: '' },
  ];
  return (
    <div className="roster-palette" role="group" aria-label={t('roster.palette')} title={t('roster.palette')}>
      {chips.map(({ id, key, text, title }) => (
        <span
          key={id}
          className="chip"
          draggable
          title={title || undefined}
          onDragStart={(event) => startDrag(event, { palette: id })}
        >
          <kbd>{key}</kbd>
          {text}
        </span>
      ))}
    </div>
  );
}
