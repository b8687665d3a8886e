/** 闭店核对: each open visit is asked about, many are answered at once (DOMAIN §3.1). */
import type { ReactElement } from 'react';
import { namedPerson, type Visit } from '@shared/visits/schema';
import { sweepVisits, type SweepAnswer } from '@shared/visits/sweep';
import { nowIso } from '../../data/clock';
import { runCommand } from '../../data/gateway';
import { Dialog } from '../../ui/dialog';
import { DraftNote, useForm } from '../../ui/form';
import { t } from '../../ui/i18n';
import { EmptyState } from '../../ui/states';
import { toast } from '../../ui/toast';
import { dayTime, toCivil, toInstant } from '../../ui/typed';

type Answer = SweepAnswer['answer'];
const ANSWERS: readonly Answer[] = ['left', 'stillHere', 'unrecorded'];

interface Line {
  readonly answer: Answer | null;
  /** Civil time of leaving. */
  readonly timeOut: string;
}

interface SweepDialogProps {
  /** The visits to ask about, longest here first. */
  readonly visits: readonly Visit[];
  readonly onClose: () => void;
}

/** By visit id, so that a refusal finds its line. */
type Lines = Readonly<Record<string, Line>>;

/** The answers given so far to the visits asked about. */
function answersOf(visits: readonly Visit[], lines: Lines): readonly SweepAnswer[] {
  return visits.flatMap(({ id }): readonly SweepAnswer[] => {
    const { answer, timeOut } = lines[id] ?? { answer: null, timeOut: '' };
    if (answer === null) return [];
    return [answer === 'left' ? { id, answer, timeOut: toInstant(timeOut) } : { id, answer }];
  });
}

export function SweepDialog({ visits, onClose }: SweepDialogProps): ReactElement {
  const form = useForm<Lines>({
    draftKey: 'visit.sweep',
    initial: {},
    save: (lines, actId) => runCommand(sweepVisits, { answers: answersOf(visits, lines) }, { actId }),
    onSaved: (docs) => {
      toast(t('visits.sweepDone', { count: docs.length }));
      onClose();
    },
  });
  const { values: lines, errors } = form;
  const lineOf = (id: string): Line => lines[id] ?? { answer: null, timeOut: toCivil(nowIso()) };
  const answers = answersOf(visits, lines);
  const answerRest = (answer: Answer): void => {
    const open = visits.filter(({ id }) => lineOf(id).answer === null);
    form.set(Object.fromEntries(open.map(({ id }) => [id, { ...lineOf(id), answer }])));
  };

  return (
    <Dialog
      title={t('visits.sweepTitle', { count: visits.length })}
      width={860}
      onClose={onClose}
      onSubmit={() => void form.submit()}
      foot={
        <>
          <button type="button" className="button" onClick={onClose}>
            {t('ui.cancel')}
          </button>
          <button type="submit" className="button primary" disabled={form.busy || answers.length === 0}>
            {t('visits.sweepSave', { count: answers.length })}
          </button>
        </>
      }
    >
      {visits.length === 0 ? (
        <EmptyState title={t('visits.sweepNone')} />
      ) : (
        <>
          <div className="sweep-head">
            <p className="quiet">{t('visits.sweepText')}</p>
            <span className="spacer" />
            {t('visits.sweepAll')}
            {(['unrecorded', 'stillHere'] as const).map((answer) => (
              <button key={answer} type="button" className="button" onClick={() => answerRest(answer)}>
                {t(`visits.sweepAnswer.${answer}`)}
              </button>
            ))}
          </div>
          <DraftNote form={form} />
          {errors[''] && (
            <div className="notice overdue" role="alert">
              {errors['']}
            </div>
          )}
          <div className="sweep">
            {visits.map((visit) => (
              <SweepLine
                key={visit.id}
                visit={visit}
                line={lineOf(visit.id)}
                error={errors[visit.id]}
                onChange={(line) => form.set({ [visit.id]: { ...lineOf(visit.id), ...line } })}
              />
            ))}
          </div>
        </>
      )}
    </Dialog>
  );
}

interface SweepLineProps {
  readonly visit: Visit;
  readonly line: Line;
  readonly error: string | undefined;
  readonly onChange: (line: Partial<Line>) => void;
}

function SweepLine({ visit, line, error, onChange }: SweepLineProps): ReactElement {
  const { id, body } = visit;
  const name = namedPerson(body);
  return (
    <fieldset className="sweep-line" aria-label={name}>
      <div>
        <strong>{name}</strong> <span className="small">{t('visits.people', { count: body.people })}</span>
        <div className="quiet small">
          {[dayTime(body.timeIn), body.company, body.plate].filter(Boolean).join(' · ')}
        </div>
      </div>
      <div className="chips">
        {ANSWERS.map((answer) => (
          <label key={answer} className="chip">
            <input
              type="radio"
              name={id}
              checked={line.answer === answer}
              onChange={() => onChange({ answer })}
            />
            {t(`visits.sweepAnswer.${answer}`)}
          </label>
        ))}
      </div>
      <div>
        {line.answer === 'left' && (
          <input
            className="input"
            type="datetime-local"
            aria-label={t('visits.field.timeOut')}
            aria-invalid={error !== undefined}
            value={line.timeOut}
            onChange={({ target }) => onChange({ timeOut: target.value })}
          />
        )}
        {error && (
          <span className="error" role="alert">
            {error}
          </span>
        )}
      </div>
    </fieldset>
  );
}
