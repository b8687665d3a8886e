/** Locking, and a second person's confirmation, by password: a PIN never leaves its desk. */
import type { Refusal, Witness } from '@shared/core/command';
import type { Staff } from '@shared/directory/schema';
import type { WitnessAnswer } from '@shared/sync/web-contract';
import { nowIso } from '../clock';
import { useSession } from '../session';
import { ask, type Failure } from './api';
import { lockPage, signOutWhole } from './web-session';
import { notePassword } from './witnesses';

export type PinCheck =
  { readonly ok: true; readonly staff: Staff } | { readonly ok: false; readonly refusal: Refusal };

/** Of a desk: nobody signs in by PIN here. */
export const checkPin = async (_staffNo: string, _pin: string): Promise<PinCheck> =>
  Promise.resolve({ ok: false, refusal: { field: 'pin', code: 'passwordWrong' } });

/** Of a desk. */
export const signIn = async (_staff: Staff): Promise<void> => Promise.resolve();

/** Nobody works here any more. */
export const signOut = (): void => void signOutWhole();

/** Ends the session; what was typed stays for the same person. */
export const lock = (): void => void lockPage();

/** Confirms a step as its second person (DOMAIN §2) by their own password: never the one who is signed in. */
export async function witnessByPin(
  staffNo: string,
  password: string,
): Promise<{ readonly witness: Witness } | { readonly refusal: Refusal }> {
  if (staffNo.trim() === '') return { refusal: { field: 'staffNo', code: 'staffNoEmpty' } };
  if (password === '') return { refusal: { field: 'pin', code: 'pinEmpty' } };
  const typed = { staffNo, password };
  const { status, body, retryAfter } = await ask<WitnessAnswer & Failure>('POST', '/web/witness', typed);
  if (status === 200) {
    const { staff, name, roles } = body;
    if (staff === useSession.getState().actor?.id)
      return { refusal: { field: 'staffNo', code: 'samePerson' } };
    const witness = { staff, name, roles, at: nowIso() };
    notePassword(witness, typed);
    return { witness };
  }
  const wait = { minutes: Math.ceil(retryAfter / 60) };
  if (status === 429) return { refusal: { field: 'pin', code: 'passwordWait', params: wait } };
  const code = status === 401 ? 'passwordWrong' : status === 409 ? 'passwordInitial' : 'unreachable';
  return { refusal: { field: 'pin', code } };
}
