/** The virtual table of a register: sortable, driven by the keyboard, rows drawn only when in sight. */
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  createContext,
  memo,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
} from 'react';
import { t } from './i18n';

export interface RegisterColumn<R> {
  readonly key: string;
  readonly title: string;
  /** CSS grid width, e.g. `88px` or `minmax(90px, 1fr)`. */
  readonly width: string;
  readonly align?: 'right';
  readonly render: (row: R) => ReactNode;
  /** Text or number to sort by; columns without one cannot be sorted. */
  readonly sort?: (row: R) => string | number;
  /** Left out where a record stands beside the list. */
  readonly wideOnly?: true;
}

/** True in a list that shares its width with an open record or form. */
export const BesideRecord = createContext(false);

interface RegisterTableProps<R extends { readonly id: string }> {
  readonly label: string;
  readonly columns: readonly RegisterColumn<R>[];
  /** Newest first; the table keeps this order until a column is sorted. Keep the array's identity while it is the same. */
  readonly rows: readonly R[];
  readonly selected: string | null;
  readonly onSelect: (id: string | null) => void;
  /** Letter keys on the selected row, e.g. `s` signs out. */
  readonly rowKeys?: Readonly<Record<string, (row: R) => void>>;
  readonly rowClass?: (row: R) => string;
  readonly empty: ReactNode;
  readonly foot?: ReactNode;
}

const ROW_PX = 38;
const HEAD_PX = 36;

const rowId = (id: string): string => `row-${id}`;

interface RowProps<R> {
  readonly row: R;
  readonly columns: readonly RegisterColumn<R>[];
  readonly template: string;
  /** Place below the head. */
  readonly index: number;
  readonly selected: boolean;
  readonly className: string;
  readonly top: number;
  readonly onSelect: (id: string) => void;
}

function PlainRow<R extends { readonly id: string }>(props: RowProps<R>): ReactElement {
  const { row, columns, template, index, selected, className, top, onSelect } = props;
  return (
    <div
      role="row"
      id={rowId(row.id)}
      aria-rowindex={index + 2}
      aria-selected={selected}
      data-id={row.id}
      className={`row ${className}`}
      style={{ gridTemplateColumns: template, position: 'absolute', transform: `translateY(${top}px)` }}
      onClick={() => onSelect(row.id)}
    >
      {columns.map((column) => (
        <div key={column.key} role="gridcell" className={column.align ?? ''}>
          {column.render(row)}
        </div>
      ))}
    </div>
  );
}

const Row = memo(PlainRow) as typeof PlainRow;

function sorted<R>(
  rows: readonly R[],
  column: RegisterColumn<R> | undefined,
  ascending: boolean,
): readonly R[] {
  const keyOf = column?.sort;
  if (!keyOf) return rows;
  const sign = ascending ? 1 : -1;
  return [...rows].sort((a, b) => {
    const left = keyOf(a);
    const right = keyOf(b);
    if (typeof left === 'number' && typeof right === 'number') return sign * (left - right);
    return sign * String(left).localeCompare(String(right), 'zh-CN');
  });
}

export function RegisterTable<R extends { readonly id: string }>(props: RegisterTableProps<R>): ReactElement {
  const { label, rows, selected, onSelect, rowKeys, rowClass, empty, foot } = props;
  const beside = useContext(BesideRecord);
  const columns = useMemo(
    () => (beside ? props.columns.filter(({ wideOnly }) => !wideOnly) : props.columns),
    [props.columns, beside],
  );
  const [sort, setSort] = useState<{ readonly key: string; readonly ascending: boolean } | null>(null);
  const scroll = useRef<HTMLDivElement>(null);
  const template = useMemo(() => columns.map((column) => column.width).join(' '), [columns]);
  const shown = useMemo(
    () =>
      sorted(
        rows,
        columns.find((column) => column.key === sort?.key),
        sort?.ascending ?? true,
      ),
    [rows, columns, sort],
  );
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
    // The head stands above the rows inside the scroll area and covers its top.
    scrollMargin: HEAD_PX,
    scrollPaddingStart: HEAD_PX,
  });
  const at = shown.findIndex((row) => row.id === selected);

  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' });
    // Only a new selection scrolls; new rows must not move what is being read.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [selected]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor((scroll.current?.clientHeight ?? 0) / ROW_PX) - 1);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
      Home: -shown.length,
      End: shown.length,
    };
    const step = steps[event.key];
    const row = shown[at];
    if (step !== undefined && shown.length > 0) {
      event.preventDefault();
      const next = at < 0 ? 0 : Math.min(Math.max(at + step, 0), shown.length - 1);
      onSelect(shown[next]?.id ?? null);
    } else if (event.key === 'Escape') {
      onSelect(null);
    } else if (
      row &&
      !event.ctrlKey &&
      !event.metaKey &&
      !event.altKey &&
      rowKeys?.[event.key.toLowerCase()]
    ) {
      event.preventDefault();
      rowKeys[event.key.toLowerCase()]?.(row);
    }
  };

  const items = virtual.getVirtualItems();
  const active = items.some(({ index }) => index === at) ? rowId(selected ?? '') : undefined;

  const toggle = (key: string): void =>
    setSort((current) =>
      current?.key !== key ? { key, ascending: true } : current.ascending ? { key, ascending: false } : null,
    );

  return (
    <div className="panel table">
      <div
        className="scroll"
        ref={scroll}
        role="grid"
        aria-label={label}
        aria-rowcount={shown.length + 1}
        aria-activedescendant={active}
        tabIndex={0}
        onKeyDown={onKeyDown}
        data-register-rows
      >
        <div className="sheet" role="presentation">
          <div role="row" className="row head" style={{ gridTemplateColumns: template }}>
            {columns.map((column) => (
              <div
                key={column.key}
                role="columnheader"
                className={column.align ?? ''}
                aria-sort={sort?.key === column.key ? (sort.ascending ? 'ascending' : 'descending') : 'none'}
              >
                {column.sort ? (
                  <button type="button" onClick={() => toggle(column.key)}>
                    {column.title}
                    {sort?.key === column.key ? (sort.ascending ? ' ↑' : ' ↓') : ''}
                  </button>
                ) : (
                  column.title
                )}
              </div>
            ))}
          </div>
          {shown.length === 0 ? (
            <div role="row">
              <div role="gridcell">{empty}</div>
            </div>
          ) : (
            <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
              {items.map((item) => {
                const row = shown[item.index] as R;
                return (
                  <Row
                    key={row.id}
                    row={row}
                    columns={columns}
                    template={template}
                    index={item.index}
                    selected={row.id === selected}
                    className={rowClass?.(row) ?? ''}
                    top={item.start - HEAD_PX}
                    onSelect={onSelect}
                  />
                );
              })}
            </div>
          )}
        </div>
      </div>
      <div className="table-foot">{foot ?? t('ui.rows', { count: shown.length })}</div>
    </div>
  );
}
