/** All visits of the same phone: a person's history, and of those who share the phone (DOMAIN §3.1). */
import { useState, type ReactElement } from 'react';
import { phoneKey } from '@shared/core/phone';
import { isVisit } from '@shared/visits/on-site';
import { useLiveOf } from '../../data/live';
import { range } from '../../data/read';
import { t } from '../../ui/i18n';

interface PhoneHistoryProps {
  readonly phone: string;
  /** Id of the visit that is open. */
  readonly except: string;
  readonly onOpen: (id: string) => void;
}

const SHOWN_FIRST = 5;

export function PhoneHistory({ phone, except, onOpen }: PhoneHistoryProps): ReactElement | null {
  const [all, setAll] = useState(false);
  const key = phoneKey(phone);
  const live = useLiveOf(() => range('visits', 'key', [key], [key]), ['visits'], [key]);
  if (live.state !== 'ready') return null;
  const visits = live.value
    .filter(isVisit)
    .filter(({ id }) => id !== except)
    .reverse();
  return (
    <section aria-label={t('visits.history')}>
      <h2>
        {t('visits.history')} <span className="quiet small">{visits.length}</span>
      </h2>
      {visits.length === 0 && <p className="quiet small">{t('visits.historyNone')}</p>}
      <ul className="earlier-visits">
        {(all ? visits : visits.slice(0, SHOWN_FIRST)).map(({ id, day, status, body }) => (
          <li key={id}>
            <button type="button" onClick={() => onOpen(id)} className={status === 'void' ? 'void' : ''}>
              <span>{day}</span>
              <span>{body.name}</span>
              <span className="quiet">{[body.purpose, body.company].filter(Boolean).join(' · ')}</span>
            </button>
          </li>
        ))}
      </ul>
      {!all && visits.length > SHOWN_FIRST && (
        <button type="button" className="button plain" onClick={() => setAll(true)}>
          {t('visits.historyAll', { count: visits.length })}
        </button>
      )}
    </section>
  );
}
