/** Signing in, locking, and a second person's confirmation, all by staff number and PIN. */
import type { Refusal, Witness } from '@shared/core/command';
import type { Staff } from '@shared/directory/schema';
import { nowIso } from './clock';
import { actorOf, credentialOf, useDirectory } from './directory';
import { host } from './host';
import { useSession } from './session';

/** Why a staff number and PIN were refused; the code names a message of `ui`. */
export interface PinRefusal extends Refusal {
  readonly code: 'unknownStaff' | 'pinEmpty' | 'noPin' | 'pinWait' | 'pinLocked' | 'pinWrong' | 'samePerson';
}

export type PinCheck =
  { readonly ok: true; readonly staff: Staff } | { readonly ok: false; readonly refusal: PinRefusal };

const no = (field: string, code: PinRefusal['code'], params: Refusal['params'] = {}): PinCheck => ({
  ok: false,
  refusal: { field, code, params },
});

/** Checks a staff number and PIN. */
export async function checkPin(staffNo: string, pin: string): Promise<PinCheck> {
  const wanted = staffNo.normalize('NFKC').trim().toLowerCase();
  const staff = useDirectory
    .getState()
    .staff.find(({ status, body }) => status === 'active' && body.staffNo.toLowerCase() === wanted);
  if (!staff) return no('staffNo', 'unknownStaff');
  if (pin === '') return no('pin', 'pinEmpty');
  const credential = credentialOf(staff.id);
  if (!credential) return no('pin', 'noPin');
  const { salt, hash, cost } = credential.body;
  const result = await host.call('pin.verify', staff.id, pin, { salt, hash, cost });
  if (result.ok) return { ok: true, staff };
  if (result.code === 'wait') return no('pin', 'pinWait', { seconds: result.seconds });
  return result.code === 'locked'
    ? no('pin', 'pinLocked')
    : no('pin', 'pinWrong', { tries: result.triesLeft });
}

/** Makes a person the one who works here, and opens the lock. */
export async function signIn(staff: Staff): Promise<void> {
  useSession.setState({ actor: actorOf(staff), locked: false });
  await host.call('session.keep', staff.id);
}

/** Nobody works here any more. */
export function signOut(): void {
  useSession.setState({ actor: null, locked: false });
  void host.call('session.keep', null);
}

/** Locks the screen; the person stays responsible for what was typed until somebody else signs in. */
export function lock(): void {
  if (!useSession.getState().actor) return;
  useSession.setState({ locked: true });
  // A reload must not open a locked screen.
  void host.call('session.keep', null);
}

type Confirmed = { readonly witness: Witness } | { readonly refusal: PinRefusal };

/** Anybody of the staff confirms by PIN, also the one who is signed in. */
export async function confirmByPin(staffNo: string, pin: string): Promise<Confirmed> {
  const check = await checkPin(staffNo, pin);
  if (!check.ok) return { refusal: check.refusal };
  const { id, body } = check.staff;
  return { witness: { staff: id, name: body.name, roles: body.roles, at: nowIso() } };
}

/** Confirms a step as its second person (DOMAIN §2): never the one who is signed in. */
export async function witnessByPin(staffNo: string, pin: string): Promise<Confirmed> {
  const confirmed = await confirmByPin(staffNo, pin);
  if ('witness' in confirmed && confirmed.witness.staff === useSession.getState().actor?.id)
    return { refusal: { field: 'staffNo', code: 'samePerson' } };
  return confirmed;
}
