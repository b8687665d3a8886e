/** 我的班次: everybody's own published shifts of the next four weeks. */
import type { ReactElement } from 'react';
import { addDays } from '@shared/core/time';
import { workingOn } from '@shared/roster/roster';
import { ownShifts, type OwnShift } from '@shared/roster/rows';
import { weekdayKey } from '@shared/roster/spans';
import { staffName, useDirectory } from '../../data/directory';
import { today as businessToday, useSession } from '../../data/session';
import { t } from '../../ui/i18n';
import { Icon } from '../../ui/icon';
import { RegisterPage } from '../../ui/register-page';
import { ListState } from '../../ui/states';
import { exportCalendar } from './prints';
import { Tabs } from './tabs';
import { useRoster } from './use-roster';

/** Days looked ahead. */
const AHEAD = 27;

function whenText(day: string, today: string): string {
  if (day === today) return t('roster.mineToday');
  if (day === addDays(today, 1)) return t('roster.mineTomorrow');
  const days = Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
  return t('roster.mineIn', { days });
}

export function MinePage(): ReactElement {
  const me = useSession(({ actor }) => actor?.id ?? '');
  const settings = useDirectory((state) => state.settings);
  const today = businessToday();
  const span = { from: today, to: addDays(today, AHEAD) };
  const { state, roster } = useRoster(span.from, span.to);
  const mine = ownShifts(roster, me, span.from, span.to, settings);
  return (
    <RegisterPage
      title={t('roster.title')}
      hint={<Tabs current="mine" />}
      actions={
        <button
          type="button"
          className="button"
          disabled={mine.length === 0}
          onClick={() => void exportCalendar(roster, span, me)}
        >
          <Icon name="month" />
          {t('roster.calendar')}
        </button>
      }
      filters={null}
      table={
        <section className="panel roster-mine" aria-label={t('roster.mineTitle')}>
          {mine.length === 0 ? (
            <ListState state={state} title={t('roster.mineNone')} />
          ) : (
            <ul>
              {mine.map((own) => (
                <li key={`${own.day}${own.shift}`} className={own.day === today ? 'now' : ''}>
                  <OwnLine
                    own={own}
                    today={today}
                    others={workingOn(roster, own.day, own.shift).filter((id) => id !== me)}
                  />
                </li>
              ))}
            </ul>
          )}
        </section>
      }
      side={null}
    />
  );
}

function OwnLine({
  own: { day, shift: id },
  today,
  others,
}: {
  readonly own: OwnShift;
  readonly today: string;
  readonly others: readonly string[];
}): ReactElement {
  const shift = useDirectory(({ settings }) => settings.shifts.find((one) => one.id === id));
  return (
    <>
      <span className="day">
        <strong>{day.slice(5)}</strong> {t(`roster.weekday.${weekdayKey(day)}`)}
        <div className="quiet small">{whenText(day, today)}</div>
      </span>
      <span>
        <strong>{shift?.name ?? id}</strong>
        <div className="quiet small">{shift && `${shift.from}–${shift.to}`}</div>
      </span>
      <span className="quiet small">
        {others.length > 0
          ? t('roster.mineWith', { names: others.map(staffName).join(t('ui.listSeparator')) })
          : t('roster.mineAlone')}
      </span>
    </>
  );
}
