/** Offered at sign-in: whoever is on the roster now and has not signed in does so with one click; the PIN was just given. */
import { addDays, minutesBetween } from '@shared/core/time';
import { attendanceRecords, dayAttendance } from '@shared/roster/attendance';
import { PUNCH_AHEAD } from '@shared/roster/punch';
import { rosterOf, shiftSpan } from '@shared/roster/roster';
import { nowIso } from '../../data/clock';
import { useDirectory } from '../../data/directory';
import { today, useSession } from '../../data/session';
import { t } from '../../ui/i18n';
import { toast } from '../../ui/toast';
import { punchNow } from './punch-now';
import { loadAttendance } from './use-attendance';

export default async function offerSignIn(): Promise<void> {
  const { actor } = useSession.getState();
  const { settings } = useDirectory.getState();
  if (!actor) return;
  const day = today();
  const now = nowIso();
  const docs = [...(await loadAttendance(addDays(day, -1), day)).values()];
  const open = dayAttendance(
    rosterOf(docs),
    attendanceRecords(docs),
    { day, staff: actor.id },
    settings,
    now,
  );
  for (const of of open) {
    const shift = settings.shifts.find(({ id }) => id === of.shift);
    if (!shift || of.in !== '' || of.symbols.includes('leave')) continue;
    const { from, to } = shiftSpan(shift, day);
    if (minutesBetween(from, now) < -PUNCH_AHEAD || now >= to) continue;
    // Somebody else may have taken over meanwhile.
    if (useSession.getState().actor?.id !== actor.id) return;
    toast(t('roster.attendance.offer', { shift: shift.name, from: shift.from, to: shift.to }), {
      action: { label: t('roster.attendance.signIn'), run: () => void punchNow(of, 'in', null) },
    });
    return;
  }
}
