/** A grid of days that is walked by arrows: people or shifts down, days across; cells say what they hold. */
import {
  useEffect,
  useRef,
  type DragEvent,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
} from 'react';
import { weekdayKey, weekdayOf } from '@shared/roster/spans';
import { t } from '../../ui/i18n';

export interface GridRow {
  readonly id: string;
  readonly label: ReactNode;
}

/** A place in a grid: its row and day. */
export interface GridPlace {
  readonly row: string;
  readonly day: string;
}

export interface GridCell {
  readonly content: ReactNode;
  /** What a screen reader says. */
  readonly label: string;
  readonly className?: string;
  /** What is dragged from here as a whole; absent: nothing. */
  readonly drag?: unknown;
}

interface GridProps {
  readonly label: string;
  readonly corner: string;
  readonly days: readonly string[];
  readonly today: string;
  readonly narrow: boolean;
  readonly rows: readonly GridRow[];
  readonly cell: (place: GridPlace) => GridCell;
  readonly at: GridPlace | null;
  readonly onAt: (place: GridPlace) => void;
  /** A click or Enter; the element is where a menu may stand. */
  readonly onOpen?: ((place: GridPlace, element: HTMLElement) => void) | undefined;
  /** Keys the grid does not know itself. Returns how many days to go on, or null when it was none. */
  readonly onKey?: ((event: KeyboardEvent, place: GridPlace) => number | null) | undefined;
  readonly onDrop?: ((data: unknown, place: GridPlace, copy: boolean) => void) | undefined;
  /** Rows of figures below, e.g. how many work a shift. */
  readonly foot?: readonly {
    readonly id: string;
    readonly label: ReactNode;
    readonly cell: (day: string) => ReactNode;
  }[];
}

const DRAGGED = 'application/x-deskbook-roster';

/** Makes an element's drag carry data for a grid. */
export function startDrag(event: DragEvent, data: unknown): void {
  event.stopPropagation();
  event.dataTransfer.setData(DRAGGED, JSON.stringify(data));
  event.dataTransfer.effectAllowed = 'copyMove';
}

const MOVES: Readonly<Record<string, readonly [rows: number, days: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

export function Grid(props: GridProps): ReactElement {
  const {
    label,
    corner,
    days,
    today,
    narrow,
    rows,
    cell,
    at,
    onAt,
    onOpen,
    onKey,
    onDrop,
    foot = [],
  } = props;
  const table = useRef<HTMLTableElement>(null);
  const current = at && rows.some(({ id }) => id === at.row) && days.includes(at.day) ? at : null;
  const idOf = ({ row, day }: GridPlace): string => `cell-${row}-${day}`;
  const elementOf = (place: GridPlace): HTMLElement | null => document.getElementById(idOf(place));

  useEffect(() => {
    if (current) elementOf(current)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });

  const step = (from: GridPlace, down: number, right: number): void => {
    const row =
      rows[Math.min(rows.length - 1, Math.max(0, rows.findIndex(({ id }) => id === from.row) + down))];
    const day = days[Math.min(days.length - 1, Math.max(0, days.indexOf(from.day) + right))];
    if (row && day !== undefined) onAt({ row: row.id, day });
  };
  const keyDown = (event: KeyboardEvent): void => {
    const [first] = rows;
    if (event.nativeEvent.isComposing || !first) return;
    const place = current ?? { row: first.id, day: days[0] ?? '' };
    const move = event.ctrlKey || event.altKey || event.metaKey ? undefined : MOVES[event.key];
    if (move) {
      event.preventDefault();
      if (current) step(place, ...move);
      else onAt(place);
    } else if (event.key === 'Home' || event.key === 'End') {
      event.preventDefault();
      onAt({ ...place, day: (event.key === 'Home' ? days[0] : days.at(-1)) ?? place.day });
    } else if (event.key === 'Enter' && onOpen) {
      const element = elementOf(place);
      event.preventDefault();
      onAt(place);
      if (element) onOpen(place, element);
    } else {
      const on = onKey?.(event, place) ?? null;
      if (on === null) return;
      event.preventDefault();
      if (!current) onAt(place);
      if (on > 0) step(place, 0, on);
    }
  };
  const dropped = (event: DragEvent, place: GridPlace): void => {
    const data = event.dataTransfer.getData(DRAGGED);
    if (data === '') return;
    event.preventDefault();
    onAt(place);
    onDrop?.(JSON.parse(data) as unknown, place, event.ctrlKey);
  };
  return (
    <table
      ref={table}
      className={narrow ? 'roster-grid narrow' : 'roster-grid'}
      role="grid"
      aria-label={label}
      data-register-rows
      tabIndex={0}
      {...(current ? { 'aria-activedescendant': idOf(current) } : {})}
      onKeyDown={keyDown}
    >
      <thead>
        <tr>
          <th scope="col">{corner}</th>
          {days.map((day) => (
            <th
              key={day}
              scope="col"
              className={[weekdayOf(day) > 5 ? 'weekend' : '', day === today ? 'now' : ''].join(' ')}
            >
              {narrow ? Number(day.slice(8)) : day.slice(5)}
              <div className="quiet">
                {t(narrow ? `roster.weekdayShort.${weekdayKey(day)}` : `roster.weekday.${weekdayKey(day)}`)}
              </div>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">{row.label}</th>
            {days.map((day) => {
              const place = { row: row.id, day };
              const { content, label: said, className = '', drag } = cell(place);
              const isCurrent = current?.row === row.id && current.day === day;
              return (
                <td
                  key={day}
                  id={idOf(place)}
                  role="gridcell"
                  aria-label={said}
                  aria-selected={isCurrent}
                  className={[className, weekdayOf(day) > 5 ? 'weekend' : ''].join(' ')}
                  draggable={drag !== undefined}
                  onDragStart={(event) => drag !== undefined && startDrag(event, drag)}
                  onDragOver={(event) => onDrop && event.preventDefault()}
                  onDrop={(event) => dropped(event, place)}
                  onClick={({ currentTarget }) => {
                    onAt(place);
                    table.current?.focus();
                    onOpen?.(place, currentTarget);
                  }}
                >
                  {content}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
      {foot.length > 0 && (
        <tfoot>
          {foot.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.label}</th>
              {days.map((day) => (
                <td key={day} className={weekdayOf(day) > 5 ? 'weekend' : ''}>
                  {row.cell(day)}
                </td>
              ))}
            </tr>
          ))}
        </tfoot>
      )}
    </table>
  );
}
