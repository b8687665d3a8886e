/** `GET /sync/stream` and `GET /web/stream`: server-sent events that only wake desks and browsers up; they pull by themselves. */
import type { FastifyInstance } from 'fastify';
import { callerOf, requireDesk } from '../auth';
import type { ServerOptions } from '../context';
import { EventStreams } from '../web/event-stream';
import { requireSession, stillSignedIn, webUserOf } from '../web/session';

/** For so long it is believed which desks there are: many streams ask at once. */
const BELIEVE_MS = 1_000;

/** Whether a desk still belongs to the club, asked of the store at most once a second. */
function stillEnrolled({ store }: ServerOptions): (id: string) => Promise<boolean> {
  let known: { readonly at: number; readonly ids: Promise<ReadonlySet<string>> } | null = null;
  const ask = async (): Promise<ReadonlySet<string>> =>
    new Set((await store.desks()).filter(({ revoked }) => !revoked).map(({ id }) => id));
  return async (id) => {
    if (!known || performance.now() - known.at > BELIEVE_MS) known = { at: performance.now(), ids: ask() };
    return (await known.ids).has(id);
  };
}

/** Adds the routes. Open streams end when the server closes, a desk's when it is revoked, a browser's with its session. */
export function streamRoute(app: FastifyInstance, options: ServerOptions): void {
  const { store, heartbeatMs } = options;
  const streams = new EventStreams(store, heartbeatMs);
  const isEnrolled = stillEnrolled(options);
  app.addHook('preClose', () => streams.end());

  app.get('/sync/stream', { onRequest: requireDesk(store), schema: { tags: ['sync'] } }, (request, reply) => {
    const { id } = callerOf(request).desk;
    streams.begin(request, reply, () => isEnrolled(id));
  });

  app.get(
    '/web/stream',
    { onRequest: requireSession(options), schema: { tags: ['web'], security: [{ browser: [] }] } },
    (request, reply) => {
      const { sessionHash } = webUserOf(request);
      streams.begin(request, reply, () => stillSignedIn(options, sessionHash));
    },
  );
}
