/** A bad line between a desk and its endpoint: cuts, delays, silence, answers twice. On the loopback, plain TCP. */
import net from 'node:net';
import type { AddressInfo } from 'node:net';

/** What the line does to the connections made from now on. */
export type Fault =
  | { readonly kind: 'none' }
  /** Nobody answers the call. */
  | { readonly kind: 'refuse' }
  /** The connection is cut once so many bytes of answers have passed. */
  | { readonly kind: 'cut'; readonly after: number }
  /** Answers come a few bytes at a time. */
  | { readonly kind: 'slow'; readonly bytes: number; readonly everyMs: number }
  /** The line stays up and says nothing more once so many bytes of answers have passed. */
  | { readonly kind: 'silent'; readonly after: number }
  /** What is asked reaches the endpoint twice, over a second connection too; that one's answers are thrown away. */
  | { readonly kind: 'twice' };

export interface FaultProxy {
  readonly port: number;
  fault: Fault;
  /** How many connections met a fault. */
  readonly met: number;
  readonly stop: () => Promise<void>;
}

/** Passes connections on to a port of the loopback. */
export async function startFaultProxy(target: number): Promise<FaultProxy> {
  const open = new Set<net.Socket>();
  const state = { fault: { kind: 'none' } as Fault, met: 0 };
  const keep = (socket: net.Socket): net.Socket => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => socket.destroy());
    return socket;
  };
  const server = net.createServer((client) => {
    const { fault } = state;
    keep(client);
    if (fault.kind !== 'none') state.met += 1;
    if (fault.kind === 'refuse') {
      client.destroy();
      return;
    }
    const waiting: Buffer[] = [];
    const endpoint = keep(net.connect(target, '127.0.0.1'));
    client.pipe(endpoint);
    client.on('close', () => endpoint.destroy());
    let ended = false;
    endpoint.on('end', () => {
      ended = true;
      if (waiting.length === 0) client.end();
    });
    if (fault.kind === 'twice') {
      const second = keep(net.connect(target, '127.0.0.1'));
      client.pipe(second);
      second.resume();
      client.on('close', () => second.destroy());
    }
    let passed = 0;
    const drip = (): void => {
      if (fault.kind !== 'slow' || client.destroyed) return;
      const next = waiting[0];
      if (!next) {
        if (ended) client.end();
        return;
      }
      client.write(next.subarray(0, fault.bytes));
      if (next.length > fault.bytes) waiting[0] = next.subarray(fault.bytes);
      else waiting.shift();
      setTimeout(drip, fault.everyMs);
    };
    endpoint.on('data', (chunk: Buffer) => {
      if (fault.kind === 'slow') {
        waiting.push(chunk);
        if (waiting.length === 1) drip();
        return;
      }
      const left = fault.kind === 'cut' || fault.kind === 'silent' ? fault.after - passed : chunk.length;
      passed += chunk.length;
      if (left > 0) client.write(chunk.subarray(0, left));
      if (fault.kind === 'cut' && left <= chunk.length) client.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    get fault() {
      return state.fault;
    },
    set fault(next: Fault) {
      state.fault = next;
    },
    get met() {
      return state.met;
    },
    stop: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
