/** Who calls: a desk by its bearer token, with a schema version both sides can read. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SCHEMA_VERSION } from '../shared/sync/contract';
import { hashOf } from './secrets';
import type { Caller, Store } from './store/store';

declare module 'fastify' {
  interface FastifyRequest {
    /** The enrolled desk that calls, and the epoch at that moment; set by `requireDesk`. */
    caller: Caller | null;
  }
}

type Hook = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

/** A hook that lets enrolled desks through, whatever version they speak, and answers 401 otherwise. */
export function requireToken(store: Store): Hook {
  return async (request, reply) => {
    const token = /^Bearer ([\w-]{20,100})$/.exec(request.headers.authorization ?? '')?.[1];
    const caller = token ? await store.callerOf(hashOf(token)) : null;
    if (!caller || caller.desk.revoked)
      return reply.code(401).send({ code: caller ? 'revoked' : 'unknownToken' });
    request.caller = caller;
    return undefined;
  };
}

/** A hook that lets enrolled desks through and answers 401 or 426 otherwise. */
export function requireDesk(store: Store): Hook {
  const known = requireToken(store);
  return async (request, reply) => {
    await known(request, reply);
    if (reply.sent) return reply;
    if (request.headers['x-schema-version'] !== String(SCHEMA_VERSION))
      return reply.code(426).send({ code: 'schemaVersion', needs: SCHEMA_VERSION });
    return undefined;
  };
}

/** The calling desk and the epoch. @throws Error on a route that forgot to ask for one */
export function callerOf(request: FastifyRequest): Caller {
  if (!request.caller) throw new Error('route without requireDesk');
  return request.caller;
}
