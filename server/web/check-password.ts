/** Who types a staff number and a password: the same answer and the same work for everybody who may not. */
import type { Staff } from '../../shared/directory/schema';
import { webRolesOf } from '../../shared/sync/scope';
import type { ServerOptions } from '../context';
import { hashOf } from '../secrets';
import { knownStaff } from '../staff';
import type { WebAccount } from '../store/web-store';
import { addressKey } from './address-key';
import { fitsPassword, NO_PASSWORD } from './password-hash';
import { ACCOUNT_RULE, ADDRESS_RULE, giveTryBack, takeTry } from './tries';

/** Days a printed password waits for its first sign-in. */
export const INITIAL_DAYS = 7;

export type PasswordCheck =
  | { readonly ok: true; readonly staff: Staff; readonly account: WebAccount }
  | { readonly ok: false; readonly code: 'wrongPassword' }
  | { readonly ok: false; readonly code: 'locked'; readonly seconds: number };

const cleanNo = (typed: string): string => typed.normalize('NFKC').trim().toLowerCase();

/** Key of a typed staff number's tries, known or not; hashed, so that nothing typed is kept. */
export const accountTriesKey = (staffNo: string): string => `account:${hashOf(cleanNo(staffNo))}`;

const addressTriesKey = (address: string): string => `address:${hashOf(addressKey(address))}`;

/** Active staff of a number who may use the web view. */
export async function webStaffOf(
  { store }: Pick<ServerOptions, 'store'>,
  staffNo: string,
): Promise<Staff | undefined> {
  const wanted = cleanNo(staffNo);
  return [...(await knownStaff(store, [])).values()].find(
    ({ status, body }) =>
      status === 'active' && body.staffNo.toLowerCase() === wanted && webRolesOf(body.roles).length > 0,
  );
}

const isStale = ({ initial, setAt }: WebAccount, at: string): boolean =>
  initial && Date.parse(at) - Date.parse(setAt) > INITIAL_DAYS * 86_400_000;

/** Checks a password typed at an address. Wrong tries count per account and per address, also over restarts. */
export async function checkPassword(
  { store, now }: ServerOptions,
  staffNo: string,
  password: string,
  address: string,
): Promise<PasswordCheck> {
  const at = now();
  const keys = { address: addressTriesKey(address), account: accountTriesKey(staffNo) };
  for (const [key, rule] of [
    [keys.address, ADDRESS_RULE],
    [keys.account, ACCOUNT_RULE],
  ] as const) {
    const until = await store.web.changeTries(key, (before) => takeTry(before, at, rule));
    if (until !== '')
      return { ok: false, code: 'locked', seconds: Math.ceil((Date.parse(until) - Date.parse(at)) / 1000) };
  }
  const staff = await webStaffOf({ store }, staffNo);
  const found = staff ? await store.web.account(staff.id) : null;
  const account = found && !isStale(found, at) ? found : null;
  const fits = await fitsPassword(password, account ?? NO_PASSWORD);
  if (!staff || !account || !fits) return { ok: false, code: 'wrongPassword' };
  await store.web.changeTries(keys.account, () => ({ tries: null, value: null }));
  await store.web.changeTries(keys.address, giveTryBack);
  return { ok: true, staff, account };
}
