/** Signs in or off now; says so, or why not. */
import { v7 } from 'uuid';
import type { Witness } from '@shared/core/command';
import { clock } from '@shared/core/time';
import { punch } from '@shared/roster/punch';
import type { Punch, PunchType } from '@shared/roster/schema';
import { runCommand } from '../../data/gateway';
import { refusalText, t } from '../../ui/i18n';
import { toast } from '../../ui/toast';

export interface PunchPlace {
  readonly day: string;
  readonly shift: string;
  readonly staff: string;
}

/** @param witness the person's PIN where somebody else is signed in */
export async function punchNow(place: PunchPlace, type: PunchType, witness: Witness | null): Promise<void> {
  const id = v7();
  const outcome = await runCommand(
    punch,
    { id, ...place, type },
    { actId: id, witnesses: witness ? [witness] : [] },
  );
  if (!outcome.ok) {
    const [first] = outcome.refusals;
    return toast(refusalText(first?.code ?? 'failed', first?.params), { level: 'error' });
  }
  const done = outcome.docs.find((doc) => doc.kind === 'punch') as Punch | undefined;
  if (!done) return;
  const { name, at } = done.body;
  const params = { name, time: clock(at) };
  toast(type === 'in' ? t('roster.attendance.signedIn', params) : t('roster.attendance.signedOut', params));
}
