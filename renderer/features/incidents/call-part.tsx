/** Whom to call now, in large; beside it everybody with how they stand. R reached, N not reached. */
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { personText, roleText } from '@shared/incidents/forms/report';
import { recordCall, takeBackCall } from '@shared/incidents/notify';
import type { Incident, Outcome } from '@shared/incidents/schema';
import { callQueue, type PersonState } from '@shared/incidents/state';
import { clock } from '@shared/core/time';
import { staffName } from '../../data/directory';
import { useSession } from '../../data/session';
import { t } from '../../ui/i18n';
import { runNow, type Tab } from './incident-board';
import { PersonPhone } from './person-phone';

interface CallPartProps {
  readonly incident: Incident;
  readonly states: readonly PersonState[];
  readonly acts: boolean;
  readonly onTab: (tab: Tab) => void;
  readonly onAdd: () => void;
}

export function CallPart({ incident, states, acts, onTab, onAdd }: CallPartProps): ReactElement {
  const queue = callQueue(states);
  // Who was picked stays until told or tried; otherwise the next of the queue.
  const [picked, setPicked] = useState('');
  const current = queue.find(({ person }) => person.id === picked) ?? queue[0];
  const busy = useRef(false);
  const apart = states.filter(({ state }) => state === 'inPerson').length;
  const answer = async (outcome: Outcome): Promise<void> => {
    if (!current || busy.current) return;
    busy.current = true;
    await runNow(recordCall, { id: incident.id, person: current.person.id, outcome, note: '' });
    setPicked('');
    busy.current = false;
  };
  const move = (by: number): void => {
    const at = queue.findIndex(({ person }) => person.id === current?.person.id);
    const next = queue[at + by];
    if (next) setPicked(next.person.id);
  };
  const keys = useRef({ answer, move });
  keys.current = { answer, move };
  useEffect(() => {
    if (!acts) return;
    const onKey = (event: KeyboardEvent): void => {
      const { target, key } = event;
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing) return;
      if (useSession.getState().locked || document.querySelector('dialog[open]')) return;
      if (target instanceof HTMLElement && target.matches('input, textarea, select')) return;
      if (key.toLowerCase() === 'r') void keys.current.answer('reached');
      else if (key.toLowerCase() === 'n') void keys.current.answer('notReached');
      else if (key === 'ArrowDown') keys.current.move(1);
      else if (key === 'ArrowUp') keys.current.move(-1);
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [acts]);
  return (
    <div className="incident-call">
      <section className="panel incident-now" aria-label={t('incidents.nextCall')}>
        {current && acts ? (
          <NowCalling state={current} onAnswer={(outcome) => void answer(outcome)} />
        ) : (
          <Done apart={apart} left={queue.length} acts={acts} onTab={onTab} />
        )}
      </section>
      <section className="panel incident-list" aria-label={t('incidents.field.people')}>
        <ul>
          {states.map((state) => (
            <PersonRow
              key={state.person.id}
              incident={incident}
              state={state}
              acts={acts}
              current={acts && state.person.id === current?.person.id}
              {...(acts && queue.includes(state) ? { onPick: () => setPicked(state.person.id) } : {})}
            />
          ))}
        </ul>
        {acts && (
          <button type="button" className="button" onClick={onAdd}>
            {t('incidents.addPerson')}
          </button>
        )}
      </section>
    </div>
  );
}

function NowCalling({
  state: { person, calls },
  onAnswer,
}: {
  readonly state: PersonState;
  readonly onAnswer: (outcome: Outcome) => void;
}): ReactElement {
  const last = calls.at(-1);
  return (
    <>
      <p className="quiet">{t(last ? 'incidents.callAgain' : 'incidents.nextCall')}</p>
      <h2 className="incident-name">{personText(person)}</h2>
      <p className="quiet">{roleText(person)}</p>
      <p className="incident-phone">{person.phone}</p>
      {last && (
        <p className="quiet">
          {t('incidents.lastTry', { time: clock(last.at), name: staffName(last.by) })} ·{' '}
          {t('incidents.tries', { count: calls.length })}
        </p>
      )}
      <div className="incident-answers">
        <button type="button" className="button primary" onClick={() => onAnswer('reached')}>
          {t('incidents.reached')} <kbd>R</kbd>
        </button>
        <button type="button" className="button" onClick={() => onAnswer('notReached')}>
          {t('incidents.notReached')} <kbd>N</kbd>
        </button>
      </div>
      <button type="button" className="button plain" onClick={() => onAnswer('inPerson')}>
        {t('incidents.tellInPerson')}
      </button>
    </>
  );
}

function Done({
  apart,
  left,
  acts,
  onTab,
}: {
  readonly apart: number;
  readonly left: number;
  readonly acts: boolean;
  readonly onTab: (tab: Tab) => void;
}): ReactElement | null {
  if (left > 0) return null;
  return (
    <>
      <h2 className="incident-name">{t(apart > 0 ? 'incidents.allCalled' : 'incidents.allTold')}</h2>
      {acts && (
        <>
          <p className="quiet">
            {apart > 0 ? t('incidents.allCalledGo', { count: apart }) : t('incidents.allToldGo')}
          </p>
          <div className="incident-answers">
            <button
              type="button"
              className="button primary"
              onClick={() => onTab(apart > 0 ? 'inPerson' : 'roll')}
            >
              {t(apart > 0 ? 'incidents.toInPerson' : 'incidents.toRoll')}
            </button>
          </div>
        </>
      )}
    </>
  );
}

function PersonRow({
  incident,
  state: { person, state, calls },
  acts,
  current,
  onPick,
}: {
  readonly incident: Incident;
  readonly state: PersonState;
  readonly acts: boolean;
  readonly current: boolean;
  readonly onPick?: () => void;
}): ReactElement {
  const last = calls.at(-1);
  return (
    <li className={current ? 'incident-person current' : 'incident-person'}>
      <button type="button" className="button plain" disabled={!onPick} onClick={onPick}>
        {personText(person)}
      </button>
      <span className="quiet small">{roleText(person)}</span>
      <PersonPhone incident={incident} phone={person.phone} />
      <span className={state === 'told' ? 'tag good' : state === 'toCall' ? 'tag' : 'tag overdue'}>
        {t(`incidents.toldState.${state}`)}
      </span>
      <span className="quiet small">
        {last &&
          t('incidents.told', {
            time: clock(last.at),
            name: staffName(last.by),
            outcome: t(`incidents.outcome.${last.outcome}`),
          })}
        {last && acts && (
          <button
            type="button"
            className="button plain"
            title={t('incidents.takeBackOf', {
              name: personText(person),
              outcome: t(`incidents.outcome.${last.outcome}`),
            })}
            onClick={() => void runNow(takeBackCall, { id: incident.id, call: last.id })}
          >
            {t('incidents.takeBack')}
          </button>
        )}
      </span>
    </li>
  );
}
