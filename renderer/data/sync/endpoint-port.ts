/** The endpoint over HTTP: the shell adds the token. Every call answers in time or throws `LinkError`. */
import type { CollectionName, Envelope } from '@shared/core/envelope';
import type { Photo } from '@shared/blobs/schema';
import type { DeskSeen, DigestAnswer, PullAnswer, PushAnswer } from '@shared/sync/contract';
import { nowIso } from '../clock';
import { LinkError, type EndpointPort, type LinkFault } from '@shared/sync/desk/ports';

const BASE = '/api/v1';
/** Longer than the shell waits for an answer. */
const ANSWER_MS = 40_000;

const FAULTS: Readonly<Record<number, LinkFault>> = {
  401: 'refusedToken',
  409: 'epoch',
  413: 'tooLarge',
  426: 'schemaVersion',
  502: 'offline',
  503: 'offline',
  504: 'offline',
};

/** One call to its last byte: an answer that stops in the middle must not hold sync up for ever. */
async function call<T>(path: string, init: RequestInit, read: (answer: Response) => Promise<T>): Promise<T> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), ANSWER_MS);
  try {
    const answer = await fetch(`${BASE}${path}`, { ...init, signal: limit.signal });
    if (answer.ok) return await read(answer);
    const { epoch = '' } = (await answer.json().catch(() => ({}))) as { readonly epoch?: string };
    throw new LinkError(FAULTS[answer.status] ?? 'failed', epoch);
  } catch (error) {
    // Not reached, cut off in the middle, or silent for too long.
    throw error instanceof LinkError ? error : new LinkError('offline');
  } finally {
    clearTimeout(timer);
  }
}

function json<T>(path: string, body?: unknown): Promise<T> {
  const init =
    body === undefined
      ? {}
      : { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
  return call(path, init, (answer) => answer.json() as Promise<T>);
}

/** Brings the files of photos to the endpoint before the records that name them. */
async function sendPhotos(docs: readonly Envelope[]): Promise<void> {
  for (const doc of docs) {
    const { status, body } = doc as Photo;
    // A file that was taken out or erased is not brought back.
    if (status === 'removed') continue;
    const { sha } = body;
    const file = await fetch(`/blobs/${sha}`);
    // A file that is damaged or gone here holds no record up.
    if (!file.ok) continue;
    await call(
      `/blobs/${sha}`,
      {
        method: 'PUT',
        headers: { 'Content-Type': 'application/octet-stream' },
        body: await file.arrayBuffer(),
      },
      (answer) => answer.arrayBuffer(),
    );
  }
}

export const endpointPort: EndpointPort = {
  push: (collection, epoch, rows) => json<PushAnswer>(`/sync/${collection}/push`, { epoch, rows }),
  pull: (collection, { epoch, seq }, limit) =>
    json<PullAnswer>(`/sync/${collection}/pull?epoch=${encodeURIComponent(epoch)}&seq=${seq}&limit=${limit}`),
  digests: async (collection) => (await json<DigestAnswer>('/digest', { collection })).months,
  before: async (collection: CollectionName, docs) => {
    if (collection === 'attachments') await sendPhotos(docs);
  },
};

/** All desks of the club and when each was heard of last. */
export async function desksSeen(): Promise<readonly DeskSeen[]> {
  const desks = await json<readonly DeskSeen[]>('/desks');
  const now = Date.parse(nowIso());
  return desks.map((desk) => ({
    ...desk,
    seenAt: desk.secondsAgo === null ? null : new Date(now - desk.secondsAgo * 1_000).toISOString(),
  }));
}

/** Follows the endpoint's wake-ups until `stop`; `onEnd` when the stream is silent or cut. */
export function followStream(
  onWake: (collections: readonly CollectionName[] | 'all') => void,
  onEnd: () => void,
): () => void {
  /** Two heartbeats. */
  const SILENT_MS = 60_000;
  const cut = new AbortController();
  let silence: ReturnType<typeof setTimeout> | undefined;
  const heard = (): void => {
    clearTimeout(silence);
    silence = setTimeout(() => cut.abort(), SILENT_MS);
  };
  const take = (block: string): void => {
    const event = /^event: (\w+)$/m.exec(block)?.[1];
    const data = /^data: (.*)$/m.exec(block)?.[1];
    if (event === 'resync') onWake('all');
    if (event === 'changed' && data)
      onWake((JSON.parse(data) as { readonly collections: readonly CollectionName[] }).collections);
  };
  const read = async (): Promise<void> => {
    heard();
    const answer = await fetch(`${BASE}/sync/stream`, { signal: cut.signal });
    const reader = answer.ok ? answer.body?.pipeThrough(new TextDecoderStream()).getReader() : undefined;
    let text = '';
    while (reader) {
      const { done, value } = await reader.read();
      if (done) return;
      heard();
      const blocks = (text + value).split('\n\n');
      text = blocks.pop() ?? '';
      blocks.forEach(take);
    }
  };
  let stopped = false;
  read()
    .catch(() => undefined)
    .finally(() => {
      clearTimeout(silence);
      if (!stopped) onEnd();
    });
  return () => {
    stopped = true;
    cut.abort();
  };
}
