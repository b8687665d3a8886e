/** One line: its figure is saved on Enter, and when the field is left. */
import { memo, useEffect, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { Checks } from '@shared/core/field-checks';
import { readQuantity } from '@shared/counts/record-line';
import type { CountRow } from '@shared/counts/rows';
import { refusalText, t } from '../../ui/i18n';
import { scannedBehind, type ScanResult } from './scan';

interface CountLineRowProps {
  readonly row: CountRow;
  readonly hidden: boolean;
  readonly editable: boolean;
  readonly target: { readonly add: number; readonly turn: number } | null;
  readonly onSave: (row: CountRow, quantity: string) => Promise<string | null>;
  readonly onScan: (scan: ScanResult) => void;
  readonly onStep: (from: HTMLInputElement, by: 1 | -1, end: boolean) => void;
  readonly onExplain: ((key: string) => void) | null;
}

const textOf = (figure: number | null): string => (figure === null ? '' : String(figure));

function PlainLine(props: CountLineRowProps): ReactElement {
  const { row, hidden, editable, target, onSave, onScan, onStep, onExplain } = props;
  const { of, counted, difference } = row;
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(textOf(counted));
  const [error, setError] = useState('');
  const [saving, setSaving] = useState(false);
  // What is typed and on its way, so that Enter and leaving the field are one act.
  const sent = useRef(textOf(counted));
  /** What scans have added up to and is not saved yet: the next scan types over it. */
  const tally = useRef<number | null>(null);

  useEffect(() => {
    // A colleague at another desk counted the line, or a record synced in.
    setText((typed) => (typed === sent.current || typed === '' ? textOf(counted) : typed));
    sent.current = textOf(counted);
  }, [counted]);

  useEffect(() => {
    const field = input.current;
    if (!target || !field) return;
    field.focus();
    field.scrollIntoView({ block: 'nearest' });
    if (target.add === 0) return;
    const typed = /^\d{1,6}$/.test(field.value) ? Number(field.value) : 0;
    tally.current = (tally.current ?? typed) + target.add;
    setText(String(tally.current));
  }, [target]);

  /** False while what is typed cannot be a figure. */
  const save = (typed: string): boolean => {
    if (typed.trim() === '') {
      setText(textOf(counted));
      setError('');
      return true;
    }
    const checks = new Checks();
    const quantity = readQuantity(checks, typed);
    if (quantity === null) {
      setError(refusalText('badCount'));
      return false;
    }
    setError('');
    tally.current = null;
    setText(String(quantity));
    if (String(quantity) === sent.current) return true;
    const before = sent.current;
    sent.current = String(quantity);
    setSaving(true);
    void onSave(row, typed).then((refused) => {
      setSaving(false);
      if (refused === null) return;
      sent.current = before;
      setError(refused);
    });
    return true;
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    const field = event.currentTarget;
    if (event.key === 'Enter') {
      event.preventDefault();
      const scanned = scannedBehind(text);
      if (scanned) {
        const { figure, scan } = scanned;
        const pending = figure !== '' ? figure : tally.current !== null ? String(tally.current) : '';
        // Scanning this line again goes on with its figure; any other scan leaves it counted.
        const again = scan.kind === 'one' && scan.product.id === row.product;
        if (again) tally.current = pending === '' ? null : Number(pending);
        setText(pending === '' ? sent.current : pending);
        if (!again && pending !== '') save(pending);
        onScan(scan);
      } else if (save(text)) onStep(field, 1, true);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (save(text)) onStep(field, event.key === 'ArrowDown' ? 1 : -1, false);
    } else if (event.key === 'Escape') {
      tally.current = null;
      setText(sent.current);
      setError('');
    }
  };

  const name = [of.name, of.spec].filter(Boolean).join(' ');
  const off = !hidden && difference !== 0;
  const missing = row.needsRecount
    ? t('counts.needsRecount')
    : row.needsReason
      ? t('counts.needsReason')
      : null;
  return (
    <div
      role="row"
      className={['line', hidden ? 'blind' : '', off ? 'off' : '', counted === null ? '' : 'done'].join(' ')}
      aria-label={name}
    >
      <span role="cell">{of.shelf}</span>
      <span role="cell" className="name" title={of.sku}>
        {name}
      </span>
      <span role="cell">{of.unit}</span>
      {!hidden && (
        <span role="cell" className="right figure" data-book>
          {row.skipped ? '' : row.book}
        </span>
      )}
      <span role="cell" className="right">
        {editable ? (
          <input
            ref={input}
            className="input"
            data-line
            inputMode="numeric"
            autoComplete="off"
            aria-label={t('counts.countedOf', { name })}
            aria-invalid={error !== ''}
            value={text}
            onFocus={({ currentTarget }) => currentTarget.select()}
            onChange={({ target: { value } }) => setText(value)}
            onBlur={() => save(text)}
            onKeyDown={onKeyDown}
          />
        ) : (
          <span className="figure">{row.skipped ? t('counts.form.notCounted') : textOf(counted)}</span>
        )}
      </span>
      {!hidden && (
        <span role="cell" className="right difference">
          {off ? (difference > 0 ? `+${difference}` : `−${-difference}`) : ''}
        </span>
      )}
      <span role="cell" className="note">
        {error && (
          <span className="error" role="alert">
            {error}
          </span>
        )}
        {!error && saving && <span className="quiet small">{t('counts.saving')}</span>}
        {!hidden && !error && (
          <>
            {off && onExplain && (
              <button type="button" className="button plain" onClick={() => onExplain(row.key)}>
                {t('counts.explain')}
              </button>
            )}
            {off && missing && <span className="tag due">{missing}</span>}
            {row.recount !== null && (
              <span className="quiet small">{t('counts.first', { first: row.first ?? 0 })}</span>
            )}
            {row.reason && (
              <span className="quiet small reason" title={row.reason}>
                {row.reason}
              </span>
            )}
            {row.late > 0 && (
              <span className="tag due" title={t('counts.late', { count: row.late })}>
                ↻
              </span>
            )}
          </>
        )}
      </span>
    </div>
  );
}

export const CountLineRow = memo(PlainLine, (before, after) =>
  (Object.keys(after) as (keyof CountLineRowProps)[]).every((prop) =>
    prop === 'row' ? sameRow(before.row, after.row) : before[prop] === after[prop],
  ),
);

/** Rows are made anew with every record; a line is drawn again only when something in it changed. */
function sameRow(a: CountRow, b: CountRow): boolean {
  return (
    a.key === b.key &&
    a.line === b.line &&
    a.of === b.of &&
    a.book === b.book &&
    a.late === b.late &&
    a.skipped === b.skipped &&
    a.needsRecount === b.needsRecount
  );
}
