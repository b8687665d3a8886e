/** What every row of a paper register would do: its columns, its verdict, the reason beside each that is not taken. */
import { useEffect, useMemo, useState, type ReactElement, type ReactNode } from 'react';
import {
  COLUMNS,
  isPassedOver,
  missingFrom,
  titleOf,
  type ImportRegister,
  type Mapping,
} from '@shared/import/columns';
import { t } from '../../../ui/i18n';
import { Segmented } from '../../../ui/register-page';
import { RegisterTable, type RegisterColumn } from '../../../ui/register-table';
import { EmptyState, Loading } from '../../../ui/states';
import type { OpenPaper, PaperRow } from './paper-file';
import type { PaperFile } from './paper-worker';
import { reasonsOf } from './reasons';
import { saveRefused } from './sheets';

const SEGMENTS = ['all', 'refused', 'warning', 'known', 'ok'] as const;
type Segment = (typeof SEGMENTS)[number];

const TAGS: Readonly<Record<PaperRow['verdict'], string>> = {
  ok: 'tag good',
  warning: 'tag due',
  known: 'tag',
  refused: 'tag overdue',
};

const columnsOf = (register: ImportRegister): readonly RegisterColumn<PaperRow>[] => [
  {
    key: 'line',
    title: t('imports.line'),
    width: '64px',
    align: 'right',
    render: ({ line }) => line,
    sort: ({ line }) => line,
  },
  {
    key: 'day',
    title: t('imports.day'),
    width: '110px',
    render: ({ day }) => day,
    sort: ({ day }) => day,
  },
  {
    key: 'title',
    title: t('imports.title'),
    width: 'minmax(120px, 0.6fr)',
    render: ({ title }) => title,
    sort: ({ title }) => title,
  },
  {
    key: 'verdict',
    title: t('imports.result'),
    width: '96px',
    render: ({ verdict }) => <span className={TAGS[verdict]}>{t(`imports.verdict.${verdict}`)}</span>,
    sort: ({ verdict }) => verdict,
  },
  {
    key: 'note',
    title: t('imports.note'),
    width: 'minmax(280px, 2fr)',
    render: (row) => <span title={reasonsOf(register, row)}>{reasonsOf(register, row)}</span>,
  },
];

interface PaperPreviewProps {
  readonly paper: OpenPaper;
  readonly file: PaperFile;
  /** That the same file was imported before, in words, or ''. */
  readonly before: string;
  readonly another: ReactNode;
  readonly onConfirm: (rows: readonly PaperRow[]) => void;
}

export function PaperPreview({ paper, file, before, another, onConfirm }: PaperPreviewProps): ReactElement {
  const { register } = paper;
  const [mapping, setMapping] = useState<Mapping>(file.mapping);
  const [rows, setRows] = useState<readonly PaperRow[] | null>(null);
  const [segment, setSegment] = useState<Segment>('all');
  const [selected, setSelected] = useState<string | null>(null);
  useEffect(() => {
    let dropped = false;
    setRows(null);
    void paper.check(mapping).then((checked) => {
      if (dropped) return;
      setRows(checked);
      setSegment(checked.some(({ verdict }) => verdict === 'refused') ? 'refused' : 'all');
    });
    return () => {
      dropped = true;
    };
  }, [paper, mapping]);
  const columns = useMemo(() => columnsOf(register), [register]);
  const all = rows ?? [];
  const count = (one: Segment): number =>
    one === 'all' ? all.length : all.filter(({ verdict }) => verdict === one).length;
  const shown = useMemo(
    () => (rows ?? []).filter(({ verdict }) => segment === 'all' || verdict === segment),
    [rows, segment],
  );
  const missing = missingFrom(register, mapping);
  const writable = count('ok') + count('warning');
  const chosen = all.find(({ id }) => id === selected);
  return (
    <>
      <div className="filters">
        <Segmented
          label={t('imports.verdictLabel')}
          value={segment}
          options={SEGMENTS.map((value) => ({
            value,
            label: t(`imports.verdict.${value}`),
            count: count(value),
          }))}
          onChange={setSegment}
        />
        <span className="quiet">{t('imports.file', { name: paper.name, rows: file.rows })}</span>
        <span className="spacer" />
        {another}
        {count('refused') > 0 && (
          <button type="button" className="button" onClick={() => void saveRefused(register, all)}>
            {t('imports.saveRefused', { count: count('refused') })}
          </button>
        )}
        <button
          type="button"
          className="button primary"
          disabled={writable === 0}
          onClick={() => onConfirm(all)}
        >
          {rows === null
            ? t('imports.checking')
            : writable === 0
              ? t('imports.nothing')
              : t('imports.confirm', { count: writable })}
        </button>
      </div>
      {before && <div className="notice">{before}</div>}
      <PaperColumns register={register} file={file} mapping={mapping} onChange={setMapping} />
      {missing.length > 0 && (
        <div className="notice overdue" role="alert">
          {t('imports.columnsMissing', { columns: missing.map(({ title }) => title).join('、') })}
        </div>
      )}
      {chosen && reasonsOf(register, chosen) !== '' && (
        <div className={chosen.verdict === 'refused' ? 'notice overdue' : 'notice'} role="status">
          {t('imports.row', { line: chosen.line, text: reasonsOf(register, chosen) })}
        </div>
      )}
      {rows === null ? (
        <Loading />
      ) : (
        <div className="register">
          <RegisterTable
            label={t('imports.verdictLabel')}
            columns={columns}
            rows={shown}
            selected={selected}
            onSelect={setSelected}
            empty={<EmptyState title={t('imports.noRows')} />}
          />
        </div>
      )}
    </>
  );
}

interface PaperColumnsProps {
  readonly register: ImportRegister;
  readonly file: PaperFile;
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}

/** Where each column of the file goes; a person can choose another field. */
function PaperColumns({ register, file, mapping, onChange }: PaperColumnsProps): ReactElement {
  const unknown = file.headings.filter((heading, at) => mapping[at] === null && !isPassedOver(heading));
  const choose = (at: number, key: string): void =>
    onChange(
      // A field comes from one column: it leaves the one it had.
      file.headings.map((_, other) =>
        other === at ? key || null : mapping[other] === key && key !== '' ? null : (mapping[other] ?? null),
      ),
    );
  return (
    <details className="paper-columns" open={missingFrom(register, file.mapping).length > 0}>
      <summary>
        {t('imports.columnsTitle')}{' '}
        <span className="quiet">
          {t('imports.columnsFound', { known: mapping.filter((key) => key !== null).length })}
          {unknown.length > 0 && `　${t('imports.columnsUnknown', { columns: unknown.join('、') })}`}
        </span>
      </summary>
      <div className="paper-mapping">
        {file.headings.map((heading, at) => (
          <label key={`${at} ${heading}`} className="field">
            <span className="label">{heading || t('imports.columnNo', { no: at + 1 })}</span>
            <select
              className="input"
              value={mapping[at] ?? ''}
              onChange={({ target }) => choose(at, target.value)}
            >
              <option value="">{t('imports.columnNone')}</option>
              {COLUMNS[register].map(({ key }) => (
                <option key={key} value={key}>
                  {titleOf(register, key)}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
    </details>
  );
}
