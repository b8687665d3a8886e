/** Records of this feature as lines of the search box: accounts. */
import type { Account } from '@shared/accounts/schema';
import { t } from '../../ui/i18n';
import type { Present } from '../../ui/record-path';

const present: Present = (doc) => {
  if (doc.kind !== 'account') return null;
  const { body } = doc as Account;
  return {
    title: `${body.name}　${body.accountNo}`,
    detail: t(body.type === 'member' ? 'accounts.members' : 'accounts.firms'),
    path: body.type === 'member' ? `/accounts/${doc.id}` : `/accounts/firms/${doc.id}`,
  };
};

export default present;
