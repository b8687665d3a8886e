/** What was done, how it ended, and the log. */
import type { ReactElement } from 'react';
import type { FieldChange, LogEntry } from '@shared/core/envelope';
import type { Incident } from '@shared/incidents/schema';
import { departmentName, staffName } from '../../data/directory';
import { t, type MessageKey } from '../../ui/i18n';
import { dayTime } from '../../ui/typed';

interface CoursePartProps {
  readonly incident: Incident;
  readonly acts: boolean;
  readonly onAdd: () => void;
}

function changeText({ field, to }: FieldChange): string {
  const label = t(`incidents.field.${field}` as MessageKey);
  if (field === 'departments') return `${label}：${(to as readonly string[]).map(departmentName).join('、')}`;
  if (field === 'occurredAt') return `${label}：${dayTime(to as string)}`;
  return `${label}：${sourceText(to as string)}`;
}

/** Groups stand by their source in the log, among names where the roll of several was called at once. */
const sourceText = (text: string): string =>
  text
    .split('、')
    .map((one) => (one === 'players' || one === 'caddies' ? t(`incidents.source.${one}`) : one))
    .join('、');

const entryText = ({ act, changes = [] }: LogEntry): string =>
  [t(`incidents.act.${act}` as MessageKey), ...changes.map(changeText)].join(' · ');

export function CoursePart({ incident, acts, onAdd }: CoursePartProps): ReactElement {
  const { body } = incident;
  return (
    <section className="panel incident-list" aria-label={t('incidents.tabs.course')}>
      {body.measures.length === 0 && <p className="quiet">{t('incidents.measuresNone')}</p>}
      <ul>
        {body.measures.map(({ id, at, by, text }) => (
          <li key={id} className="incident-measure">
            <span className="quiet small">
              {dayTime(at)} {staffName(by)}
            </span>
            <span>{text}</span>
          </li>
        ))}
      </ul>
      {acts && (
        <button type="button" className="button primary" onClick={onAdd}>
          {t('incidents.addMeasure')}
        </button>
      )}
      {body.closedAt !== '' && (
        <dl className="facts">
          <dt>{t('incidents.field.result')}</dt>
          <dd>{body.result}</dd>
          <dt>{t('incidents.field.summary')}</dt>
          <dd>{body.summary}</dd>
          {body.openReason !== '' && (
            <>
              <dt>{t('incidents.field.openReason')}</dt>
              <dd>{body.openReason}</dd>
            </>
          )}
        </dl>
      )}
      <section aria-label={t('incidents.log')}>
        <h2>{t('incidents.log')}</h2>
        <ul className="log">
          {[...(body.log ?? [])].reverse().map((entry) => (
            <li key={`${entry.id} ${entry.act}`}>
              {entryText(entry)} · {staffName(entry.by)} <span className="quiet">{dayTime(entry.at)}</span>
              {entry.reason && <div className="quiet">{entry.reason}</div>}
            </li>
          ))}
        </ul>
      </section>
    </section>
  );
}
