/**
 * Follows what the endpoint shows this person: everything in sight once, then what changes, told by a stream that only
 * wakes up. Should what they may see change, everything begins anew.
 */
import { create } from 'zustand';
import { COLLECTIONS, type CollectionName, type Envelope } from '@shared/core/envelope';
import type { Travelling } from '@shared/sync/contract';
import type { WebPullAnswer } from '@shared/sync/web-contract';
import { logFault } from '../faults';
import { emitChange } from '../live';
import { ask, send } from './api';
import { put, remove } from './records';

const PAGE = 1_000;
/** Between two tries to reach the stream again: longer each time, and not all browsers at once. */
const AGAIN_MS = 1_000;
const LONGEST_MS = 30_000;
/** The endpoint says something every 25 seconds. */
const SILENCE_MS = 60_000;

interface Following {
  /** Records received so far while everything is loaded. */
  readonly received: number;
  /** The stream is open: what others write shows by itself. */
  readonly live: boolean;
}

/** How following goes, for the page. */
export const useFollowing = create<Following>(() => ({ received: 0, live: false }));

type Position = WebPullAnswer['checkpoint'];

const positions = new Map<CollectionName, Position>();
let run = 0;
let stream: AbortController | null = null;
let onScope: () => void = () => undefined;

/** Calls `listener` when what the person may see has changed. */
export function whenScopeChanges(listener: () => void): void {
  onScope = listener;
}

const plain = ({ _deleted: _, ...doc }: Travelling): Envelope => doc;

/** The outcome of following a collection up to now. */
type Pulled = 'done' | 'scope' | 'failed';

async function pullOne(collection: CollectionName, mine: number, quiet: boolean): Promise<Pulled> {
  for (;;) {
    const position = positions.get(collection);
    const query = new URLSearchParams({
      seq: String(position?.seq ?? 0),
      limit: String(PAGE),
      ...(position ? { from: String(position.from), scope: position.scope } : {}),
    });
    const { status, body } = await ask<WebPullAnswer>('GET', `/web/pull/${collection}?${query.toString()}`);
    if (mine !== run) return 'done';
    if (status === 409) return 'scope';
    if (status !== 200) return 'failed';
    const docs = body.documents.map(plain);
    put(collection, docs);
    remove(collection, body.gone);
    positions.set(collection, body.checkpoint);
    useFollowing.setState(({ received }) => ({ received: received + docs.length }));
    if (!quiet && docs.length + body.gone.length > 0)
      emitChange({ collection, docs, ...(body.gone.length > 0 ? { gone: true } : {}) });
    if (!body.more) return 'done';
  }
}

/** Collections of which something may have come, and the turn that looks after them. */
const waiting = new Set<CollectionName>();
let working: Promise<void> | null = null;

async function work(): Promise<void> {
  const mine = run;
  for (const collection of waiting) {
    waiting.delete(collection);
    const pulled = await pullOne(collection, mine, false);
    if (mine !== run) return;
    if (pulled === 'scope') return onScope();
    // It comes again with the next event, at the latest with the stream's own beginning.
    if (pulled === 'failed') stream?.abort();
  }
}

/** Looks for what is new in some collections. */
function look(collections: readonly CollectionName[]): void {
  for (const collection of collections) waiting.add(collection);
  working ??= work()
    .catch((error: unknown) => logFault('pull', error))
    .finally(() => {
      working = null;
      if (waiting.size > 0) look([]);
    });
}

/** Loads everything in sight. False: the endpoint did not give it all. */
export async function loadAll(): Promise<boolean> {
  run += 1;
  const mine = run;
  positions.clear();
  waiting.clear();
  useFollowing.setState({ received: 0, live: false });
  for (const collection of ['directory', ...COLLECTIONS.filter((name) => name !== 'directory')] as const) {
    const pulled = await pullOne(collection, mine, true);
    if (mine !== run || pulled !== 'done') return false;
  }
  return true;
}

function heard(event: string, data: string): void {
  if (event === 'resync') look(COLLECTIONS);
  else if (event === 'changed')
    look((JSON.parse(data) as { readonly collections: readonly CollectionName[] }).collections);
}

/** Reads events until the stream ends; `alive` hears of every piece. */
async function readStream(response: Response, alive: () => void): Promise<void> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!reader) return;
  let text = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    alive();
    text += value;
    const events = text.split('\n\n');
    text = events.pop() ?? '';
    for (const lines of events) {
      const event = /^event: (.*)$/m.exec(lines)?.[1];
      if (event) heard(event, /^data: (.*)$/m.exec(lines)?.[1] ?? '{}');
    }
  }
}

/** One stream, until it ends or nothing was heard for too long. */
async function listen(mine: number): Promise<boolean> {
  const opened = new AbortController();
  stream = opened;
  let watch = setTimeout(() => opened.abort(), SILENCE_MS);
  const alive = (): void => {
    clearTimeout(watch);
    watch = setTimeout(() => opened.abort(), SILENCE_MS);
  };
  try {
    const response = await send('GET', '/web/stream', undefined, opened.signal);
    if (mine !== run || response?.status !== 200) return false;
    useFollowing.setState({ live: true });
    await readStream(response, alive).catch(() => undefined);
    return true;
  } finally {
    clearTimeout(watch);
    opened.abort();
    if (mine === run) useFollowing.setState({ live: false });
  }
}

/** Follows changes until `stopFollowing`; where no stream comes through, it looks by itself now and then. */
export async function follow(): Promise<void> {
  const mine = run;
  for (let wait = AGAIN_MS; mine === run; wait = Math.min(wait * 2, LONGEST_MS)) {
    if (await listen(mine)) wait = AGAIN_MS;
    if (mine !== run) return;
    await new Promise((resolve) => setTimeout(resolve, wait * (0.5 + Math.random())));
    if (mine === run) look(COLLECTIONS);
  }
}

/** Stops; what is on its way is not taken any more. */
export function stopFollowing(): void {
  run += 1;
  stream?.abort();
  stream = null;
  waiting.clear();
  positions.clear();
  useFollowing.setState({ received: 0, live: false });
}
