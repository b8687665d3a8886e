/** Signing in with a password, the session's end, and loading what the person may see. */
import { create } from 'zustand';
import type { Refusal } from '@shared/core/command';
import type { ChangePasswordRequest, SignInRequest, WebSessionAnswer } from '@shared/sync/web-contract';
import { setClockOffset } from '../clock';
import { loadDirectory } from '../directory';
import { useSession } from '../session';
import { ask, idleMs, noteInput, speakAs, whenEnded, type Failure } from './api';
import { follow, loadAll, stopFollowing, whenScopeChanges } from './pull';
import { clear } from './records';

export type WebStep = 'opening' | 'signIn' | 'changePassword' | 'loading' | 'working' | 'unreachable';
/** Why somebody must sign in again. */
export type EndReason = 'ended' | 'idle' | 'locked' | 'changed';

interface WebState {
  readonly step: WebStep;
  /** Whose page this is, also after the session ended; null before the first sign-in. */
  readonly session: WebSessionAnswer | null;
  readonly reason: EndReason | null;
  /** Grows whenever everything was loaded anew. */
  readonly round: number;
}

/** A difference of clocks below this is the way there and back. */
const CLOCK_MS = 3_000;
const IDLE_CHECK_MS = 10_000;

export const useWeb = create<WebState>(() => ({ step: 'opening', session: null, reason: null, round: 0 }));

/** The session is over; what was typed stays for whoever signs in as the same person. */
function end(reason: EndReason): void {
  const { step } = useWeb.getState();
  if (step === 'signIn' || step === 'opening') return;
  stopFollowing();
  clear();
  speakAs('');
  useSession.setState({ actor: null, locked: false });
  useWeb.setState({ step: 'signIn', reason });
}

async function load(session: WebSessionAnswer): Promise<void> {
  const { id, name, roles, departments } = session.staff;
  speakAs(id);
  useWeb.setState({ step: 'loading', session, reason: null });
  clear();
  // Records are asked for and kept as this person's from here on.
  useSession.setState({ desk: session.desk, actor: { id, name, roles, departments }, locked: false });
  if (!(await loadAll())) {
    if (useWeb.getState().step === 'loading') useWeb.setState({ step: 'unreachable' });
    return;
  }
  await loadDirectory();
  useWeb.setState(({ round }) => ({ step: 'working', round: round + 1 }));
  void follow();
}

async function enter(session: WebSessionAnswer): Promise<void> {
  const ahead = Date.parse(session.now) - Date.now();
  setClockOffset(Math.abs(ahead) < CLOCK_MS ? 0 : ahead);
  noteInput();
  if (session.mustChange) {
    speakAs(session.staff.id);
    useWeb.setState({ step: 'changePassword', session, reason: null });
    return;
  }
  await load(session);
}

/** Goes on with a session that this browser still has, or asks for a sign-in. */
export async function open(): Promise<void> {
  useWeb.setState({ step: 'opening' });
  const { status, body } = await ask<WebSessionAnswer>('GET', '/web/session');
  if (status === 200) return enter(body);
  useWeb.setState({ step: status === 0 || status >= 500 ? 'unreachable' : 'signIn' });
}

function refusalOf(status: number, { code }: Failure, retryAfter: number): Refusal {
  if (status === 0) return { code: 'offline' };
  if (status === 429 && code === 'locked')
    return { field: 'password', code: 'passwordWait', params: { minutes: Math.ceil(retryAfter / 60) } };
  if (status === 429) return { field: 'password', code: 'tooManyTries' };
  if (status === 401) return { field: 'password', code: 'passwordWrong' };
  return { code: 'signInFailed' };
}

/** Null: signed in. Whoever is not the one who worked here before begins on an empty page. */
export async function signInByPassword(typed: SignInRequest): Promise<Refusal | null> {
  const { status, body, retryAfter } = await ask<WebSessionAnswer & Failure>('POST', '/web/sign-in', typed);
  if (status !== 200) return refusalOf(status, body ?? {}, retryAfter);
  const before = useWeb.getState().session;
  if (before && before.staff.id !== body.staff.id) window.location.reload();
  else await enter(body);
  return null;
}

/** Null: changed. */
export async function changePassword(typed: ChangePasswordRequest): Promise<readonly Refusal[]> {
  const answer = await ask<WebSessionAnswer & Failure & { readonly refusals?: readonly Refusal[] }>(
    'POST',
    '/web/password',
    typed,
  );
  const { status, body, retryAfter } = answer;
  if (status === 422) return body.refusals ?? [];
  if (status === 401 && body.code === 'wrongPassword')
    return [{ field: 'password', code: 'ownPasswordWrong' }];
  if (status !== 200) return [refusalOf(status, body ?? {}, retryAfter)];
  if (useWeb.getState().step === 'working') useWeb.setState({ session: body });
  else await enter(body);
  return [];
}

/** Ends the session; what was typed stays. */
export async function lockPage(reason: EndReason = 'locked'): Promise<void> {
  const leaving = ask('POST', '/web/sign-out');
  end(reason);
  await leaving;
}

/** Ends the session and forgets everything, what was typed too. */
export async function signOutWhole(): Promise<void> {
  await ask('POST', '/web/sign-out');
  window.location.reload();
}

whenEnded(() => end('ended'));
whenScopeChanges(() => {
  stopFollowing();
  void open();
});

setInterval(() => {
  const { step, session } = useWeb.getState();
  if (step === 'working' && session && idleMs() > session.idleMinutes * 60_000) void lockPage('idle');
}, IDLE_CHECK_MS);
