/** Everything that was ever planned for one person's day: by whom, when, and why after publication. */
import type { ReactElement } from 'react';
import type { LogEntry } from '@shared/core/envelope';
import type { Settings } from '@shared/core/settings';
import type { Plan } from '@shared/roster/schema';
import { planText } from '@shared/roster/words';
import { staffName } from '../../data/directory';
import { t } from '../../ui/i18n';
import { dayTime } from '../../ui/typed';

interface DutyLogProps {
  readonly title: string;
  readonly log: readonly LogEntry[];
  readonly settings: Settings;
}

export function DutyLog({ title, log, settings }: DutyLogProps): ReactElement {
  const words = { rest: t('roster.rest'), leave: t('roster.leave'), none: t('roster.none') };
  const text = (plan: unknown): string => planText((plan ?? []) as Plan, settings.shifts, words);
  return (
    <section className="panel roster-lacks" aria-label={t('roster.log')}>
      <h2>{title}</h2>
      {log.length === 0 && <p className="quiet small">{t('roster.logEmpty')}</p>}
      <ul className="log">
        {[...log].reverse().map((entry) => (
          <li key={entry.id}>
            <div>
              {t('roster.logLine', {
                from: text(entry.changes?.[0]?.from),
                to: text(entry.changes?.[0]?.to),
              })}{' '}
              · {staffName(entry.by)}
              <span className="quiet"> · {dayTime(entry.at)}</span>
            </div>
            {entry.reason && <div className="quiet">{`${t('ui.reason')}：${entry.reason}`}</div>}
          </li>
        ))}
      </ul>
    </section>
  );
}
