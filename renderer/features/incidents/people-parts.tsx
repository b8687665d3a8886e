/** Those who are told in person, and the roll call of everybody on site. */
import type { ReactElement } from 'react';
import { personText, roleText } from '@shared/incidents/forms/report';
import { markRoll, recordCall } from '@shared/incidents/notify';
import type { Incident } from '@shared/incidents/schema';
import { rollOf, type PersonState } from '@shared/incidents/state';
import { t } from '../../ui/i18n';
import { runNow } from './incident-board';
import { PersonPhone } from './person-phone';

interface PartProps {
  readonly incident: Incident;
  readonly states: readonly PersonState[];
  readonly acts: boolean;
}

export function InPersonPart({ incident, states, acts }: PartProps): ReactElement {
  const apart = states.filter(({ state }) => state === 'inPerson' || state === 'unreached');
  return (
    <section className="panel incident-list" aria-label={t('incidents.tabs.inPerson')}>
      <p className="quiet">{t('incidents.inPersonHint')}</p>
      {apart.length === 0 && <p>{t('incidents.inPersonNone')}</p>}
      <ul>
        {apart.map(({ person, state }) => (
          <li key={person.id} className="incident-person">
            <strong>{personText(person)}</strong>
            <span className="quiet small">{roleText(person)}</span>
            <PersonPhone incident={incident} phone={person.phone} />
            <span className="tag overdue">{t(`incidents.toldState.${state}`)}</span>
            {acts && (
              <button
                type="button"
                className="button"
                onClick={() =>
                  void runNow(recordCall, {
                    id: incident.id,
                    person: person.id,
                    outcome: 'inPerson',
                    note: '',
                  })
                }
              >
                {t('incidents.tellInPerson')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function RollPart({ incident, states, acts }: PartProps): ReactElement {
  const roll = rollOf(states);
  const left = roll.filter(({ mark }) => mark === 'unknown').map(({ person }) => person.id);
  const mark = (people: readonly string[], as: 'safe' | 'missing' | 'unknown'): void =>
    void runNow(markRoll, { id: incident.id, people, mark: as });
  return (
    <section className="panel incident-list" aria-label={t('incidents.tabs.roll')}>
      <p className="quiet">{t('incidents.rollHint')}</p>
      {roll.length === 0 && <p>{t('incidents.rollNone')}</p>}
      <ul>
        {roll.map(({ person, mark: now }) => (
          <li key={person.id} className="incident-person">
            <strong>{personText(person)}</strong>
            <span className="quiet small">{roleText(person)}</span>
            <PersonPhone incident={incident} phone={person.phone} />
            <span className={now === 'safe' ? 'tag good' : now === 'missing' ? 'tag overdue' : 'tag'}>
              {t(`incidents.mark.${now}`)}
            </span>
            {acts && (
              <span className="incident-marks">
                {now !== 'safe' && (
                  <button type="button" className="button" onClick={() => mark([person.id], 'safe')}>
                    {t('incidents.safe')}
                  </button>
                )}
                {now !== 'missing' && (
                  <button
                    type="button"
                    className="button danger"
                    onClick={() => mark([person.id], 'missing')}
                  >
                    {t('incidents.missing')}
                  </button>
                )}
                {now !== 'unknown' && (
                  <button type="button" className="button plain" onClick={() => mark([person.id], 'unknown')}>
                    {t('incidents.undoMark')}
                  </button>
                )}
              </span>
            )}
          </li>
        ))}
      </ul>
      {acts && left.length > 1 && (
        <button type="button" className="button" onClick={() => mark(left, 'safe')}>
          {t('incidents.allSafe')}
        </button>
      )}
    </section>
  );
}
