/** The week's sheet: each person's work gathered from the records and editable, what to improve, what is passed on. */
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { saveMeeting, type MeetingFields } from '@shared/meetings/save';
import type { Meeting, MeetingEntry } from '@shared/meetings/schema';
import { logFault } from '../../../data/faults';
import { runCommand } from '../../../data/gateway';
import { today, useSession } from '../../../data/session';
import { SelectField, TextField } from '../../../ui/fields';
import { FormPanel, useForm } from '../../../ui/form';
import { refusalText, t } from '../../../ui/i18n';
import { toast } from '../../../ui/toast';
import { useDeskStaff } from '../use-records';
import { weekText } from './meeting-register';
import { weekDrafts } from './week-draft';

interface MeetingFormProps {
  /** Monday. */
  readonly week: string;
  readonly meeting: Meeting | null;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

export function MeetingForm({ week, meeting, onSaved, onClose }: MeetingFormProps): ReactElement {
  const staff = useDeskStaff();
  const me = useSession(({ actor }) => actor);
  const [gathering, setGathering] = useState(false);
  const known = meeting?.body.entries ?? [];
  const initial: MeetingFields = {
    host: meeting?.body.host ?? (staff.some(({ id }) => id === me?.id) ? (me?.id ?? '') : ''),
    heldOn: meeting?.body.heldOn ?? today(),
    // Whoever joined since has a place too; whoever left keeps theirs.
    entries: [
      ...known,
      ...staff
        .filter(({ id }) => !known.some((entry) => entry.id === id))
        .map(({ id, body }) => ({ id, name: body.name, work: '', improve: '' })),
    ],
    passedOn: meeting?.body.passedOn ?? '',
  };
  const form = useForm<MeetingFields>({
    draftKey: `meeting:${week}`,
    initial,
    save: (fields, actId) => runCommand(saveMeeting, { week, fields }, { actId }),
    onSaved: () => {
      toast(t('shiftLog.meeting.saved'));
      onSaved();
    },
  });
  const { entries } = form.values;
  const latest = useRef(form);
  latest.current = form;

  /** Fills what is empty; what somebody wrote stays. */
  const gather = async (): Promise<void> => {
    setGathering(true);
    try {
      const drafts = await weekDrafts(
        week,
        latest.current.values.entries.map(({ id }) => id),
      );
      latest.current.set({
        entries: latest.current.values.entries.map((entry) =>
          entry.work.trim() === '' ? { ...entry, work: drafts[entry.id] ?? '' } : entry,
        ),
      });
      toast(t('shiftLog.meeting.gathered'));
    } catch (error) {
      logFault('meeting.gather', error);
      toast(refusalText('failed'), { level: 'error' });
    } finally {
      setGathering(false);
    }
  };

  // A new sheet begins with what the records say.
  const isNew = meeting === null && form.restored === null;
  useEffect(() => {
    if (isNew) void gather();
    // Once, when the form opens.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  const change = (at: number, part: Partial<MeetingEntry>): void =>
    form.set({ entries: entries.map((entry, index) => (index === at ? { ...entry, ...part } : entry)) });

  return (
    <FormPanel form={form} title={weekText(week)} submitLabel={t('shiftLog.meeting.save')} onClose={onClose}>
      <SelectField
        form={form}
        name="host"
        label={t('shiftLog.meeting.host')}
        options={[
          { value: '', label: '' },
          ...staff.map(({ id, body }) => ({ value: id, label: body.name })),
        ]}
        required
      />
      <TextField form={form} name="heldOn" label={t('shiftLog.meeting.heldOn')} type="date" />
      <div className="wide">
        <button type="button" className="button" disabled={gathering} onClick={() => void gather()}>
          {t('shiftLog.meeting.gather')}
        </button>{' '}
        <span className="quiet small">{t('shiftLog.meeting.gatherHelp')}</span>
      </div>
      {entries.map((entry, at) => (
        <div key={entry.id} className="meeting-person" role="group" aria-label={entry.name}>
          <h3>{entry.name}</h3>
          {(['work', 'improve'] as const).map((field) => {
            const error = form.errors[`entries.${at}.${field}`];
            return (
              <label key={field} className="field">
                <span className="label">{t(`shiftLog.meeting.${field}`)}</span>
                <textarea
                  className="input"
                  rows={4}
                  value={entry[field]}
                  aria-invalid={error !== undefined}
                  onChange={({ target }) => change(at, { [field]: target.value })}
                />
                {error && (
                  <span className="error" role="alert">
                    {error}
                  </span>
                )}
              </label>
            );
          })}
        </div>
      ))}
      <TextField form={form} name="passedOn" label={t('shiftLog.meeting.passedOn')} rows={4} wide />
    </FormPanel>
  );
}
