/** The attempts to reach an owner. */
import type { ReactElement } from 'react';
import type { ContactAttempt } from '@shared/lost-property/schema';
import { staffName } from '../../data/directory';
import { t } from '../../ui/i18n';
import { dayTime } from '../../ui/typed';

export function ContactList({
  contacts,
}: {
  readonly contacts: readonly ContactAttempt[];
}): ReactElement | null {
  if (contacts.length === 0) return null;
  return (
    <>
      <h2>{t('lostProperty.contact')}</h2>
      <ul className="log">
        {contacts.map(({ id, at, by, how, result, note }) => (
          <li key={id}>
            {t(`lostProperty.contactHow.${how}`)} · {t(`lostProperty.contactResult.${result}`)}
            <span className="quiet">
              {' '}
              · {staffName(by)} · {dayTime(at)}
            </span>
            {note && <div className="quiet">{note}</div>}
          </li>
        ))}
      </ul>
    </>
  );
}
