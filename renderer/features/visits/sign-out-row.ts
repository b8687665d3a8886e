/** 登记离开 by one key: now, with 撤销 for a few seconds. */
import { clock } from '@shared/core/time';
import { namedPerson, type Visit } from '@shared/visits/schema';
import { signOut } from '@shared/visits/sign-out';
import { undoSignOut } from '@shared/visits/undo-sign-out';
import { runCommand, type Outcome } from '../../data/gateway';
import { refusalText, t } from '../../ui/i18n';
import { toast } from '../../ui/toast';

function tellRefusals(outcome: Outcome): boolean {
  if (outcome.ok) return true;
  for (const { code, params } of outcome.refusals) toast(refusalText(code, params), { level: 'error' });
  return false;
}

/** Signs a visitor out now and says so; the notice takes it back. */
export async function signOutNow({ id, body }: Visit): Promise<void> {
  const name = namedPerson(body);
  const outcome = await runCommand(signOut, { id, timeOut: '' });
  if (!tellRefusals(outcome) || !outcome.ok) return;
  const [left] = outcome.docs as readonly Visit[];
  const undo = async (): Promise<void> => {
    if (tellRefusals(await runCommand(undoSignOut, { id }))) toast(t('visits.signedOutUndone', { name }));
  };
  toast(t('visits.signedOut', { name, time: clock(left?.body.timeOut ?? '') }), {
    action: { label: t('ui.undo'), run: () => void undo() },
  });
}
