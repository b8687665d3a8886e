/** 考勤月表: names × days with symbols and totals; a clerk's own line only. */
import { useMemo, type ReactElement } from 'react';
import { create } from 'zustand';
import { hasRole } from '@shared/core/roles';
import { SYMBOLS } from '@shared/roster/attendance';
import { daysBetween, isPublished, rosterStaff } from '@shared/roster/roster';
import { PLANNERS } from '@shared/roster/set-plans';
import { nextSpan, spanOf, weekdayKey, weekdayOf } from '@shared/roster/spans';
import { roster as words } from '@shared/messages/zh-CN/roster';
import { useDirectory } from '../../data/directory';
import { today as businessToday, useSession } from '../../data/session';
import { exportList } from '../../ui/export-list';
import { t } from '../../ui/i18n';
import { printForm } from '../../ui/print/print-form';
import { RegisterPage } from '../../ui/register-page';
import { ListState } from '../../ui/states';
import { useMinute } from '../../ui/use-minute';
import { attendanceRequest, cellText, personRows, type PersonRow } from './month-rows';
import { Tabs } from './tabs';
import { useAttendance } from './use-attendance';

const useMonthView = create<{ readonly day: string }>(() => ({ day: '' }));

export function MonthPage(): ReactElement {
  const chosen = useMonthView((view) => view.day);
  const { settings, staff: everybody } = useDirectory();
  const { actor } = useSession();
  const minute = useMinute();
  const span = spanOf('month', chosen || businessToday());
  const month = span.from.slice(0, 7);
  const { state, roster, records } = useAttendance(span.from, span.to);
  const all = hasRole(actor?.roles ?? [], [...PLANNERS, 'manager']);
  const me = actor?.id ?? '';
  const days = useMemo(() => daysBetween(span.from, span.to), [span.from, span.to]);
  const rows = useMemo(() => {
    const staff = rosterStaff(everybody, roster, days).filter(({ id }) => all || id === me);
    return personRows({ roster, records, days, settings, minute }, staff);
  }, [everybody, roster, records, days, settings, minute, all, me]);
  const print = (): void => printForm(attendanceRequest(month, days, rows));
  const save = (): void =>
    void exportList<PersonRow>({
      register: 'attendance',
      title: words.form.monthTitle,
      of: month,
      columns: [
        { title: words.form.name, width: 12, value: ({ name }) => name },
        ...days.map((day, at) => ({
          title: String(Number(day.slice(8))),
          width: 5,
          value: ({ symbols }: PersonRow) => cellText(symbols[at] ?? []),
        })),
        { title: words.attendance.planned, width: 8, value: ({ totals }) => totals.planned },
        { title: words.attendance.worked, width: 8, value: ({ totals }) => totals.worked },
        ...SYMBOLS.map((symbol) => ({
          title: words.attendance.symbol[symbol],
          width: 7,
          value: ({ totals }: PersonRow) => totals[symbol],
        })),
      ],
      rows,
    });
  const go = (step: 1 | -1): void => useMonthView.setState({ day: nextSpan('month', span, step).from });
  return (
    <RegisterPage
      title={t('roster.title')}
      hint={<Tabs current="month" />}
      onPrint={print}
      onExport={save}
      filters={
        <>
          <button type="button" className="button" aria-label={t('roster.earlier')} onClick={() => go(-1)}>
            ‹
          </button>
          <strong className="roster-span">{month}</strong>
          <button type="button" className="button" aria-label={t('roster.later')} onClick={() => go(1)}>
            ›
          </button>
          <span className="quiet small">{t('roster.attendance.legend')}</span>
        </>
      }
      table={
        <section className="panel roster-sheet" aria-label={t('roster.attendance.month')}>
          <div className="scroll">
            {state !== 'ready' || rows.length === 0 || !days.some((day) => isPublished(roster, day)) ? (
              <ListState state={state} title={t('roster.attendance.emptyMonth')} />
            ) : (
              <Sheet days={days} rows={rows} />
            )}
          </div>
        </section>
      }
      side={null}
    />
  );
}

function Sheet({
  days,
  rows,
}: {
  readonly days: readonly string[];
  readonly rows: readonly PersonRow[];
}): ReactElement {
  return (
    <table className="roster-grid narrow attendance-sheet">
      <thead>
        <tr>
          <th scope="col">{t('roster.attendance.person')}</th>
          {days.map((day) => (
            <th key={day} scope="col" className={weekdayOf(day) > 5 ? 'weekend' : ''}>
              {Number(day.slice(8))}
              <div className="quiet">{t(`roster.weekdayShort.${weekdayKey(day)}`)}</div>
            </th>
          ))}
          <th scope="col" className="total" title={t('roster.attendance.planned')}>
            {t('roster.attendance.planned')}
          </th>
          <th scope="col" className="total" title={t('roster.attendance.worked')}>
            {t('roster.attendance.worked')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, symbols, totals }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {symbols.map((cell, at) => (
              <td
                key={days[at]}
                className={[
                  weekdayOf(days[at] ?? '') > 5 ? 'weekend' : '',
                  cell.includes('absent') || cell.includes('missing') ? 'fault' : '',
                  cell.includes('rest') ? 'rest' : '',
                ].join(' ')}
                title={cell.map((symbol) => t(`roster.attendance.symbol.${symbol}`)).join(' ')}
              >
                {cell.map((symbol) => t(`roster.attendance.short.${symbol}`)).join('')}
              </td>
            ))}
            <td>{totals.planned}</td>
            <td>{totals.worked}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        {rows.map(({ name, totals }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td colSpan={days.length + 2} className="sums">
              {SYMBOLS.filter((symbol) => totals[symbol] > 0)
                .map((symbol) => `${t(`roster.attendance.symbol.${symbol}`)} ${totals[symbol]}`)
                .join('　')}
            </td>
          </tr>
        ))}
      </tfoot>
    </table>
  );
}
