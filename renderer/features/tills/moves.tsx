/** Movements of a session: one row an entry, with its tenders and its sum. */
import type { LedgerEntry } from '@shared/ledger/schema';
import { formatMoney } from '@shared/core/money';
import { clock } from '@shared/core/time';
import { entryText } from '@shared/tills/entry-text';
import { paymentLines } from '@shared/tills/till';
import { t } from '../../ui/i18n';
import type { RegisterColumn } from '../../ui/register-table';

export interface Move {
  readonly id: string;
  readonly entry: LedgerEntry;
  readonly no: string;
  readonly kind: string;
  readonly text: string;
  /** `现金、微信`. */
  readonly tenders: string;
  readonly amount: number;
  readonly hasCash: boolean;
  readonly hasOther: boolean;
}

/** Entries as rows, newest first. */
export function movesOf(entries: readonly LedgerEntry[]): readonly Move[] {
  return entries
    .map((entry) => {
      const lines = paymentLines(entry);
      const tenders = [...new Set(lines.map(({ tender }) => tender))];
      return {
        id: entry.id,
        entry,
        no: entry.body.no ?? '',
        kind: t(`ledger.kind.${entry.kind}`),
        text: entryText(entry),
        tenders: tenders.map((tender) => t(`ledger.tender.${tender}`)).join(t('ui.listSeparator')),
        amount: lines.reduce((sum, { amount }) => sum + amount, 0),
        hasCash: tenders.includes('cash'),
        hasOther: tenders.some((tender) => tender !== 'cash'),
      };
    })
    .reverse();
}

export const moveColumns = (): readonly RegisterColumn<Move>[] => [
  {
    key: 'time',
    title: t('tills.field.time'),
    width: '64px',
    render: ({ entry }) => clock(entry.at),
    sort: ({ entry }) => entry.body.n,
  },
  {
    key: 'no',
    title: t('tills.field.no'),
    width: '172px',
    render: ({ no }) => <span className="quiet">{no}</span>,
    sort: ({ no }) => no,
  },
  {
    key: 'kind',
    title: t('tills.field.kind'),
    width: '92px',
    render: ({ kind }) => kind,
    sort: ({ kind }) => kind,
  },
  { key: 'text', title: t('tills.field.text'), width: 'minmax(120px, 1fr)', render: ({ text }) => text },
  { key: 'tenders', title: t('tills.field.tender'), width: '116px', render: ({ tenders }) => tenders },
  {
    key: 'amount',
    title: t('tills.field.amount'),
    width: '108px',
    align: 'right',
    render: ({ amount }) => formatMoney(amount),
    sort: ({ amount }) => amount,
  },
];
