/** A notice about a customer as a line of the search box: it leads to the person. */
import { personId } from '@shared/customers/schema';
import type { CustomerFlag } from '@shared/visits/schema';
import { t } from '../../ui/i18n';
import type { Present } from '../../ui/record-path';
import { flagText } from './words';

const present: Present = (doc) => {
  if (doc.kind !== 'customerFlag' || doc.status === 'removed') return null;
  const flag = doc as CustomerFlag;
  return {
    title: flag.body.name,
    detail: t('customers.searchDetail', { flag: flagText(flag) }),
    path: `/customers/${personId(flag.body)}`,
  };
};

export default present;
