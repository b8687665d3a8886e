/** One emergency over the whole page, made for stress: one thing to do at a time, large, by keyboard too. */
import { useEffect, useState, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import type { Command } from '@shared/core/command';
import type { Incident } from '@shared/incidents/schema';
import { callQueue, peopleOf, rollOf, tally } from '@shared/incidents/state';
import { departmentName } from '../../data/directory';
import { logFault } from '../../data/faults';
import { runCommand } from '../../data/gateway';
import { onAction } from '../../ui/actions';
import { refusalText, t } from '../../ui/i18n';
import { Segmented } from '../../ui/register-page';
import { toast } from '../../ui/toast';
import { dayTime } from '../../ui/typed';
import { CallPart } from './call-part';
import { CoursePart } from './course-part';
import { AddPersonDialog, CloseDialog, MeasureDialog, VoidDialog } from './incident-dialogs';
import { InPersonPart, RollPart } from './people-parts';
import { printIncident, printRoll } from './prints';
import { CorrectIncidentForm } from './report-form';

const TABS = ['notify', 'inPerson', 'roll', 'course'] as const;
export type Tab = (typeof TABS)[number];

/** Runs one act of the board; what is refused is said at once. */
export async function runNow<I>(command: Command<I>, input: I): Promise<void> {
  try {
    const outcome = await runCommand(command, input);
    if (!outcome.ok)
      outcome.refusals.forEach(({ code, params }) => toast(refusalText(code, params), { level: 'error' }));
  } catch (error) {
    logFault('incident', error);
    toast(refusalText('failed'), { level: 'error' });
  }
}

interface BoardProps {
  readonly incident: Incident;
  readonly act: string;
  readonly mayAct: boolean;
}

export function IncidentBoard({ incident, act, mayAct }: BoardProps): ReactElement {
  const [, navigate] = useLocation();
  const { id, body, status } = incident;
  const open = status === 'open';
  const acts = open && mayAct;
  const [tab, setTab] = useState<Tab>(open ? 'notify' : 'course');
  const go = (next: string): void => navigate(next === '' ? `/incidents/${id}` : `/incidents/${id}/${next}`);
  const back = (): void => go('');
  useEffect(() => onAction('print', () => printIncident(incident)), [incident]);
  if (act === 'correct' && acts) return <CorrectIncidentForm incident={incident} onClose={back} />;
  const states = peopleOf(body);
  const sums = tally(states);
  const counts: Readonly<Record<Tab, number>> = {
    notify: callQueue(states).length,
    inPerson: states.filter(({ state }) => state === 'inPerson' || state === 'unreached').length,
    roll: rollOf(states).filter(({ mark }) => mark === 'unknown').length,
    course: body.measures.length,
  };
  return (
    <>
      <div className="page-head">
        <h1>{body.place}</h1>
        <span className={open ? 'tag overdue' : 'tag'}>{t(`incidents.status.${status}`)}</span>
        <span className="tag">{body.level}</span>
        <span className="quiet">{body.no}</span>
        <span className="spacer" />
        <a className="button" href="#/incidents">
          {t('incidents.back')}
        </a>
        <button type="button" className="button" onClick={() => printRoll(incident)}>
          {t('incidents.printRoll')}
        </button>
        <button type="button" className="button" onClick={() => printIncident(incident)}>
          {t('incidents.print')}
        </button>
        {acts && (
          <>
            <button type="button" className="button" onClick={() => go('correct')}>
              {t('incidents.correct')}
            </button>
            <button type="button" className="button" onClick={() => go('void')}>
              {t('incidents.void')}
            </button>
            <button type="button" className="button" onClick={() => go('close')}>
              {t('incidents.close')}
            </button>
          </>
        )}
      </div>
      <section className="panel incident-facts" aria-label={t('incidents.field.what')}>
        <p className="incident-what">{body.what}</p>
        <p className="quiet">
          {[
            dayTime(body.occurredAt),
            `${t('incidents.field.reporter')} ${body.reporter}`,
            ...(body.departments.length > 0
              ? [`${t('incidents.field.departments')}：${body.departments.map(departmentName).join('、')}`]
              : []),
          ].join(' · ')}
        </p>
        <p className="incident-tally">
          <strong>{t('incidents.toldTally', sums)}</strong>
          <strong>{t('incidents.safeTally', sums)}</strong>
          {sums.missing > 0 && <strong className="overdue">{t('incidents.missingTally', sums)}</strong>}
        </p>
      </section>
      <div className="filters">
        <Segmented
          label={t('incidents.title')}
          value={tab}
          options={TABS.map((value) => ({
            value,
            label: t(`incidents.tabs.${value}`),
            count: counts[value],
          }))}
          onChange={setTab}
        />
      </div>
      {tab === 'notify' && (
        <CallPart
          incident={incident}
          states={states}
          acts={acts}
          onTab={setTab}
          onAdd={() => go('addPerson')}
        />
      )}
      {tab === 'inPerson' && <InPersonPart incident={incident} states={states} acts={acts} />}
      {tab === 'roll' && <RollPart incident={incident} states={states} acts={acts} />}
      {tab === 'course' && <CoursePart incident={incident} acts={acts} onAdd={() => go('measure')} />}
      {acts && act === 'close' && <CloseDialog incident={incident} onClose={back} />}
      {acts && act === 'void' && <VoidDialog incident={incident} onClose={back} />}
      {acts && act === 'addPerson' && <AddPersonDialog incident={incident} onClose={back} />}
      {acts && act === 'measure' && <MeasureDialog incident={incident} onClose={back} />}
    </>
  );
}
