/** Desks under load, for fault tests of the endpoint: what was acknowledged is kept beside, to be looked for later. */
import type { Envelope } from '@shared/core/envelope';
import { canonical } from '@shared/sync/canonical';
import type { PushRow, Travelling } from '@shared/sync/contract';
import type { Store } from '../../server/store/store';
import { Caller, demoRecords, travelling, type Reachable } from './endpoint';

const records = demoRecords();

/** A whole visit under an id of its own, without a register number. */
export function visit(id: string, remark = ''): Envelope {
  const base = records.get('visits')?.find(({ kind }) => kind === 'visit');
  if (!base) throw new Error('no visit');
  const { no: _, ...body } = base.body;
  return { ...base, id, body: { ...body, remark } as Envelope['body'] };
}

/** The same visit after an edit. */
export function edited(doc: Envelope, remark: string): Envelope {
  return {
    ...doc,
    ver: { ...doc.ver, A: (doc.ver.A ?? 0) + 1 },
    body: { ...doc.body, remark } as Envelope['body'],
  };
}

/** Desk A with the people of the demo club, without whom its records would be flagged. */
export async function firstDesk(endpoint: Reachable): Promise<Caller> {
  const desk = await Caller.enrol(endpoint, 'A');
  await desk.addAll('directory', records.get('directory') ?? []);
  return desk;
}

/** The newest state of everything that was acknowledged, as canonical text by id. */
export type Acknowledged = Map<string, string>;

/** Pushes rows; their new states count as acknowledged once the answer is there. Returns the answer's status. */
export async function pushAcknowledged(
  desk: Caller,
  rows: readonly PushRow[],
  acknowledged: Acknowledged,
): Promise<number> {
  const { status, body } = await desk.push('visits', rows);
  if (status !== 200) return status;
  if (body.conflicts.length + body.rejected.length > 0)
    throw new Error(`not taken: ${JSON.stringify(body).slice(0, 200)}`);
  for (const { newDocumentState: doc } of rows) acknowledged.set(doc.id, canonical(doc));
  return status;
}

/** Ids whose newest acknowledged state is not what the endpoint gives. */
export function lost(acknowledged: Acknowledged, pulled: readonly Travelling[]): readonly string[] {
  const there = new Map(pulled.map((doc) => [doc.id, canonical(doc)]));
  return [...acknowledged].filter(([id, text]) => there.get(id) !== text).map(([id]) => id);
}

/** Ids whose history at the endpoint does not end with the state it gives: a transaction was cut in two. */
export async function withoutHistory(
  store: Store,
  pulled: readonly Travelling[],
): Promise<readonly string[]> {
  const cut: string[] = [];
  for (const doc of pulled)
    if ((await store.history('visits', doc.id)).at(-1) !== canonical(doc)) cut.push(doc.id);
  return cut;
}

/** Whether a call failed since the endpoint is gone: nobody knows whether it was carried out. */
export const connectionLost = (error: unknown): boolean =>
  error instanceof TypeError && /^(?:fetch failed|terminated)$/.test(error.message);

/** Rows of new documents. */
export const rowsOf = (docs: readonly Envelope[]): readonly PushRow[] =>
  docs.map((doc) => ({ newDocumentState: travelling(doc) }));

/** A desk that pulls on and on from where it is, as desks do, over restarts of the endpoint too. */
export class Follower {
  private seq = 0;
  /** Newest state of every document it was given. */
  readonly seen = new Map<string, string>();

  constructor(
    public desk: Caller,
    private readonly limit: number,
  ) {}

  /** Takes one page; false when there was nothing new. @throws when a page is not in order */
  async step(): Promise<boolean> {
    const { status, body } = await this.desk.pull('visits', this.seq, this.limit);
    if (status !== 200) throw new Error(`pull: ${status}`);
    for (const doc of body.documents) this.seen.set(doc.id, canonical(doc));
    if (body.documents.length > 0 && body.checkpoint.seq < this.seq + body.documents.length)
      throw new Error('the order went backwards');
    this.seq = body.checkpoint.seq;
    return body.documents.length > 0;
  }

  async untilNothingNew(): Promise<void> {
    while (await this.step());
  }
}
