/** Below a known phone: who came with it before, to fill from by Alt+digit, and notices (DOMAIN §3.1). */
import { useEffect, useState, type ReactElement } from 'react';
import { normalizePhone, phoneKey } from '@shared/core/phone';
import { fillFrom, offersForPhone, type Offer } from '@shared/visits/offers';
import { isVisit } from '@shared/visits/on-site';
import { range } from '../../data/read';
import { FlagNotice, useFlags } from '../../ui/customer-flags';
import type { Form } from '../../ui/form';
import { t } from '../../ui/i18n';
import { Offers } from '../../ui/offers';
import type { VisitFormValues } from './form-values';

interface PhoneOffersProps {
  readonly form: Form<VisitFormValues>;
  readonly offers: boolean;
}

export function PhoneOffers({ form, offers: offered }: PhoneOffersProps): ReactElement | null {
  const phone = normalizePhone(form.values.phone) ?? '';
  const offers = useOffers(offered ? phone : '');
  const flags = useFlags().get(phone) ?? [];
  if (offers.length === 0 && flags.length === 0) return null;
  return (
    <Offers
      label={t('visits.offers')}
      keys={t('visits.offerKeys')}
      lines={offers.map(({ name, company, lastDay, visits }) => ({
        key: `${name} ${company}`,
        name,
        detail: company,
        aside: t('visits.offerDetail', { day: lastDay.slice(5), visits }),
      }))}
      onFill={(at) => {
        const offer = offers[at];
        if (offer) form.set(fillFrom(form.values, offer));
      }}
    >
      {flags.map((flag) => (
        <FlagNotice key={flag.id} flag={flag} />
      ))}
    </Offers>
  );
}

/** Earlier visitors of a phone, looked up when it is complete. */
function useOffers(phone: string): readonly Offer[] {
  const [offers, setOffers] = useState<readonly Offer[]>([]);
  useEffect(() => {
    setOffers([]);
    if (phone === '') return undefined;
    let gone = false;
    const key = phoneKey(phone);
    void range('visits', 'key', [key], [key]).then((docs) => {
      if (!gone) setOffers(offersForPhone(docs.filter(isVisit)));
    });
    return () => {
      gone = true;
    };
  }, [phone]);
  return offers;
}
