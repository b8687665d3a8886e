/** 值班表: a week or month of the roster, planned here, published, printed. */
import { useEffect, useMemo, useState, type ReactElement } from 'react';
import { hasRole } from '@shared/core/roles';
import { addDays, civil } from '@shared/core/time';
import { dutyId, UNITS } from '@shared/roster/schema';
import { daysBetween, isPublished, rosterStaff } from '@shared/roster/roster';
import { COPIED_DAYS, withCells } from '@shared/roster/plan-many';
import { PLANNERS } from '@shared/roster/set-plans';
import { nextSpan, spanOf } from '@shared/roster/spans';
import { warningsOf, type Warning } from '@shared/roster/warnings';
import { staffName, useDirectory } from '../../data/directory';
import { today as businessToday, useSession } from '../../data/session';
import { t } from '../../ui/i18n';
import { Icon } from '../../ui/icon';
import { RegisterPage, Segmented } from '../../ui/register-page';
import { EmptyState, ErrorState, Loading } from '../../ui/states';
import { undo } from './apply';
import { CalendarDialog } from './calendar-dialog';
import { CopyDialog, PublishDialog, ReasonDialog, TemplateDialog } from './dialogs';
import { Palette } from './palette';
import { PeopleGrid } from './people-grid';
import { exportRoster, printRoster } from './prints';
import { ShiftsGrid } from './shifts-grid';
import { Tabs } from './tabs';
import { useRoster } from './use-roster';
import { useRosterView } from './view-state';
import { DutyLog } from './duty-log';
import { Warnings } from './warnings';

type Asking = 'publish' | 'copy' | 'template' | 'calendar' | null;

