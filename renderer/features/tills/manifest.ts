/** Tills in the frame. */
import type { LedgerEntry } from '@shared/ledger/schema';
import type { Envelope } from '@shared/core/envelope';
import { entryText } from '@shared/tills/entry-text';
import type { Feature } from '../../ui/feature';
import { t } from '../../ui/i18n';

type Presented = ReturnType<NonNullable<Feature['present']>>;

function present(doc: Envelope): Presented {
  const entry = doc as LedgerEntry;
  const { day } = entry;
  const no = entry.body.no ?? '';
  if (entry.kind === 'tillOpen' || entry.kind === 'tillHandover') {
    const { name } = entry.kind === 'tillOpen' ? entry.body.opener : entry.body.taking;
    return {
      title: `${t('tills.title')}　${no}`,
      detail: t('tills.searchDetail', { day, shift: entry.body.shift, name }),
      path: `/tills/history/${entry.id}`,
    };
  }
  if (entry.kind !== 'paidIn' && entry.kind !== 'paidOut') return null;
  return {
    title: `${t(`ledger.kind.${entry.kind}`)}　${no}`,
    detail: `${day} ${entryText(entry)}`,
    path: `/tills/history/${entry.key}`,
  };
}

export const tillsFeature: Feature = {
  id: 'tills',
  collections: ['ledger', 'stockDocuments'],
  nav: {
    group: 'groupMoney',
    label: 'tills.title',
    icon: 'till',
    path: '/tills',
    roles: ['clerk', 'lead', 'finance', 'manager', 'admin'],
  },
  page: () => import('./tills-page'),
  todayLater: () => import('./today'),
  present,
};
