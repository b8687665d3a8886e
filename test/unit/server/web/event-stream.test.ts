/** A stream whose client does not read, or may not stay. */
import { EventEmitter } from 'node:events';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { CollectionName } from '@shared/core/envelope';
import type { Store } from '../../../../server/store/store';
import { EventStreams } from '../../../../server/web/event-stream';

const BEAT_MS = 1_000;

/** The raw end of a connection: what was written and not yet read counts in `writableLength`. */
class Connection extends EventEmitter {
  writableLength = 0;
  reads = true;
  written = '';
  ended = false;
  destroyed = false;
  writeHead(): void {
    this.written = '';
  }
  write(text: string): boolean {
    this.written += text;
    if (!this.reads) this.writableLength += text.length;
    return this.reads;
  }
  end(): void {
    this.ended = true;
  }
  destroy(): void {
    this.destroyed = true;
  }
}

let heard: Set<(collection: CollectionName) => void>;
let connection: Connection;
let streams: EventStreams;
let mayStay: () => Promise<boolean>;

beforeEach(() => {
  vi.useFakeTimers();
  heard = new Set();
  const store = {
    onChanged: (listener: (collection: CollectionName) => void) => {
      heard.add(listener);
      return () => heard.delete(listener);
    },
  } as unknown as Store;
  connection = new Connection();
  streams = new EventStreams(store, BEAT_MS);
  mayStay = () => Promise.resolve(true);
  streams.begin(
    { raw: connection } as unknown as FastifyRequest,
    { hijack: () => ({ raw: connection }) } as unknown as FastifyReply,
    () => mayStay(),
  );
});
afterEach(() => void vi.useRealTimers());

const change = async (collection: CollectionName): Promise<void> => {
  for (const listener of heard) listener(collection);
  await vi.advanceTimersByTimeAsync(60);
};

it('goes on while somebody reads', async () => {
  await change('visits');
  await vi.advanceTimersByTimeAsync(10 * BEAT_MS);
  expect(connection.written).toContain('{"collections":["visits"]}');
  expect([connection.ended, connection.destroyed]).toEqual([false, false]);
});

it('drops a client that left something unread for a heartbeat', async () => {
  connection.reads = false;
  await change('visits');
  expect(connection.destroyed).toBe(false);
  await vi.advanceTimersByTimeAsync(BEAT_MS);
  expect([connection.destroyed, heard.size]).toEqual([true, 0]);
});

it('drops a client at once that leaves very much unread', async () => {
  connection.reads = false;
  connection.writableLength = 64_000;
  await change('ledger');
  expect([connection.destroyed, heard.size]).toEqual([true, 0]);
});

it('tells nothing more to whoever may not stay', async () => {
  mayStay = () => Promise.resolve(false);
  await change('ledger');
  expect(connection.written).not.toContain('ledger');
  expect([connection.ended, heard.size]).toEqual([true, 0]);
});

it('stays when the store cannot say, and ends with the server', async () => {
  mayStay = () => Promise.reject(new Error('away'));
  await change('ledger');
  expect(connection.written).toContain('ledger');
  streams.end();
  expect([connection.ended, heard.size]).toEqual([true, 0]);
});
