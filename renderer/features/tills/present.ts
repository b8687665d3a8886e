/** Records of this feature as lines of the search box: tills. */
import type { LedgerEntry } from '@shared/ledger/schema';
import type { Envelope } from '@shared/core/envelope';
import { entryText } from '@shared/tills/entry-text';
import { t } from '../../ui/i18n';
import type { Shown } from '../../ui/record-path';

export default function present(doc: Envelope): Shown | null {
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
