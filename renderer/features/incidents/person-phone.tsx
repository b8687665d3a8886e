/** A phone on the notification list: in full while people are called, afterwards masked like everywhere (DOMAIN §2). */
import type { ReactElement } from 'react';
import type { Incident } from '@shared/incidents/schema';
import { t } from '../../ui/i18n';
import { MaskedPhone } from '../../ui/masked-phone';
import { phoneShown } from './prints';

interface PersonPhoneProps {
  readonly incident: Incident;
  readonly phone: string;
}

export function PersonPhone({ incident, phone }: PersonPhoneProps): ReactElement {
  if (phone === '') return <span className="small">{t('incidents.telephoneNone')}</span>;
  return (
    <span className="small">
      {phoneShown(incident, phone) === phone ? phone : <MaskedPhone phone={phone} record={incident.id} />}
    </span>
  );
}
