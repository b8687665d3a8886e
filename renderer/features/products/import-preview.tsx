/** What every row of a file would do, with the reason beside each that cannot be written. */
import { useEffect, useMemo, useRef, useState, type ReactElement, type ReactNode } from 'react';
import type { CheckedRow } from '@shared/products/import/check-import';
import { titleOf } from '@shared/products/import/columns';
import { refusalText, t } from '../../ui/i18n';
import { Segmented } from '../../ui/register-page';
import { RegisterTable, type RegisterColumn } from '../../ui/register-table';
import { EmptyState } from '../../ui/states';
import type { Preview } from './import-worker';

const OUTCOMES = ['all', 'problem', 'new', 'changed', 'same'] as const;
type Segment = (typeof OUTCOMES)[number];

/** Column and message of each problem, then the notes. */
function remarks({ problems, notes }: CheckedRow): string {
  return [
    ...problems.map(({ field = '', code, params }) => `${titleOf(field)}：${refusalText(code, params)}`),
    ...notes.map(({ say, params }) => t(`products.import.remark.${say}`, params)),
  ].join('；');
}

const COLUMNS = (): readonly RegisterColumn<CheckedRow>[] => [
  {
    key: 'line',
    title: t('products.import.line'),
    width: '64px',
    align: 'right',
    render: ({ line }) => line,
    sort: ({ line }) => line,
  },
  {
    key: 'sku',
    title: t('products.field.sku'),
    width: '120px',
    render: ({ sku }) => sku,
    sort: ({ sku }) => sku,
  },
  {
    key: 'title',
    title: t('products.field.name'),
    width: 'minmax(160px, 0.9fr)',
    render: ({ title }) => title,
    sort: ({ title }) => title,
  },
  {
    key: 'outcome',
    title: t('products.import.result'),
    width: '90px',
    render: ({ outcome }) => (
      <span className={outcome === 'problem' ? 'tag overdue' : outcome === 'same' ? 'tag' : 'tag good'}>
        {t(`products.import.outcome.${outcome}`)}
      </span>
    ),
    sort: ({ outcome }) => outcome,
  },
  {
    key: 'note',
    title: t('products.import.note'),
    width: 'minmax(280px, 2fr)',
    render: (row) => <span title={remarks(row)}>{remarks(row)}</span>,
  },
];

interface ImportPreviewProps {
  readonly name: string;
  readonly preview: Preview;
  readonly another: ReactNode;
  readonly onConfirm: () => void;
}

export function ImportPreview({ name, preview, another, onConfirm }: ImportPreviewProps): ReactElement {
  const { rows, encoding, unknown, openQuote } = preview;
  const count = (segment: Segment): number =>
    segment === 'all' ? rows.length : rows.filter(({ outcome }) => outcome === segment).length;
  const skipped = count('problem');
  const writable = count('new') + count('changed');
  const [segment, setSegment] = useState<Segment>(skipped > 0 ? 'problem' : 'all');
  const [selected, setSelected] = useState<string | null>(null);
  const confirm = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    confirm.current?.focus();
  }, []);
  const columns = useMemo(COLUMNS, []);
  const shown = useMemo(
    () => (segment === 'all' ? rows : rows.filter(({ outcome }) => outcome === segment)),
    [rows, segment],
  );
  const chosen = rows.find(({ id }) => id === selected);
  return (
    <>
      <div className="filters">
        <Segmented
          label={t('products.import.result')}
          value={segment}
          options={OUTCOMES.map((value) => ({
            value,
            label: t(`products.import.outcome.${value}`),
            count: count(value),
          }))}
          onChange={setSegment}
        />
        <span className="quiet">{t('products.import.file', { name, encoding, rows: rows.length })}</span>
        <span className="spacer" />
        {another}
        <button
          ref={confirm}
          type="button"
          className="button primary"
          disabled={writable === 0}
          onClick={onConfirm}
        >
          {writable === 0
            ? t('products.import.nothing')
            : skipped === 0
              ? t('products.import.confirm', { count: writable })
              : t('products.import.confirmSome', { count: writable, skipped })}
        </button>
      </div>
      {unknown.length > 0 && (
        <div className="notice">{t('products.import.unknown', { columns: unknown.join('、') })}</div>
      )}
      {openQuote !== null && (
        <div className="notice overdue" role="alert">
          {t('products.import.openQuote', { line: openQuote })}
        </div>
      )}
      {chosen && remarks(chosen) !== '' && (
        <div className={chosen.outcome === 'problem' ? 'notice overdue' : 'notice'} role="status">
          {t('imports.row', { line: chosen.line, text: remarks(chosen) })}
        </div>
      )}
      <div className="register">
        <RegisterTable
          label={t('products.import.title')}
          columns={columns}
          rows={shown}
          selected={selected}
          onSelect={setSelected}
          empty={<EmptyState title={t('products.noMatch')} />}
        />
      </div>
    </>
  );
}
