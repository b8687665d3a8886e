/** The selected record beside the list: number, title, facts, notices, its log, and what can be done. */
import type { ReactElement, ReactNode } from 'react';
import type { LogEntry } from '@shared/core/envelope';
import { civil } from '@shared/core/time';
import { staffName } from '../data/directory';
import { t } from './i18n';
import { Icon } from './icon';

interface RecordPanelProps {
  readonly number: string;
  readonly title: string;
  readonly tags?: ReactNode;
  readonly onClose: () => void;
  readonly facts: readonly (readonly [label: string, value: ReactNode])[];
  /** Before the facts, e.g. where a workflow stands. */
  readonly above?: ReactNode;
  readonly children?: ReactNode;
  readonly log: readonly LogEntry[];
  /** What an entry says, e.g. `登记`; changes are told below it. */
  readonly describe: (entry: LogEntry) => string;
  readonly describeChange?: (entry: LogEntry) => string;
  /** What more an entry says, e.g. the words of an answer; '' for nothing. */
  readonly describeMore?: (entry: LogEntry) => string;
  readonly actions: ReactNode;
}

export function RecordPanel(props: RecordPanelProps): ReactElement {
  const {
    number,
    title,
    tags,
    onClose,
    facts,
    above,
    children,
    log,
    describe,
    describeChange,
    describeMore,
    actions,
  } = props;
  return (
    <section
      className="panel record"
      aria-label={`${number} ${title}`}
      onKeyDown={({ key }) => key === 'Escape' && onClose()}
    >
      <div className="inside">
        <div>
          <div className="number">
            {number}
            <button type="button" className="button plain" aria-label={t('ui.close')} onClick={onClose}>
              <Icon name="close" />
            </button>
          </div>
          <div className="title">
            <h2>{title}</h2>
            {tags}
          </div>
        </div>
        {above}
        <dl className="facts" style={{ margin: 0 }}>
          {facts.map(([label, value]) => (
            <Fact key={label} label={label} value={value} />
          ))}
        </dl>
        {children}
        {log.length > 0 && (
          <>
            <h2>{t('ui.log')}</h2>
            <ul className="log">
              {log.map((entry) => (
                <li key={`${entry.id} ${entry.act}`}>
                  <div>
                    {describe(entry)} · {staffName(entry.by)}
                    <span className="quiet"> · {civil(entry.at).slice(5, 16).replace('T', ' ')}</span>
                  </div>
                  {describeChange && entry.changes && <div className="quiet">{describeChange(entry)}</div>}
                  {describeMore && <More text={describeMore(entry)} />}
                  {entry.reason && <div className="quiet">{`${t('ui.reason')}：${entry.reason}`}</div>}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      {actions && <div className="actions">{actions}</div>}
    </section>
  );
}

function More({ text }: { readonly text: string }): ReactElement | null {
  return text === '' ? null : <div className="quiet said">{text}</div>;
}

function Fact({ label, value }: { readonly label: string; readonly value: ReactNode }): ReactElement | null {
  if (value === '' || value === null || value === undefined) return null;
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  );
}
