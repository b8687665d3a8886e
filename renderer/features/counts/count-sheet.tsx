/** One count: progress, lines by shelf, quantity against money beside them; every figure is saved as it is typed. */
import { useCallback, useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { lineName, uncountedOf } from '@shared/counts/lines';
import { recordLine } from '@shared/counts/record-line';
import { isHidden, type CountRow } from '@shared/counts/rows';
import type { Count } from '@shared/counts/schema';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import { clock } from '@shared/core/time';
import { loadBooks } from '../../data/books';
import { logFault } from '../../data/faults';
import { runCommand } from '../../data/gateway';
import { useSession } from '../../data/session';
import { onAction } from '../../ui/actions';
import { refusalText, t } from '../../ui/i18n';
import { Segmented } from '../../ui/register-page';
import { useScannedText } from '../../ui/scanner';
import { EmptyState, ErrorState, Loading } from '../../ui/states';
import { toast } from '../../ui/toast';
import { CountActions } from './count-actions';
import { CountNotices } from './count-notices';
import { CountTable, type CountTableHandle } from './count-table';
import { ExplainDialog } from './explain-dialog';
import { MoneyPanel } from './money-panel';
import { printBlank, printFilled } from './prints';
import { scannedIn, type ScanResult } from './scan';
import { useCount, useMoneyCheck } from './use-count';

type Filter = 'all' | 'uncounted' | 'difference';

export function CountSheet({ id }: { readonly id: string }): ReactElement {
  const state = useCount(id);
  const money = useMoneyCheck(state);
  if (state.state === 'failed') return <ErrorState />;
  if (state.state === 'loading') return <Loading />;
  if (!state.count) return <EmptyState title={t('counts.historyEmpty')} />;
  return <Sheet state={state} count={state.count} money={money} />;
}

interface SheetProps {
  readonly state: ReturnType<typeof useCount>;
  readonly count: Count;
  readonly money: ReturnType<typeof useMoneyCheck>;
}

function Sheet({ state, count, money }: SheetProps): ReactElement {
  const { rows, lines } = state;
  const { actor } = useSession();
  const [, navigate] = useLocation();
  const [filter, setFilter] = useState<Filter>('all');
  const [adding, setAdding] = useState(false);
  const [explaining, setExplaining] = useState<string | null>(null);
  const places = useMemo(() => [...new Set(rows.map(({ location }) => location))], [rows]);
  const [chosen, setPlace] = useState('');
  const place = places.includes(chosen) ? chosen : (places[0] ?? '');
  const table = useRef<CountTableHandle>(null);

  const atDesk = hasRole(actor?.roles ?? [], DESK_ROLES);
  const counting = atDesk && count.status === 'counting';
  const hidden = isHidden(count);
  const here = rows.filter(({ location }) => location === place);
  const shown = here.filter(
    (row) =>
      filter === 'all' ||
      (filter === 'uncounted' ? row.counted === null && !row.skipped : row.difference !== 0),
  );
  const left = uncountedOf(count, lines).length;
  const done = rows.length - left;

  const save = useCallback(
    async (row: CountRow, quantity: string): Promise<string | null> => {
      const { product, location } = row;
      try {
        const outcome = await runCommand(recordLine, { count: count.id, product, location, quantity });
        if (outcome.ok) return null;
        const [refusal] = outcome.refusals;
        return refusalText(refusal?.code ?? 'failed', refusal?.params);
      } catch (error) {
        logFault('count', error);
        return refusalText('failed');
      }
    },
    [count.id],
  );

  /** The line a scan means: in the place shown, or where it is still uncounted. */
  const onScan = (found: ScanResult): void => {
    if (found.kind === 'none')
      return toast(t('counts.scanUnknown', { code: found.code }), { level: 'error' });
    if (found.kind === 'several')
      return toast(t('counts.scanTwice', { code: found.code, count: found.count }), { level: 'error' });
    const of = rows.filter(({ product }) => product === found.product.id);
    const row = of.find(({ location }) => location === place) ?? of[0];
    if (!row) {
      const { name, spec } = found.product.body;
      return toast(t('counts.scanNotListed', { name: [name, spec].filter(Boolean).join(' ') }), {
        level: 'error',
      });
    }
    setFilter('all');
    setPlace(row.location);
    table.current?.go(row.key, adding ? found.factor : 0);
  };
  useScannedText((text) => {
    const found = scannedIn(text);
    if (!found || !counting) return false;
    onScan(found);
    return true;
  });

  /** After the last line of a place: the next place where something is left, or what ends the count. */
  const onEnd = (): void => {
    const next = rows.find((row) => row.counted === null && !row.skipped && row.location !== place);
    if (!next) return document.querySelector<HTMLElement>('button[data-submit-count]')?.focus();
    setPlace(next.location);
    table.current?.go(next.key, 0);
  };

  const print = (): void => {
    if (count.status === 'counting')
      void loadBooks().then((books) => printBlank(count, count.body.products, books, count.body.blind));
    else printFilled(count, rows, money?.check ?? null);
  };
  useEffect(() => onAction('print', print));

  const explained = explaining === null ? undefined : rows.find(({ key }) => key === explaining);
  return (
    <>
      <div className="page-head">
        <h1>{t(`counts.${count.body.type}`)}</h1>
        <span className="quiet">
          {`${count.body.type === 'monthEnd' ? count.body.period : count.day} · ${t('counts.desk', { desk: count.desk })} · ${count.body.no ?? ''}`}
        </span>
        <span className="spacer" />
        <CountActions
          state={state}
          count={count}
          onPrint={print}
          onLeave={() => {
            toast(t('counts.left'));
            navigate('/');
          }}
          onGo={(row) => {
            setFilter('all');
            setPlace(row.location);
            table.current?.go(`${row.product}\n${row.location}`, 0);
          }}
        />
      </div>
      <div className="count-bar">
        <progress aria-label={t('counts.progressLabel')} value={done} max={rows.length} />
        <span>{rows.length === 0 ? '' : `${Math.floor((done * 100) / rows.length)}%`}</span>
        <strong>{t('counts.progress', { counted: done, total: rows.length })}</strong>
        <span className="quiet began">
          {t('counts.began', { time: clock(count.at) })} ·{' '}
          {t(count.body.blind ? 'counts.blindHint' : 'counts.openHint')}
        </span>
        <span className="spacer" />
        {places.length > 1 && (
          <Segmented
            label={t('counts.place')}
            value={place}
            options={places.map((one) => ({ value: one, label: one }))}
            onChange={setPlace}
          />
        )}
        <Segmented<Filter>
          label={t('counts.filter')}
          value={filter}
          options={[
            { value: 'all', label: t('counts.filterAll') },
            {
              value: 'uncounted',
              label: t('counts.filterUncounted'),
              count: here.filter((row) => row.counted === null && !row.skipped).length,
            },
            ...(hidden
              ? []
              : [
                  {
                    value: 'difference' as const,
                    label: t('counts.filterDifference'),
                    count: here.filter(({ difference }) => difference !== 0).length,
                  },
                ]),
          ]}
          onChange={setFilter}
        />
        {counting && (
          <button
            type="button"
            className="button scan-mode"
            aria-pressed={adding}
            title={t('counts.scanHelp')}
            onClick={() => setAdding(!adding)}
          >
            {t(adding ? 'counts.scanAdd' : 'counts.scanJump')}
          </button>
        )}
      </div>
      <CountNotices count={count} rows={rows} hidden={hidden} />
      <div className={count.body.type === 'morning' ? 'register count-with-money' : 'register'}>
        <CountTable
          ref={table}
          rows={shown}
          view={`${place} ${filter}`}
          hidden={hidden}
          editable={counting}
          onSave={save}
          onScan={onScan}
          onEnd={onEnd}
          onExplain={atDesk && (counting || count.status === 'submitted') ? setExplaining : null}
        />
        {count.body.type === 'morning' && (
          <MoneyPanel count={count} hidden={hidden} left={left} money={money} />
        )}
      </div>
      {explained && (
        <ExplainDialog
          count={count.id}
          row={explained}
          name={lineName(explained)}
          onClose={() => setExplaining(null)}
        />
      )}
    </>
  );
}
