/** `GET /sync/stream`: server-sent events that only wake desks up; they pull by themselves. */
import type { FastifyInstance } from 'fastify';
import type { CollectionName } from '../../shared/core/envelope';
import { requireDesk } from '../auth';
import type { ServerOptions } from '../context';

const HEARTBEAT_MS = 25_000;
/** Changes within this time go out as one event. */
const GATHER_MS = 50;

/** Adds the route. Open streams end when the server closes. */
export function streamRoute(app: FastifyInstance, { store }: ServerOptions): void {
  const open = new Set<() => void>();
  app.addHook('preClose', () => {
    for (const end of open) end();
  });
  app.get('/sync/stream', { onRequest: requireDesk(store), schema: { tags: ['sync'] } }, (request, reply) => {
    const { raw } = reply.hijack();
    raw.writeHead(200, {
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
    });
    const send = (event: string, data: unknown): void =>
      void raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    const changed = new Set<CollectionName>();
    let timer: NodeJS.Timeout | null = null;
    const stop = store.onChanged((collection) => {
      changed.add(collection);
      timer ??= setTimeout(() => {
        timer = null;
        send('changed', { collections: [...changed] });
        changed.clear();
      }, GATHER_MS);
    });
    const beat = setInterval(() => raw.write(': \n\n'), HEARTBEAT_MS);
    const end = (): void => {
      stop();
      clearInterval(beat);
      if (timer) clearTimeout(timer);
      open.delete(end);
      raw.end();
    };
    open.add(end);
    request.raw.on('close', end);
    // Whoever has just come may have missed something while away.
    send('resync', {});
  });
}
