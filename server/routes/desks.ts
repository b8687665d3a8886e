/** A desk's own token, changed at its wish. */
import type { FastifyInstance } from 'fastify';
import { deskOf, requireDesk } from '../auth';
import type { ServerOptions } from '../context';
import { hashOf, newToken } from '../secrets';

/** Adds `POST /desk/token`: a new token, after which the old one is unknown. */
export function deskRoutes(app: FastifyInstance, { store }: ServerOptions): void {
  app.post('/desk/token', { onRequest: requireDesk(store), schema: { tags: ['desks'] } }, async (request) => {
    const token = newToken();
    await store.setToken(deskOf(request).id, hashOf(token));
    return { token };
  });
}