/** @param day `YYYY-MM-DD` to begin with, or '' */
export function GridPage({ day: wanted }: { readonly day: string }): ReactElement {
  const { unit, day: chosen, view, at, done, saving } = useRosterView();
  const [asking, setAsking] = useState<Asking>(null);
  const roles = useSession(({ actor }) => actor?.roles) ?? [];
  const { settings, staff: everybody } = useDirectory();
  const today = businessToday();
  useEffect(() => {
    if (/^\d{4}-\d{2}-\d{2}$/.test(wanted)) useRosterView.setState({ day: wanted });
  }, [wanted]);

  const mayPlan = hasRole(roles, PLANNERS);
  const seesDrafts = mayPlan || hasRole(roles, ['manager']);
  const span = useMemo(() => spanOf(unit, chosen || today), [unit, chosen, today]);
  const days = useMemo(() => daysBetween(span.from, span.to), [span]);
  // With the week before, which may be copied.
  const { state, roster: stored } = useRoster(addDays(span.from, -COPIED_DAYS), span.to);
  const roster = useMemo(() => withCells(stored, saving), [stored, saving]);
  const staff = useMemo(() => rosterStaff(everybody, roster, days), [everybody, roster, days]);
  const warnings = useMemo(() => warningsOf(roster, span.from, span.to, settings), [roster, span, settings]);
  const publicDays = days.filter((day) => isPublished(roster, day));
  const seen = (day: string): boolean => seesDrafts || isPublished(roster, day);
  const whole = roster.periods.find(({ body }) => body.from <= span.from && span.to <= body.to);
  const planned = days.some((day) =>
    [...roster.duties.values()].some((duty) => duty.day === day && duty.body.plan.length > 0),
  );
  const ids = staff.map(({ id }) => id);
  const narrow = unit === 'month';
  const go = (day: string): void => useRosterView.setState({ day });
  const open = (warning: Warning): void =>
    useRosterView.setState({
      view: 'people',
      at: { day: warning.day, staff: 'staff' in warning ? warning.staff : (at?.staff ?? ids[0] ?? '') },
    });

  const warningPanel = seesDrafts && (
    <section className="panel roster-lacks" aria-label={t('roster.warnings')}>
      <h2>
        {t('roster.warnings')} <span className="quiet small">{warnings.length}</span>
      </h2>
      {whole?.body.reason && (
        <p className="small">{t('roster.publishedReason', { reason: whole.body.reason })}</p>
      )}
      <Warnings warnings={warnings} settings={settings} onOpen={open} />
    </section>
  );
  const Page = view === 'people' ? PeopleGrid : ShiftsGrid;
  const grid = (
    <Page
      roster={roster}
      staff={staff}
      days={days}
      settings={settings}
      today={today}
      narrow={narrow && view === 'people'}
      mayPlan={mayPlan}
      seen={seen}
      isPublic={(day) => isPublished(roster, day)}
      label={t('roster.grid', { from: span.from, to: span.to })}
      at={at}
      onAt={(place) => useRosterView.setState({ at: place })}
    />
  );
  const duty = at && roster.duties.get(dutyId(at.day, at.staff));

  return (
    <>
      <RegisterPage
        title={t('roster.title')}
        hint={<Tabs current="grid" />}
        onPrint={() => printRoster(roster, unit, span, ids)}
        onExport={() => void exportRoster(roster, span, ids, seen)}
        actions={
          <>
            <button type="button" className="button" onClick={() => setAsking('calendar')}>
              <Icon name="month" />
              {t('roster.calendar')}
            </button>
            {mayPlan && publicDays.length < days.length && (
              <button type="button" className="button primary" onClick={() => setAsking('publish')}>
                <Icon name="check" />
                {t('roster.publish')}
              </button>
            )}
          </>
        }
        filters={
          <>
            <Segmented
              label={t('roster.unitLabel')}
              value={unit}
              options={UNITS.map((value) => ({ value, label: t(`roster.unit.${value}`) }))}
              onChange={(value) => useRosterView.setState({ unit: value, day: at?.day ?? chosen })}
            />
            <Segmented
              label={t('roster.viewLabel')}
              value={view}
              options={(['people', 'shifts'] as const).map((value) => ({
                value,
                label: t(`roster.view.${value}`),
              }))}
              onChange={(value) => useRosterView.setState({ view: value })}
            />
            <button
              type="button"
              className="button"
              aria-label={t('roster.earlier')}
              onClick={() => go(nextSpan(unit, span, -1).from)}
            >
              ‹
            </button>
            <strong className="roster-span">
              {unit === 'month' ? span.from.slice(0, 7) : `${span.from} – ${span.to.slice(5)}`}
            </strong>
            <button
              type="button"
              className="button"
              aria-label={t('roster.later')}
              onClick={() => go(nextSpan(unit, span, 1).from)}
            >
              ›
            </button>
            <button type="button" className="button" disabled={days.includes(today)} onClick={() => go('')}>
              {t(unit === 'week' ? 'roster.nowWeek' : 'roster.nowMonth')}
            </button>
            <span className={publicDays.length === days.length ? 'tag good' : 'tag'}>
              {whole
                ? t('roster.publishedBy', {
                    name: whole.body.publisherName,
                    time: civil(whole.body.publishedAt).slice(5, 16).replace('T', ' '),
                  })
                : t(
                    publicDays.length === 0
                      ? 'roster.draft'
                      : publicDays.length < days.length
                        ? 'roster.partly'
                        : 'roster.published',
                  )}
            </span>
            <span className="spacer" />
            {mayPlan && (
              <>
                <button type="button" className="button" onClick={() => setAsking('copy')}>
                  {t('roster.copyWeek')}
                </button>
                <button type="button" className="button" onClick={() => setAsking('template')}>
                  {t('roster.template')}
                </button>
                <button
                  type="button"
                  className="button"
                  disabled={done.length === 0}
                  onClick={() => void undo(roster)}
                >
                  {t('roster.undo')}
                </button>
              </>
            )}
          </>
        }
        table={
          <section
            className="panel roster-sheet"
            onKeyDown={(event) => {
              if (!mayPlan || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
              event.preventDefault();
              void undo(roster);
            }}
          >
            {mayPlan && <Palette shifts={settings.shifts} />}
            <div className="scroll">
              {state === 'loading' && <Loading />}
              {state === 'failed' && <ErrorState />}
              {state === 'ready' && staff.length === 0 && <EmptyState title={t('roster.noStaff')} />}
              {state === 'ready' && staff.length > 0 && grid}
              {state === 'ready' && staff.length > 0 && !planned && (
                <p className="quiet roster-empty">
                  {mayPlan ? t('roster.emptyText') : t('roster.emptyOthers')}
                </p>
              )}
            </div>
            {narrow && warningPanel}
            <div className="table-foot">
              {mayPlan && t(view === 'people' ? 'roster.keys' : 'roster.keysShifts')}
            </div>
          </section>
        }
        side={
          narrow || !seesDrafts ? null : (
            <div className="roster-side">
              {warningPanel}
              {at && days.includes(at.day) && view === 'people' && (
                <DutyLog
                  title={t('roster.selected', { name: staffName(at.staff), day: at.day })}
                  log={duty?.body.log ?? []}
                  settings={settings}
                />
              )}
            </div>
          )
        }
      />
      {asking === 'publish' && (
        <PublishDialog
          unit={unit}
          span={span}
          warnings={warnings}
          settings={settings}
          onClose={() => setAsking(null)}
        />
      )}
      {asking === 'copy' && (
        <CopyDialog roster={roster} staff={staff} span={span} onClose={() => setAsking(null)} />
      )}
      {asking === 'template' && (
        <TemplateDialog
          roster={roster}
          staff={staff}
          span={span}
          settings={settings}
          onClose={() => setAsking(null)}
        />
      )}
      {asking === 'calendar' && (
        <CalendarDialog roster={roster} span={span} staff={staff} onClose={() => setAsking(null)} />
      )}
      <ReasonDialog roster={roster} settings={settings} />
    </>
  );
}
