/** Two records side by side: two states of one, or two that together break a limit. */
import type { ReactElement, ReactNode } from 'react';
import { formatMoney } from '@shared/core/money';
import type { Envelope } from '@shared/core/envelope';
import { isReversible } from '@shared/ledger/reverse';
import type { LedgerEntry } from '@shared/ledger/schema';
import { reversalId } from '@shared/ledger/standing';
import type { ConflictPair } from '@shared/sync/conflict';
import { entryText } from '@shared/tills/entry-text';
import { paymentLines } from '@shared/tills/till';
import { staffName } from '../../data/directory';
import { useLive } from '../../data/live';
import { byIds } from '../../data/read';
import { t, type MessageKey } from '../../ui/i18n';
import { shownAs } from '../../ui/record-path';
import { dayTime } from '../../ui/typed';
import { differing, fieldText, nameOf, valueText } from './words';

function author(doc: Envelope): string {
  const last = doc.body.log?.at(-1);
  return t('sync.writtenBy', {
    name: staffName(last?.by ?? doc.by),
    desk: last?.desk ?? doc.desk,
    at: dayTime(last?.at ?? doc.at),
  });
}

interface SidesProps {
  readonly heads: readonly [string, string];
  readonly docs: readonly [Envelope, Envelope];
  /** Say who wrote each; entries of the ledger have it among their rows. */
  readonly authors?: boolean;
  /** What may be done about each. */
  readonly action?: (doc: Envelope) => ReactNode;
  readonly rows: readonly {
    readonly key: string;
    readonly title: string;
    readonly values: readonly [string, string];
    readonly clash: boolean;
  }[];
}

function Sides({ heads, docs, rows, authors = false, action }: SidesProps): ReactElement {
  return (
    <table className="sides">
      <thead>
        <tr>
          <th aria-label={t('sync.field.other')} />
          {docs.map((doc, at) => {
            const path = shownAs(doc)?.path;
            return (
              <th key={at}>
                {heads[at]} {path && <a href={`#${path}`}>{t('sync.openRecord')}</a>} {action?.(doc)}
                {authors && <div className="quiet small">{author(doc)}</div>}
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, title, values, clash }) => (
          <tr key={key} className={clash ? 'clash' : ''}>
            <th scope="row">{title}</th>
            <td>{values[0]}</td>
            <td>{values[1]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What was written at two desks of one record. */
function States({ kept, other, fields }: ConflictPair): ReactElement {
  return (
    <Sides
      authors
      heads={[t('sync.keptSide'), t('sync.otherSide')]}
      docs={[kept, other]}
      rows={differing(kept, other).map((field) => ({
        key: field,
        title: fieldText(kept.kind, field),
        values: [valueText(kept, field), valueText(other, field)],
        clash: fields.includes(field),
      }))}
    />
  );
}

const FACTS = ['no', 'kind', 'at', 'who', 'amount', 'tenders', 'text'] as const;

function factsOf(doc: Envelope): Readonly<Record<(typeof FACTS)[number], string>> {
  const entry = doc as LedgerEntry;
  const lines = paymentLines(entry);
  const tenders = [...new Set(lines.map(({ tender }) => t(`ledger.tender.${tender}`)))];
  const total = lines.reduce((sum, { amount }) => sum + amount, 0);
  return {
    no: nameOf(doc),
    kind: t(`ledger.kind.${entry.kind}`),
    at: dayTime(doc.at),
    who: `${staffName(doc.by)} · ${t('app.deskShift', { desk: doc.desk })}`,
    amount:
      entry.kind === 'deposit' ? formatMoney(entry.body.total) : lines.length > 0 ? formatMoney(total) : '',
    tenders: tenders.join(t('ui.listSeparator')),
    text: entryText(entry),
  };
}

/** Two entries of the ledger that are each sound. */
function Entries({
  pair: { kept, other },
  onReverse,
}: {
  readonly pair: ConflictPair;
  readonly onReverse: ((entry: LedgerEntry) => void) | null;
}): ReactElement {
  const [before, over] = [factsOf(kept), factsOf(other)];
  const ids = [kept, other].map(({ id }) => reversalId(id));
  const live = useLive(() => byIds('ledger', ids), ['ledger'], ids);
  const reversals = live.state === 'ready' ? live.value : null;
  const action = (doc: Envelope): ReactNode => {
    const entry = doc as LedgerEntry;
    if (reversals?.some(({ id }) => id === reversalId(doc.id)))
      return <span className="tag">{t('sync.reversedRecord')}</span>;
    return onReverse && reversals && isReversible(entry) ? (
      <button type="button" className="button plain" onClick={() => onReverse(entry)}>
        {t('sync.reverseRecord')}
      </button>
    ) : null;
  };
  return (
    <Sides
      heads={[t('sync.beforeSide'), t('sync.overSide')]}
      docs={[kept, other]}
      action={action}
      rows={FACTS.filter((fact) => before[fact] !== '' || over[fact] !== '').map((fact) => ({
        key: fact,
        title: t(`sync.fact.${fact}` as MessageKey),
        values: [before[fact], over[fact]],
        clash: fact === 'amount',
      }))}
    />
  );
}

/**
 * @param limit true where the two are different records
 * @param onReverse takes one of them back; null for whoever may not
 */
export function Pair({
  pair,
  limit,
  onReverse,
}: {
  readonly pair: ConflictPair;
  readonly limit: boolean;
  readonly onReverse: ((entry: LedgerEntry) => void) | null;
}): ReactElement {
  return limit ? <Entries pair={pair} onReverse={onReverse} /> : <States {...pair} />;
}
