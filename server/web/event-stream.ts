/**
 * Server-sent events that only wake a client up: which collections changed, so that it pulls by itself. A stream ends when
 * its client may no longer call, when the server closes, and when the client does not read what it is sent.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CollectionName } from '../../shared/core/envelope';
import type { Store } from '../store/store';

/** A line at least this often keeps the connection open and shows whether somebody still reads. */
const HEARTBEAT_MS = 25_000;
/** Changes within this time go out as one event. */
const GATHER_MS = 50;
/** Bytes a client may leave unread. */
const UNREAD_MAX = 64_000;

/** The open streams of a server. */
export class EventStreams {
  private readonly open = new Set<() => void>();

  constructor(
    private readonly store: Store,
    private readonly heartbeatMs = HEARTBEAT_MS,
  ) {}

  /** Ends all of them, when the server closes. */
  end(): void {
    for (const end of this.open) end();
  }

  /** Answers a request with a stream. `mayStay` is asked before every event and at every heartbeat. */
  begin(request: FastifyRequest, reply: FastifyReply, mayStay: () => Promise<boolean>): void {
    const { raw } = reply.hijack();
    raw.writeHead(200, {
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
    });
    const changed = new Set<CollectionName>();
    let timer: NodeJS.Timeout | null = null;
    let over = false;
    const stop = (): void => {
      over = true;
      stopHearing();
      clearInterval(beat);
      if (timer) clearTimeout(timer);
      this.open.delete(end);
    };
    const end = (): void => {
      stop();
      raw.end();
    };
    const write = (text: string): void => {
      if (over) return;
      raw.write(text);
      if (raw.writableLength <= UNREAD_MAX) return;
      stop();
      raw.destroy();
    };
    const checked = async (text: () => string): Promise<void> => {
      // A store that cannot answer says nothing about the client, which meets the fault when it pulls.
      if (await mayStay().catch(() => true)) write(text());
      else if (!over) end();
    };
    const stopHearing = this.store.onChanged((collection) => {
      changed.add(collection);
      timer ??= setTimeout(() => {
        timer = null;
        const collections = [...changed];
        changed.clear();
        void checked(() => eventText('changed', { collections }));
      }, GATHER_MS);
    });
    const beat = setInterval(() => {
      // What was sent a heartbeat ago is still here: nobody reads.
      if (raw.writableLength > 0) {
        stop();
        raw.destroy();
      } else void checked(() => ': \n\n');
    }, this.heartbeatMs);
    this.open.add(end);
    request.raw.on('close', stop);
    // Whoever has just come may have missed something while away.
    write(eventText('resync', {}));
  }
}

const eventText = (event: string, data: unknown): string =>
  `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
