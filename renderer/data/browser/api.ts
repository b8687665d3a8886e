/** Calls to the endpoint this page came from. The session's cookie goes along by itself and is unreadable here. */
import { create } from 'zustand';

const BASE = '/api/v1';
/** Nobody has touched the page for so long: what it asks for then keeps no session alive. */
const UNATTENDED_MS = 60_000;

export interface Answer<T> {
  /** 0: the endpoint could not be reached. */
  readonly status: number;
  readonly body: T;
  /** Seconds to wait, where it says so. */
  readonly retryAfter: number;
}

interface Reach {
  /** False while the endpoint does not answer. */
  readonly online: boolean;
}

/** Whether the endpoint answered the last call. */
export const useReach = create<Reach>(() => ({ online: true }));

/** When a page of ours was last touched, for those in other tabs. */
const TOUCHED = 'deskbook-touched';
const TELL_EVERY_MS = 5_000;

let lastInput = Date.now();
let toldAt = 0;
let staff = '';
let onEnded: () => void = () => undefined;

/** Milliseconds since somebody last touched this page or another of ours. */
export const idleMs = (): number =>
  Math.max(0, Date.now() - Math.max(lastInput, Number(localStorage.getItem(TOUCHED) ?? 0)));

/** Counts a touch. */
export function noteInput(): void {
  lastInput = Date.now();
  if (lastInput - toldAt < TELL_EVERY_MS) return;
  toldAt = lastInput;
  localStorage.setItem(TOUCHED, String(lastInput));
}

/** Whose page this is: calls under another one's session, begun in another tab, are refused. '' asks as anybody. */
export const speakAs = (id: string): void => void (staff = id);

for (const event of ['pointerdown', 'keydown', 'wheel'] as const)
  window.addEventListener(event, ({ isTrusted }) => isTrusted && noteInput(), {
    capture: true,
    passive: true,
  });

/** Calls `listener` whenever a call is answered with: nobody is signed in. */
export function whenEnded(listener: () => void): void {
  onEnded = listener;
}

export const headers = (): Record<string, string> => ({
  'x-deskbook-web': '1',
  ...(staff === '' ? {} : { 'x-deskbook-staff': staff }),
  ...(idleMs() > UNATTENDED_MS ? { 'x-deskbook-unattended': '1' } : {}),
});

/** What the answers have in common that are no success. */
export interface Failure {
  readonly code?: string;
}

/** Sends a request as our own page does; an answer that is no JSON is null. Never throws. */
export async function send(
  method: 'GET' | 'POST',
  route: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<Response | null> {
  try {
    const response = await fetch(`${BASE}${route}`, {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      headers: { ...headers(), ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
    useReach.setState({ online: true });
    // A wrong password is answered alike; those calls look at their code themselves.
    if (response.status === 401 && ((await response.clone().json()) as Failure).code === 'noSession')
      onEnded();
    return response;
  } catch {
    if (!signal?.aborted) useReach.setState({ online: false });
    return null;
  }
}

/** Asks and reads the answer. */
export async function ask<T>(method: 'GET' | 'POST', route: string, body?: unknown): Promise<Answer<T>> {
  const response = await send(method, route, body);
  if (!response) return { status: 0, body: null as T, retryAfter: 0 };
  const text = await response.text().catch(() => '');
  let parsed: unknown = null;
  try {
    parsed = text === '' ? null : JSON.parse(text);
  } catch {
    // An answer of something between us and the endpoint: its status is all there is.
  }
  return {
    status: response.status,
    body: parsed as T,
    retryAfter: Number(response.headers.get('retry-after') ?? 0) || 0,
  };
}

/** The answer's body. @throws Error when it is no success */
export async function need<T>(method: 'GET' | 'POST', route: string, body?: unknown): Promise<T> {
  const answer = await ask<T>(method, route, body);
  if (answer.status !== 200) throw new Error(`${route.split('?')[0] ?? route}: ${answer.status}`);
  return answer.body;
}
