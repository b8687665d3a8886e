/** The club's desks, and a desk's own token, changed at its wish. */
import type { FastifyInstance } from 'fastify';
import type { DeskSeen } from '../../shared/sync/contract';
import { callerOf, requireDesk } from '../auth';
import type { ServerOptions } from '../context';
import { hashOf, newToken } from '../secrets';

/** Adds `GET /desks` and `POST /desk/token`: a new token, after which the old one is unknown. */
export function deskRoutes(app: FastifyInstance, { store, now }: ServerOptions): void {
  app.get('/desks', { onRequest: requireDesk(store), schema: { tags: ['desks'] } }, async (request) => {
    const at = now();
    await store.see(callerOf(request).desk.id, at);
    const seen = await store.seen();
    return (await store.desks()).map(({ id, code, name, revoked }): DeskSeen => {
      const seenAt = seen.get(id) ?? null;
      const ago = seenAt === null ? null : Math.round((Date.parse(at) - Date.parse(seenAt)) / 1_000);
      return { code, name, revoked, seenAt, secondsAgo: ago === null ? null : Math.max(0, ago) };
    });
  });
  app.post('/desk/token', { onRequest: requireDesk(store), schema: { tags: ['desks'] } }, async (request) => {
    const token = newToken();
    await store.setToken(callerOf(request).desk.id, hashOf(token));
    return { token };
  });
}
