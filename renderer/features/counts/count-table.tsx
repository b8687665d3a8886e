/** The lines of one place by shelf: a figure, Enter, the next line. */
import {
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  type ReactElement,
  type Ref,
} from 'react';
import type { CountRow } from '@shared/counts/rows';
import { isNowhere } from '../../ui/focus';
import { t } from '../../ui/i18n';
import { EmptyState } from '../../ui/states';
import { CountLineRow } from './count-line-row';
import type { ScanResult } from './scan';

export interface CountTableHandle {
  /** Goes to a line, also one that is not in sight yet; `add` above 0 adds to what is typed there. */
  readonly go: (key: string, add: number) => void;
}

interface CountTableProps {
  readonly ref: Ref<CountTableHandle>;
  readonly rows: readonly CountRow[];
  /** Place and filter: another one is shown from its top. */
  readonly view: string;
  readonly hidden: boolean;
  readonly editable: boolean;
  /** Message when it was refused. */
  readonly onSave: (row: CountRow, quantity: string) => Promise<string | null>;
  readonly onScan: (scan: ScanResult) => void;
  /** Enter on the last line. */
  readonly onEnd: () => void;
  readonly onExplain: ((key: string) => void) | null;
}

interface Target {
  readonly key: string;
  readonly add: number;
  /** Two scans of one line are two targets. */
  readonly turn: number;
}

export function CountTable(props: CountTableProps): ReactElement {
  const { ref, rows, view, hidden, editable, onSave, onScan, onEnd, onExplain } = props;
  const scroll = useRef<HTMLDivElement>(null);
  const [target, setTarget] = useState<Target | null>(null);
  const go = useCallback(
    (key: string, add: number) => setTarget((before) => ({ key, add, turn: (before?.turn ?? 0) + 1 })),
    [],
  );
  // Before a line asked for takes the focus and scrolls to itself.
  useLayoutEffect(() => scroll.current?.scrollTo(0, 0), [view]);
  useImperativeHandle(ref, () => ({ go }), [go]);

  const fields = (): readonly HTMLInputElement[] => [
    ...(scroll.current?.querySelectorAll<HTMLInputElement>('input[data-line]') ?? []),
  ];
  const first = rows.find(({ counted }) => counted === null)?.key;
  useEffect(() => {
    // The page was opened: where counting goes on.
    if (editable && first && isNowhere()) go(first, 0);
    // Only when it opens; later the person is where they are.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [editable]);

  const latest = useRef({ onSave, onScan, onEnd });
  latest.current = { onSave, onScan, onEnd };
  const step = useCallback((from: HTMLInputElement, by: 1 | -1, end: boolean): void => {
    const all = fields();
    const next = all[all.indexOf(from) + by];
    if (next) next.focus();
    else if (end) latest.current.onEnd();
  }, []);
  const save = useCallback((row: CountRow, quantity: string) => latest.current.onSave(row, quantity), []);
  const scan = useCallback((found: ScanResult) => latest.current.onScan(found), []);

  return (
    <div className="panel table count-table" role="table" aria-label={t('counts.title')}>
      <div className="scroll" ref={scroll}>
        <div role="row" className={hidden ? 'line head blind' : 'line head'}>
          <span role="columnheader">{t('counts.column.shelf')}</span>
          <span role="columnheader">{t('counts.column.name')}</span>
          <span role="columnheader">{t('counts.column.unit')}</span>
          {!hidden && (
            <span role="columnheader" className="right">
              {t('counts.column.book')}
            </span>
          )}
          <span role="columnheader" className="right">
            {t('counts.column.counted')}
          </span>
          {!hidden && (
            <span role="columnheader" className="right">
              {t('counts.column.difference')}
            </span>
          )}
          <span role="columnheader">{hidden ? '' : t('counts.column.explain')}</span>
        </div>
        {rows.length === 0 && <EmptyState title={t('counts.nothingShown')} />}
        {rows.map((row) => (
          <CountLineRow
            key={row.key}
            row={row}
            hidden={hidden}
            editable={editable}
            target={target?.key === row.key ? target : null}
            onSave={save}
            onScan={scan}
            onStep={step}
            onExplain={onExplain}
          />
        ))}
      </div>
    </div>
  );
}
