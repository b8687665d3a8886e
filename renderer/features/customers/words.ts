/** What several parts of the page say about a customer. */
import type { Person } from '@shared/customers/people';
import type { CustomerFlag } from '@shared/visits/schema';
import { t } from '../../ui/i18n';

/** VIP, 重点关注 or both; a proposal says that it waits. */
export function flagText({ body, status }: CustomerFlag): string {
  const kinds = [body.vip && t('customers.flag.vip'), body.focus && t('customers.flag.focus')].filter(
    Boolean,
  );
  const text = kinds.join(t('ui.listSeparator'));
  return status === 'proposed' ? t('customers.flagWaits', { flag: text }) : text;
}

/** Identity and member number, as far as the records tell. */
export const identityText = ({ identity, memberNo }: Pick<Person, 'identity' | 'memberNo'>): string =>
  [identity && t(`service.identities.${identity}`), memberNo].filter(Boolean).join(' ');
