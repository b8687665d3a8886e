/** 签到签退: the shifts of a day; everybody signs by the own PIN, lead and HR see and correct, a clerk sees the own. */
import { useMemo, useState, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { hasRole } from '@shared/core/roles';
import { addDays, clock } from '@shared/core/time';
import { explainPunch } from '@shared/roster/punch';
import { rosterStaff, shiftSpan } from '@shared/roster/roster';
import { weekdayKey } from '@shared/roster/spans';
import { PLANNERS } from '@shared/roster/set-plans';
import type { Explanation, PunchType } from '@shared/roster/schema';
import { shiftName } from '@shared/roster/words';
import { staffName, useDirectory } from '../../data/directory';
import { isOffered } from '../../data/offered';
import { today as businessToday, useSession } from '../../data/session';
import { t } from '../../ui/i18n';
import { PinDialog } from '../../ui/pin-dialog';
import { RegisterPage } from '../../ui/register-page';
import { RegisterTable, type RegisterColumn } from '../../ui/register-table';
import { ListState } from '../../ui/states';
import { useMinute } from '../../ui/use-minute';
import { CorrectDialog, DecideExplanationDialog, ExplainDialog } from './attendance-dialogs';
import { rowsOf, type AttendanceRow } from './attendance-rows';
import { punchNow } from './punch-now';
import { Tabs } from './tabs';
import { useAttendance } from './use-attendance';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const BASE = '/roster/attendance';

type Asking =
  | { readonly what: 'explain' | 'correct'; readonly row: AttendanceRow }
  | { readonly what: 'decide'; readonly explanation: Explanation }
  | { readonly what: 'pin'; readonly row: AttendanceRow; readonly type: PunchType };

export function AttendancePage({ day: wanted }: { readonly day: string }): ReactElement {
  const [, navigate] = useLocation();
  const { settings, staff: everybody } = useDirectory();
  const { actor } = useSession();
  const [asking, setAsking] = useState<Asking | null>(null);
  const [selected, setSelected] = useState<string | null>(null);
  const minute = useMinute();
  const today = businessToday();
  const day = DAY.test(wanted) ? wanted : today;
  const { state, roster, records } = useAttendance(day, day);
  const me = actor?.id ?? '';
  const roles = actor?.roles ?? [];
  const leads = hasRole(roles, PLANNERS);
  const signsHere = hasRole(roles, ['clerk', 'lead']);
  const rows = useMemo(() => {
    const ids = rosterStaff(everybody, roster, [day]).map(({ id }) => id);
    return rowsOf(roster, records, day, ids, settings, minute);
  }, [everybody, roster, records, day, settings, minute]);
  // A clerk sees the own past; who is here today everybody sees, because all sign at one desk.
  const shown =
    leads || hasRole(roles, ['manager']) || day === today ? rows : rows.filter(({ of }) => of.staff === me);

  const act = (row: AttendanceRow, type: PunchType): void => {
    if (row.of.staff === me) void punchNow(row.of, type, null);
    else setAsking({ what: 'pin', row, type });
  };
  const columns: readonly RegisterColumn<AttendanceRow>[] = [
    {
      key: 'shift',
      title: t('roster.attendance.shift'),
      width: '150px',
      render: ({ of }) => {
        const shift = settings.shifts.find(({ id }) => id === of.shift);
        return (
          <>
            {shift?.name} <span className="quiet small">{shift && `${shift.from}–${shift.to}`}</span>
          </>
        );
      },
    },
    {
      key: 'person',
      title: t('roster.attendance.person'),
      width: '96px',
      render: ({ of }) => staffName(of.staff),
    },
    { key: 'in', title: t('roster.attendance.in'), width: '64px', render: ({ of }) => of.in && clock(of.in) },
    {
      key: 'out',
      title: t('roster.attendance.out'),
      width: '64px',
      render: ({ of }) => of.out && clock(of.out),
    },
    {
      key: 'state',
      title: t('roster.attendance.state'),
      width: 'minmax(220px, 1fr)',
      render: (row) => <State row={row} minute={minute} />,
    },
    {
      key: 'actions',
      title: '',
      width: '250px',
      render: (row) => (
        <Actions
          row={row}
          minute={minute}
          signs={signsHere}
          leads={leads && row.of.staff !== me}
          onPunch={(type) => act(row, type)}
          onAsk={setAsking}
        />
      ),
    },
  ];
  const close = (): void => setAsking(null);
  return (
    <>
      <RegisterPage
        title={t('roster.title')}
        hint={<Tabs current="attendance" />}
        filters={
          <>
            <button
              type="button"
              className="button"
              aria-label={t('roster.earlier')}
              onClick={() => navigate(`${BASE}/${addDays(day, -1)}`)}
            >
              ‹
            </button>
            <input
              className="input"
              type="date"
              aria-label={t('roster.attendance.day')}
              value={day}
              onChange={({ target }) => target.value && navigate(`${BASE}/${target.value}`)}
            />
            <button
              type="button"
              className="button"
              aria-label={t('roster.later')}
              disabled={day >= today}
              onClick={() => navigate(`${BASE}/${addDays(day, 1)}`)}
            >
              ›
            </button>
            <span className="quiet">
              {t(`roster.weekday.${weekdayKey(day)}`)} {day === today && t('roster.mineToday')}
            </span>
          </>
        }
        table={
          <RegisterTable
            label={t('roster.attendance.day')}
            columns={columns}
            rows={shown}
            selected={selected}
            onSelect={setSelected}
            empty={<ListState state={state} title={t('roster.attendance.empty')} />}
          />
        }
        side={null}
      />
      {asking?.what === 'pin' && (
        <PinDialog
          title={t(asking.type === 'in' ? 'roster.attendance.signIn' : 'roster.attendance.signOut')}
          text={`${staffName(asking.row.of.staff)} · ${shiftName(settings.shifts, asking.row.of.shift)}`}
          onClose={close}
          onWitness={(witness) => {
            close();
            void punchNow(asking.row.of, asking.type, witness);
          }}
        />
      )}
      {asking?.what === 'explain' && <ExplainDialog row={asking.row} onClose={close} />}
      {asking?.what === 'correct' && <CorrectDialog row={asking.row} onClose={close} />}
      {asking?.what === 'decide' && (
        <DecideExplanationDialog explanation={asking.explanation} onClose={close} />
      )}
    </>
  );
}

/** What the punches came to, in words. */
function State({ row, minute }: { readonly row: AttendanceRow; readonly minute: string }): ReactElement {
  const { of, explanations, mark } = row;
  const shift = useDirectory(({ settings }) => settings.shifts.find(({ id }) => id === of.shift));
  const begun = shift ? shiftSpan(shift, of.day).from <= minute : false;
  return (
    <>
      {of.state === 'waiting' && (
        <span className={begun ? 'tag due' : 'quiet'}>
          {t(begun ? 'roster.attendance.due' : 'roster.attendance.waiting')}
        </span>
      )}
      {of.state === 'working' && <span className="tag good">{t('roster.attendance.working')}</span>}
      {of.symbols.map((symbol) => (
        <span key={symbol} className={symbol === 'absent' || symbol === 'missing' ? 'tag overdue' : 'tag'}>
          {symbol === 'late' && !mark
            ? t('roster.attendance.late', { minutes: of.lateMinutes })
            : symbol === 'early' && !mark
              ? t('roster.attendance.early', { minutes: of.earlyMinutes })
              : t(`roster.attendance.symbol.${symbol}`)}
        </span>
      ))}
      {explanations.map((one) => (
        <span key={one.id} className={one.status === 'asked' ? 'tag due' : 'tag'}>
          {one.status === 'asked'
            ? t('roster.attendance.explainWaits')
            : t('roster.attendance.explainRefused', { note: one.body.decision?.note ?? '' })}
        </span>
      ))}
      {mark && <span className="tag">{t('roster.attendance.marked', { reason: mark.body.reason })}</span>}
    </>
  );
}

interface ActionsProps {
  readonly row: AttendanceRow;
  readonly minute: string;
  readonly signs: boolean;
  readonly leads: boolean;
  readonly onPunch: (type: PunchType) => void;
  readonly onAsk: (asking: Asking) => void;
}

function Actions({ row, minute, signs, leads, onPunch, onAsk }: ActionsProps): ReactElement {
  const { of, explanations } = row;
  const shift = useDirectory(({ settings }) => settings.shifts.find(({ id }) => id === of.shift));
  const span = shift ? shiftSpan(shift, of.day) : null;
  const onLeave = of.symbols.includes('leave');
  const waiting = explanations.find(({ status }) => status === 'asked');
  const over = span !== null && span.to <= minute;
  // What the shift's hours allow; the command says the rest.
  const ahead = span !== null && Date.parse(span.from) - Date.parse(minute) <= 7_200_000;
  return (
    <span className="row-actions">
      {signs && !onLeave && of.in === '' && ahead && !over && (
        <button type="button" className="button primary" onClick={() => onPunch('in')}>
          {t('roster.attendance.signIn')}
        </button>
      )}
      {signs && of.in !== '' && of.out === '' && (
        <button type="button" className="button" onClick={() => onPunch('out')}>
          {t('roster.attendance.signOut')}
        </button>
      )}
      {isOffered(explainPunch) && !onLeave && over && (of.in === '' || of.out === '') && !waiting && (
        <button type="button" className="button" onClick={() => onAsk({ what: 'explain', row })}>
          {t('roster.attendance.explain')}
        </button>
      )}
      {leads && waiting && (
        <button
          type="button"
          className="button"
          onClick={() => onAsk({ what: 'decide', explanation: waiting })}
        >
          {t('roster.attendance.doDecide')}
        </button>
      )}
      {leads && (
        <button type="button" className="button plain" onClick={() => onAsk({ what: 'correct', row })}>
          {t('roster.attendance.correct')}
        </button>
      )}
    </span>
  );
}
