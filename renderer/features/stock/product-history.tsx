/** One product beside the list: where it stands, and every move with the entry behind it and the running balance. */
import { useMemo, useState, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { formatMoney } from '@shared/core/money';
import { historyOf } from '@shared/stock/history';
import type { StockLevel } from '@shared/stock/levels';
import { effects } from '@shared/ledger/effects';
import { onHand } from '@shared/ledger/books';
import type { LedgerEntry } from '@shared/ledger/schema';
import { useBesideBooks } from '../../data/beside-books';
import { useDirectory } from '../../data/directory';
import { range } from '../../data/read';
import { today } from '../../data/session';
import { ChoiceFilter } from '../../ui/filters';
import { t } from '../../ui/i18n';
import { Icon } from '../../ui/icon';
import { PeriodFilter, chosenPeriod } from '../../ui/period-filter';
import { shownAs } from '../../ui/record-path';
import { ErrorState, Loading } from '../../ui/states';
import { dayTime } from '../../ui/typed';
import { useStockFilters } from './view-state';

interface ProductHistoryProps {
  readonly level: StockLevel;
  readonly onClose: () => void;
}

const moves = (entries: readonly LedgerEntry[], product: string): readonly LedgerEntry[] =>
  entries.filter((entry) => effects(entry).stock.some((row) => row.product === product));

export function ProductHistory({ level, onClose }: ProductHistoryProps): ReactElement {
  const { id, product, held, total, value, negative, thin } = level;
  const { body } = product;
  const locations = useDirectory(({ settings }) => settings.locations);
  const places = locations.map((location, at) => `${location} ${held[at] ?? 0}`).join('　');
  const below = locations.filter((_location, at) => (held[at] ?? 0) < 0);
  const facts: readonly (readonly [string, string])[] = [
    [t('stock.field.category'), [body.category, body.shelf].filter(Boolean).join(' · ')],
    [t('stock.field.location'), `${places}　${t('stock.field.total')} ${total} ${body.unit}`],
    [t('stock.field.value'), `${formatMoney(value)}（${formatMoney(body.cost)}/${body.unit}）`],
    [t('stock.field.minimum'), body.displayMinimum === 0 ? '' : String(body.displayMinimum)],
    [t('stock.field.reorderPoint'), body.reorderPoint === 0 ? '' : String(body.reorderPoint)],
  ];
  return (
    <section
      className="panel record"
      aria-label={`${body.sku} ${body.name}`}
      onKeyDown={({ key }) => key === 'Escape' && onClose()}
    >
      <div className="inside">
        <div>
          <div className="number">
            {body.sku}
            <button type="button" className="button plain" aria-label={t('ui.close')} onClick={onClose}>
              <Icon name="close" />
            </button>
          </div>
          <div className="title">
            <h2>{body.name}</h2>
            <span className="quiet">{body.spec}</span>
          </div>
        </div>
        {negative && (
          <div className="notice overdue">
            {t('stock.negativeNotice', { places: below.join(t('ui.listSeparator')) })}
          </div>
        )}
        {thin && (held[1] ?? 0) > 0 && (
          <div className="notice">
            {t('stock.thinNotice', {
              display: held[0] ?? 0,
              minimum: Math.max(1, body.displayMinimum),
              store: held[1] ?? 0,
            })}
          </div>
        )}
        <dl className="facts" style={{ margin: 0 }}>
          {facts
            .filter(([, text]) => text !== '')
            .map(([label, text]) => (
              <div key={label} className="fact">
                <dt>{label}</dt>
                <dd>{text}</dd>
              </div>
            ))}
        </dl>
        <h2>{t('stock.history')}</h2>
        <HistoryTable id={id} locations={locations} />
      </div>
    </section>
  );
}

/** Opening, moves newest first, closing; a row opens the entry behind it. */
function HistoryTable({
  id,
  locations,
}: {
  readonly id: string;
  readonly locations: readonly string[];
}): ReactElement {
  const [, navigate] = useLocation();
  const choice = useStockFilters((state) => state.period);
  const [location, setLocation] = useState('');
  const { from, to } = chosenPeriod(choice, today());
  const live = useBesideBooks<readonly LedgerEntry[]>(
    async () => moves(await range<LedgerEntry>('ledger', 'day', [from], ['9']), id),
    [id, from],
    (entries, docs) => {
      const known = new Set(entries.map((entry) => entry.id));
      const fresh = moves(docs, id).filter((entry) => !known.has(entry.id) && entry.day >= from);
      return fresh.length === 0 ? entries : [...entries, ...fresh];
    },
  );
  const history = useMemo(() => {
    if (live.state !== 'ready') return null;
    const { books, value } = live.value;
    const now = onHand(books, id, location === '' ? undefined : location);
    return historyOf(value, id, { location, now, to });
  }, [live, id, location, to]);
  return (
    <>
      <div className="filters">
        <PeriodFilter
          choice={choice}
          today={today()}
          onChange={(period) => useStockFilters.setState({ period })}
        />
        <ChoiceFilter
          label={t('stock.field.location')}
          all={t('stock.filterLocation')}
          value={location}
          values={locations}
          onChange={setLocation}
        />
      </div>
      {live.state === 'failed' ? (
        <ErrorState />
      ) : !history ? (
        <Loading lines={4} />
      ) : (
        <table className="history">
          <thead>
            <tr>
              <th>{t('stock.field.time')}</th>
              <th>{t('stock.field.kind')}</th>
              <th className="right">{t('stock.field.quantity')}</th>
              <th className="right">{t('stock.balance')}</th>
            </tr>
          </thead>
          <tbody>
            <tr className="sum">
              <td colSpan={3}>{t('stock.closing')}</td>
              <td className="right">{history.closing}</td>
            </tr>
            {history.rows.length === 0 && (
              <tr>
                <td colSpan={4} className="quiet">
                  {t('stock.historyEmpty')}
                </td>
              </tr>
            )}
            {[...history.rows]
              .reverse()
              .map(({ id: key, entry, move, location: place, quantity, balance }) => {
                const no = entry.body.no ?? ('ofNo' in entry.body ? entry.body.ofNo : '');
                return (
                  <tr key={key}>
                    <td className="when">{dayTime(entry.at)}</td>
                    <td>
                      <button
                        type="button"
                        className="link"
                        title={t('stock.openEntry', { no })}
                        onClick={() => navigate(shownAs(entry)?.path ?? `/stock/moves/${entry.id}`)}
                      >
                        {entry.kind === 'reversal' ? t('ledger.kind.reversal') : t(`ledger.move.${move}`)}{' '}
                        {no}
                      </button>{' '}
                      <span className="quiet place">{place}</span>
                    </td>
                    <td className={quantity < 0 ? 'right minus' : 'right'}>
                      {quantity > 0 ? `+${quantity}` : quantity}
                    </td>
                    <td className={balance < 0 ? 'right below' : 'right'}>{balance}</td>
                  </tr>
                );
              })}
            <tr className="sum">
              <td colSpan={3}>{t('stock.opening')}</td>
              <td className="right">{history.opening}</td>
            </tr>
          </tbody>
        </table>
      )}
    </>
  );
}
