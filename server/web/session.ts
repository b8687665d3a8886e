/** Who calls from a browser: a session by its cookie, with the person as the directory knows them now. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Staff } from '../../shared/directory/schema';
import { webRolesOf } from '../../shared/sync/scope';
import type { ServerOptions } from '../context';
import { hashOf, newToken } from '../secrets';
import { knownStaff } from '../staff';
import type { WebAccount } from '../store/web-store';
import { readSessionCookie, setSessionCookie } from './cookie';
import { requireSameOrigin } from './same-origin';
import { TRIES_MEMORY_MS } from './tries';

/** A session ends after this time without a call, and after that time in any case. */
export const IDLE_MS = 30 * 60_000;
export const LONGEST_MS = 12 * 3_600_000;
/** Carried by calls that nobody at the browser asked for, such as following what others write: they keep no session alive. */
export const UNATTENDED_HEADER = 'x-deskbook-unattended';
/** Staff id of whom the page belongs to. */
export const STAFF_HEADER = 'x-deskbook-staff';
/** A call within this time is not noted anew. */
const NOTE_MS = 60_000;

/** The signed-in person of a request. */
export interface WebUser {
  readonly staff: Staff;
  readonly account: WebAccount;
  readonly sessionHash: string;
  /** When the session ends in any case, ISO instant. */
  readonly expiresAt: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by `requireSession`. */
    webUser: WebUser | null;
  }
}

const ago = (at: string, ms: number): string => new Date(Date.parse(at) - ms).toISOString();
const endOf = (createdAt: string): string => new Date(Date.parse(createdAt) + LONGEST_MS).toISOString();

/** Begins a session and gives the browser its cookie. Returns when it ends in any case. */
export async function beginSession(
  { store, now }: ServerOptions,
  staff: string,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<string> {
  const at = now();
  const token = newToken();
  await store.web.tidy(ago(at, LONGEST_MS), ago(at, TRIES_MEMORY_MS));
  await store.web.addSession(hashOf(token), { staff, createdAt: at, seenAt: at });
  setSessionCookie(request, reply, token);
  return endOf(at);
}

type Current = Pick<WebUser, 'staff' | 'account'> & { readonly createdAt: string; readonly seenAt: string };

/** A session that goes on; one that timed out, or of somebody who has no business here any more, is ended. */
async function currentSession({ store, now }: ServerOptions, hash: string): Promise<Current | null> {
  const session = await store.web.session(hash);
  if (!session) return null;
  const at = now();
  const staff = (await knownStaff(store, [])).get(session.staff);
  const account = await store.web.account(session.staff);
  const isOver = session.seenAt < ago(at, IDLE_MS) || session.createdAt < ago(at, LONGEST_MS);
  if (!isOver && account && staff?.status === 'active' && webRolesOf(staff.body.roles).length > 0)
    return { staff, account, createdAt: session.createdAt, seenAt: session.seenAt };
  await store.web.endSession(hash);
  return null;
}

/** True while a session goes on; asking does not keep it alive. */
export const stillSignedIn = async (options: ServerOptions, sessionHash: string): Promise<boolean> =>
  (await currentSession(options, sessionHash)) !== null;

/** The session a request belongs to, or null. */
export async function sessionOf(options: ServerOptions, request: FastifyRequest): Promise<WebUser | null> {
  const token = readSessionCookie(request);
  if (token === null) return null;
  const sessionHash = hashOf(token);
  const session = await currentSession(options, sessionHash);
  if (!session) return null;
  const { staff, account, createdAt, seenAt } = session;
  const at = options.now();
  if (request.headers[UNATTENDED_HEADER] !== '1' && seenAt < ago(at, NOTE_MS))
    await options.store.web.touchSession(sessionHash, at);
  return { staff, account, sessionHash, expiresAt: endOf(createdAt) };
}

/**
 * A hook that lets our own page's signed-in callers through: 403 to another site's, 401 to strangers, and 403 to
 * whoever still has the password an administrator printed, where `initial` does not allow it.
 */
export function requireSession(
  options: ServerOptions,
  { initial = false } = {},
): (request: FastifyRequest, reply: FastifyReply) => Promise<unknown> {
  return async (request, reply) => {
    await requireSameOrigin(request, reply);
    if (reply.sent) return reply;
    const user = await sessionOf(options, request);
    const asked = request.headers[STAFF_HEADER];
    // A page of one person must not act under the session that another one began in a second tab.
    if (user && asked !== undefined && asked !== user.staff.id)
      return reply.code(401).send({ code: 'noSession' });
    if (!user) {
      setSessionCookie(request, reply, '');
      return reply.code(401).send({ code: 'noSession' });
    }
    if (user.account.initial && !initial) return reply.code(403).send({ code: 'changePassword' });
    request.webUser = user;
    return undefined;
  };
}

/** The signed-in caller. @throws Error on a route that forgot to ask for one */
export function webUserOf(request: FastifyRequest): WebUser {
  if (!request.webUser) throw new Error('route without requireSession');
  return request.webUser;
}
