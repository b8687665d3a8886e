/** Records of this feature as lines of the search box: the month's end. */
import type { MonthClose } from '@shared/ledger/schema';
import { t } from '../../ui/i18n';
import type { Present } from '../../ui/record-path';

const present: Present = (doc) => {
  if (doc.kind !== 'monthClose') return null;
  const { month } = (doc as MonthClose).body;
  return { title: t('monthEnd.searchClose', { month }), detail: doc.day, path: `/month-end/${month}` };
};

export default present;
