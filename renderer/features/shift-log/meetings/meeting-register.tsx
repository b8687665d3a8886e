/** 周例会: one line a week, and beside it its record or its form. */
import { useMemo, useState, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { addDays } from '@shared/core/time';
import { attendMeeting } from '@shared/meetings/attend';
import { attendeesOf, meetingId, mondayOf, type Meeting } from '@shared/meetings/schema';
import { staffName } from '../../../data/directory';
import { runCommand } from '../../../data/gateway';
import { useLive } from '../../../data/live';
import { range } from '../../../data/read';
import { today } from '../../../data/session';
import { ConfirmByPin } from '../../../ui/confirm-by-pin';
import { WordsFilter } from '../../../ui/filters';
import { t } from '../../../ui/i18n';
import { RegisterPage } from '../../../ui/register-page';
import { RegisterTable, type RegisterColumn } from '../../../ui/register-table';
import { ListState, NoRecord } from '../../../ui/states';
import { toast } from '../../../ui/toast';
import { useWordFilter } from '../../../ui/use-word-filter';
import { Tabs } from '../tabs';
import { MeetingForm } from './meeting-form';
import { MeetingPanel } from './meeting-panel';
import { exportMeetings, printMeeting } from './prints';

const BASE = '/shift/meetings';
const NONE: readonly Meeting[] = [];

export const weekText = (monday: string): string =>
  t('shiftLog.meeting.title', { from: monday.slice(5), to: addDays(monday, 6).slice(5) });

function columns(): readonly RegisterColumn<Meeting>[] {
  return [
    {
      key: 'week',
      title: t('shiftLog.column.week'),
      width: 'minmax(150px, 1fr)',
      render: ({ day }) => weekText(day),
      sort: ({ day }) => day,
    },
    {
      key: 'held',
      title: t('shiftLog.column.held'),
      width: '110px',
      render: ({ body }) => body.heldOn || <span className="quiet">{t('shiftLog.meeting.notHeld')}</span>,
      sort: ({ body }) => body.heldOn,
    },
    {
      key: 'host',
      title: t('shiftLog.column.host'),
      width: '90px',
      render: ({ body }) => staffName(body.host),
      sort: ({ body }) => staffName(body.host),
    },
    {
      key: 'attendees',
      title: t('shiftLog.column.attendees'),
      width: 'minmax(140px, 2fr)',
      render: (meeting) =>
        attendeesOf(meeting)
          .map(({ staff }) => staffName(staff))
          .join(t('ui.listSeparator')),
      wideOnly: true,
    },
  ];
}

/** @param record Monday of the week, or '' */
export function MeetingRegister({
  record,
  act,
}: {
  readonly record: string;
  readonly act: string;
}): ReactElement {
  const [, navigate] = useLocation();
  const live = useLive<readonly Meeting[]>(
    async () => [...(await range<Meeting>('roster', 'kind', ['meeting'], ['meeting']))].reverse(),
    ['roster'],
    [],
  );
  const meetings = live.state === 'ready' ? live.value : NONE;
  const [words, setWords] = useState('');
  const shown = useWordFilter(meetings, words, 'roster', {
    from: meetings.at(-1)?.day ?? today(),
    to: today(),
  });
  const tableColumns = useMemo(() => columns(), []);
  const open = (week: string | null): void => navigate(week ? `${BASE}/${week}` : BASE, { replace: true });
  const meeting = meetings.find(({ day }) => day === record);
  const isWeek = /^\d{4}-\d{2}-\d{2}$/.test(record) && mondayOf(record) === record && record <= today();
  return (
    <RegisterPage
      title={t('shiftLog.title')}
      hint={<Tabs current="meetings" />}
      onNew={{ label: t('shiftLog.meeting.new'), run: () => navigate(`${BASE}/${mondayOf(today())}/edit`) }}
      {...(meeting ? { onPrint: () => printMeeting(meeting) } : {})}
      onExport={() => void exportMeetings(shown)}
      filters={<WordsFilter label={t('shiftLog.meeting.words')} value={words} onChange={setWords} />}
      table={
        <RegisterTable
          label={t('shiftLog.tab.meetings')}
          columns={tableColumns}
          rows={shown}
          selected={meetingId(record)}
          onSelect={(id) => open(id ? id.slice(meetingId('').length) : null)}
          empty={
            <ListState state={live.state} title={t('shiftLog.meeting.empty')}>
              {t('shiftLog.meeting.emptyHint')}
            </ListState>
          }
          foot={t('shiftLog.meeting.rows', { count: shown.length })}
        />
      }
      side={
        record === '' ? null : act === 'edit' && isWeek && live.state === 'ready' ? (
          <MeetingForm
            key={record}
            week={record}
            meeting={meeting ?? null}
            onSaved={() => open(record)}
            onClose={() => open(meeting ? record : null)}
          />
        ) : meeting ? (
          <>
            <MeetingPanel
              meeting={meeting}
              onAct={(next) => navigate(`${BASE}/${record}/${next}`)}
              onClose={() => open(null)}
            />
            {act === 'attend' && (
              <ConfirmByPin
                title={t('shiftLog.meeting.attendTitle')}
                text={t('shiftLog.meeting.attendText')}
                submitLabel={t('shiftLog.meeting.attend')}
                run={(witness) =>
                  runCommand(attendMeeting, { week: record, staff: witness.staff }, { witnesses: [witness] })
                }
                onDone={({ name }) => {
                  toast(t('shiftLog.meeting.attended', { name }));
                  open(record);
                }}
                onClose={() => open(record)}
              />
            )}
          </>
        ) : (
          <NoRecord state={live.state} />
        )
      }
    />
  );
}
