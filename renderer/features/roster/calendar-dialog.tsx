/** 导出日历: whose published shifts become a calendar file. */
import { useState, type ReactElement } from 'react';
import type { Period } from '@shared/core/period';
import type { Staff } from '@shared/directory/schema';
import type { Roster } from '@shared/roster/roster';
import { useSession } from '../../data/session';
import { Dialog } from '../../ui/dialog';
import { Field } from '../../ui/fields';
import { t } from '../../ui/i18n';
import { exportCalendar } from './prints';

interface CalendarDialogProps {
  readonly roster: Roster;
  readonly span: Period;
  readonly staff: readonly Staff[];
  readonly onClose: () => void;
}

export function CalendarDialog({ roster, span, staff, onClose }: CalendarDialogProps): ReactElement {
  const me = useSession(({ actor }) => actor?.id ?? '');
  const [person, setPerson] = useState(() => staff.find(({ id }) => id === me)?.id ?? staff[0]?.id ?? '');
  return (
    <Dialog
      title={t('roster.calendarOf')}
      onClose={onClose}
      onSubmit={() => {
        onClose();
        void exportCalendar(roster, span, person);
      }}
      foot={
        <>
          <button type="button" className="button" onClick={onClose}>
            {t('ui.cancel')}
          </button>
          <button type="submit" className="button primary" disabled={person === ''}>
            {t('ui.export')}
          </button>
        </>
      }
    >
      <p className="quiet">{t('roster.calendarText')}</p>
      <Field label={t('roster.calendarPerson')}>
        {(ids) => (
          <select
            {...ids}
            className="input"
            value={person}
            onChange={({ target }) => setPerson(target.value)}
          >
            {staff.map(({ id, body }) => (
              <option key={id} value={id}>
                {body.name}
              </option>
            ))}
          </select>
        )}
      </Field>
    </Dialog>
  );
}
