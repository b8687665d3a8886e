/** Below a known phone: who came with it before, to fill from by Alt+digit, and notices (DOMAIN §3.1). */
import { useEffect, useState, type ReactElement } from 'react';
import { normalizePhone, phoneKey } from '@shared/core/phone';
import { fillFrom, offersForPhone, type Offer } from '@shared/visits/offers';
import { isVisit } from '@shared/visits/on-site';
import type { CustomerFlag } from '@shared/visits/schema';
import { range } from '../../data/read';
import type { Form } from '../../ui/form';
import { t } from '../../ui/i18n';
import { useFlags } from './flags';
import type { VisitFormValues } from './form-values';

interface PhoneOffersProps {
  readonly form: Form<VisitFormValues>;
  readonly offers: boolean;
}

export function PhoneOffers({ form, offers: offered }: PhoneOffersProps): ReactElement | null {
  const phone = normalizePhone(form.values.phone) ?? '';
  const offers = useOffers(offered ? phone : '');
  const flags = useFlags().get(phone) ?? [];
  const fill = (offer: Offer | undefined): void => {
    if (offer) form.set(fillFrom(form.values, offer));
  };

  useEffect(() => {
    if (offers.length === 0) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (!event.altKey || !/^Digit[1-9]$/.test(event.code)) return;
      event.preventDefault();
      fill(offers[Number(event.code.slice(5)) - 1]);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });

  if (offers.length === 0 && flags.length === 0) return null;
  return (
    <div className="wide offers">
      {flags.map((flag) => (
        <FlagNotice key={flag.id} flag={flag} />
      ))}
      {offers.length > 0 && (
        <div role="group" aria-label={t('visits.offers')}>
          <div className="small quiet">
            {t('visits.offers')}　{t('visits.offerKeys')}
          </div>
          {offers.map((offer, index) => (
            <button
              key={`${offer.name} ${offer.company}`}
              type="button"
              className="offer"
              tabIndex={-1}
              onClick={() => fill(offer)}
            >
              <kbd>{index + 1}</kbd>
              <strong>{offer.name}</strong>
              <span>{offer.company}</span>
              <span className="quiet">
                {t('visits.offerDetail', { day: offer.lastDay.slice(5), visits: offer.visits })}
              </span>
            </button>
          ))}
        </div>
      )}
    </div>
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

/** VIP and 重点关注 of one customer, in words for the desk only. */
export function FlagNotice({ flag }: { readonly flag: CustomerFlag }): ReactElement {
  const { name, reason, vip, focus } = flag.body;
  return (
    <div className="notice">
      {vip && <div>{t('visits.flagVip', { name })}</div>}
      {focus && <div>{t('visits.flagFocus', { name, reason })}</div>}
    </div>
  );
}
