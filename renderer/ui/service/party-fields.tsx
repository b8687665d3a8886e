/** The customer of a matter: phone, name, identity, member number; a known phone offers who came with it (DOMAIN §3.1). */
import type { ReactElement } from 'react';
import { fillParty, knownPeople, type TypedParty } from '@shared/service/known';
import { IDENTITIES } from '@shared/service/schema';
import { useDirectory } from '../../data/directory';
import { ChoiceField } from '../choice-field';
import { FlagNotice, useFlags } from '../customer-flags';
import { TextField } from '../fields';
import type { Form } from '../form';
import { t } from '../i18n';
import { Offers } from '../offers';
import type { CustomerRecords } from './use-customer';

interface PartyFieldsProps<V> {
  /** A form whose values hold `name`, `phone`, `identity` and `memberNo`. */
  readonly form: Form<V>;
  /** Of `useCustomer(form.values.phone)`, which the history beside the form shows too. */
  readonly customer: CustomerRecords;
  /** Offers known people; false when a stored record is corrected. */
  readonly offers?: boolean;
  /** The name must be given; true unless an anonymous customer is taken. */
  readonly named?: boolean;
  readonly phoneRequired?: boolean;
}

/** Nothing is filled by itself, and a name alone never fills. */
export function PartyFields<V extends TypedParty>(props: PartyFieldsProps<V>): ReactElement {
  const { customer, offers = true, named = true, phoneRequired } = props;
  // The form's other fields do not matter here.
  const form = props.form as unknown as Form<TypedParty>;
  const flags = useFlags().get(customer.phone) ?? [];
  const settings = useDirectory((state) => state.settings);
  const known = offers
    ? knownPeople(
        customer.records.map(({ doc }) => doc),
        customer.phone,
        settings,
      )
    : [];
  return (
    <>
      <TextField
        form={form}
        name="phone"
        label={t('service.phone')}
        type="tel"
        {...(phoneRequired ? { required: true } : {})}
      />
      <TextField form={form} name="name" label={t('service.name')} {...(named ? { required: true } : {})} />
      {(known.length > 0 || flags.length > 0) && (
        <Offers
          label={t('service.offers')}
          keys={t('service.offerKeys')}
          lines={known.map(({ name, identity, memberNo, lastDay, count }) => ({
            key: name,
            name,
            detail: [identity && t(`service.identities.${identity}`), memberNo].filter(Boolean).join(' '),
            aside: t('service.offerDetail', { day: lastDay, count }),
          }))}
          onFill={(at) => {
            const one = known[at];
            if (one) form.set(fillParty(form.values, one));
          }}
        >
          {flags.map((flag) => (
            <FlagNotice key={flag.id} flag={flag} />
          ))}
        </Offers>
      )}
      <ChoiceField
        form={form}
        name="identity"
        label={t('service.identity')}
        options={IDENTITIES.map((value) => ({ value, label: t(`service.identities.${value}`) }))}
        required
      />
      <TextField form={form} name="memberNo" label={t('service.memberNo')} />
    </>
  );
}
