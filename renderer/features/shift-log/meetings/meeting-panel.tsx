/** The record of a week's meeting: what was said, who confirmed, and its versions in the log. */
import type { ReactElement } from 'react';
import type { LogEntry } from '@shared/core/envelope';
import { attendeesOf, type Meeting } from '@shared/meetings/schema';
import { staffName } from '../../../data/directory';
import { t, type MessageKey } from '../../../ui/i18n';
import { RecordPanel } from '../../../ui/record-panel';
import { dayTime } from '../../../ui/typed';
import { weekText } from './meeting-register';

interface MeetingPanelProps {
  readonly meeting: Meeting;
  readonly onAct: (act: string) => void;
  readonly onClose: () => void;
}

export function MeetingPanel({ meeting, onAct, onClose }: MeetingPanelProps): ReactElement {
  const { host, heldOn, entries, passedOn, log = [] } = meeting.body;
  const attendees = attendeesOf(meeting);
  const versions = log.filter(({ act }) => act === 'meeting.save').map(({ id }) => id);
  const describe = ({ act, id }: LogEntry): string =>
    act === 'meeting.save'
      ? t('shiftLog.meeting.version', { count: versions.indexOf(id) + 1 })
      : t(`shiftLog.act.${act}` as MessageKey);
  return (
    <RecordPanel
      number={weekText(meeting.day)}
      title={t('shiftLog.tab.meetings')}
      tags={heldOn === '' && <span className="tag">{t('shiftLog.meeting.notHeld')}</span>}
      onClose={onClose}
      facts={[
        [t('shiftLog.meeting.host'), staffName(host)],
        [t('shiftLog.meeting.heldOn'), heldOn],
      ]}
      log={log}
      describe={describe}
      describeChange={({ changes = [] }) =>
        t('shiftLog.meeting.changed', {
          fields: changes
            .map(({ field }) => t(`shiftLog.meeting.field.${field}` as MessageKey))
            .join(t('ui.listSeparator')),
        })
      }
      actions={
        <>
          <button type="button" className="button primary grow" onClick={() => onAct('attend')}>
            {t('shiftLog.meeting.attend')}
          </button>
          <button type="button" className="button" onClick={() => onAct('edit')}>
            {t('shiftLog.meeting.edit')}
          </button>
        </>
      }
    >
      {entries
        .filter(({ work, improve }) => work !== '' || improve !== '')
        .map(({ id, name, work, improve }) => (
          <div key={id} className="shift-sign-off">
            <h3>{name}</h3>
            {work !== '' && <div className="pre">{work}</div>}
            {improve !== '' && (
              <div className="pre">
                <span className="quiet">{t('shiftLog.meeting.improve')}　</span>
                {improve}
              </div>
            )}
          </div>
        ))}
      {passedOn !== '' && (
        <div className="shift-sign-off">
          <h3>{t('shiftLog.meeting.passedOn')}</h3>
          <div className="pre">{passedOn}</div>
        </div>
      )}
      <h2>{t('shiftLog.meeting.attendees')}</h2>
      {attendees.length === 0 ? (
        <p className="quiet">{t('shiftLog.meeting.noAttendees')}</p>
      ) : (
        <ul className="log">
          {attendees.map(({ staff, at, changedSince }) => (
            <li key={`${staff} ${at}`}>
              {staffName(staff)} <span className="quiet">· {dayTime(at)}</span>
              {changedSince && <span className="tag due">{t('shiftLog.meeting.changedSince')}</span>}
            </li>
          ))}
        </ul>
      )}
    </RecordPanel>
  );
}
