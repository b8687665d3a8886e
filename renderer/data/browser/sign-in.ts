/** Locking, and a second person's confirmation, by password: a PIN never leaves its desk. */
import type { Refusal, Witness } from '@shared/core/command';
import type { Staff } from '@shared/directory/schema';
import type { WitnessAnswer } from '@shared/sync/web-contract';
import { nowIso } from '../clock';
import { useSession } from '../session';
import type { PinCheck, PinRefusal } from '../sign-in';
import { ask, type Failure } from './api';
import { lockPage, signOutWhole } from './web-session';
import { notePassword } from './witnesses';

export type { PinCheck, PinRefusal };

/** Of a desk: nobody signs in by PIN here. */
export const checkPin = async (_staffNo: string, _pin: string): Promise<PinCheck> =>
  Promise.resolve({ ok: false, refusal: { field: 'pin', code: 'pinWrong' } });

/** Of a desk. */
export const signIn = async (_staff: Staff): Promise<void> => Promise.resolve();

/** Nobody works here any more. */
export const signOut = (): void => void signOutWhole();

/** Ends the session; what was typed stays for the same person. */
export const lock = (): void => void lockPage();

type Confirmed = { readonly witness: Witness } | { readonly refusal: PinRefusal };

/** Codes whose words stand beside a desk's own (`ui.…`), from the catalogue's part of the web view. */
type WebCode = 'passwordWrong' | 'passwordWait' | 'passwordInitial' | 'staffNoEmpty' | 'unreachable';

const refuse = (
  field: string,
  code: WebCode | PinRefusal['code'],
  params: Refusal['params'] = {},
): Confirmed => ({ refusal: { field, code: code as PinRefusal['code'], params } });

/** Anybody with a password for the web view confirms by it, also the one who is signed in. */
export async function confirmByPin(staffNo: string, password: string): Promise<Confirmed> {
  if (staffNo.trim() === '') return refuse('staffNo', 'staffNoEmpty');
  if (password === '') return refuse('pin', 'pinEmpty');
  const typed = { staffNo, password };
  const { status, body, retryAfter } = await ask<WitnessAnswer & Failure>('POST', '/web/witness', typed);
  if (status === 200) {
    const { staff, name, roles } = body;
    const witness = { staff, name, roles, at: nowIso() };
    notePassword(witness, typed);
    return { witness };
  }
  if (status === 429)
    return refuse('pin', 'passwordWait', { minutes: Math.max(1, Math.ceil(retryAfter / 60)) });
  if (status === 401) return refuse('pin', 'passwordWrong');
  return refuse('pin', status === 409 ? 'passwordInitial' : 'unreachable');
}

/** Confirms a step as its second person (DOMAIN §2): never the one who is signed in. */
export async function witnessByPin(staffNo: string, password: string): Promise<Confirmed> {
  const confirmed = await confirmByPin(staffNo, password);
  return 'witness' in confirmed && confirmed.witness.staff === useSession.getState().actor?.id
    ? refuse('staffNo', 'samePerson')
    : confirmed;
}
