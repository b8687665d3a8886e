/** A one-time password for a member of staff, printed for an administrator to hand over. */
import type { ServerOptions } from '../context';
import { accountTriesKey, webStaffOf } from './check-password';
import { hashPassword, newPassword } from './password-hash';

/** Sets it, ends the person's sessions and takes a lock away. Null when nobody of that number may use the web view. */
export async function giveInitialPassword(
  { store, now }: Pick<ServerOptions, 'store' | 'now'>,
  staffNo: string,
): Promise<string | null> {
  const staff = await webStaffOf({ store }, staffNo);
  if (!staff) return null;
  const password = newPassword();
  await store.web.setAccount({
    staff: staff.id,
    ...(await hashPassword(password)),
    initial: true,
    setAt: now(),
  });
  await store.web.changeTries(accountTriesKey(staffNo), () => ({ tries: null, value: null }));
  return password;
}
