/**
 * The only writer of records in the browser: every act goes to the endpoint (`POST /commit`), which decides it on the newest
 * state by the same command, and what it wrote is taken in. Refusals come back as at a desk.
 */
import { v7 } from 'uuid';
import type { Act, Command, Context, Refusal, Witness } from '@shared/core/command';
import type { CollectionName, Envelope } from '@shared/core/envelope';
import { hasRole } from '@shared/core/roles';
import { KIND_ROLES } from '@shared/sync/kinds';
import type { CommitAnswer, CommitRequest } from '@shared/sync/web-contract';
import { emitChange } from '../live';
import { useSession } from '../session';
import { ask } from './api';
import { isOffered } from './offered';
import { put } from './records';
import { passwordOf } from './witnesses';

export type Outcome =
  | { readonly ok: true; readonly docs: readonly Envelope[] }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

export interface RunOptions {
  /** The act's id, fixed when its form opened; a new one is made for acts without a form. */
  readonly actId?: string;
  readonly witnesses?: readonly Witness[];
  /** Of a desk's first run only. */
  readonly context?: Context;
}

const refused = (code: string): Outcome => ({ ok: false, refusals: [{ code }] });

let queue: Promise<unknown> = Promise.resolve();

/** One after the other: whatever changes records waits for what was asked for before. */
export function exclusive<T>(work: () => Promise<T>): Promise<T> {
  const run = queue.then(work);
  queue = run.catch(() => undefined);
  return run;
}

/** Runs a command as one act. Refusals come back as data. */
export function runCommand<I>(command: Command<I>, input: I, options: RunOptions = {}): Promise<Outcome> {
  return exclusive(() => perform(command, input, options));
}

const COLLECTION_OF = new Map(
  Object.entries(KIND_ROLES).flatMap(([collection, kinds]) =>
    Object.keys(kinds).map((kind) => [kind, collection as CollectionName] as const),
  ),
);

function take(docs: readonly Envelope[]): void {
  const byCollection = new Map<CollectionName, Envelope[]>();
  for (const doc of docs) {
    const collection = COLLECTION_OF.get(doc.kind);
    if (collection) byCollection.set(collection, [...(byCollection.get(collection) ?? []), doc]);
  }
  for (const [collection, own] of byCollection) {
    put(collection, own);
    emitChange({ collection, docs: own });
  }
}

async function perform<I>(command: Command<I>, input: I, options: RunOptions): Promise<Outcome> {
  const { actor } = useSession.getState();
  if (!actor || !hasRole(actor.roles, command.roles)) return refused('notAllowed');
  if (!isOffered(command)) return refused('notInBrowser');
  const request: CommitRequest = {
    command: command.type,
    input: input as object,
    actId: options.actId ?? v7(),
    witnesses: (options.witnesses ?? []).flatMap((witness) => passwordOf(witness) ?? []),
  };
  const { status, body } = await ask<CommitAnswer>('POST', '/commit', request);
  switch (status) {
    case 200:
      break;
    case 0:
      return refused('offline');
    case 401:
      return refused('signInAgain');
    case 400:
      return refused('inputTooLong');
    case 429:
      return refused('busy');
    default:
      return refused('failed');
  }
  if (!body.ok)
    return {
      ok: false,
      // The second person's password stands beside no field of the form itself.
      refusals: body.refusals.map((refusal) =>
        refusal.field === 'witnesses' ? { code: 'witnessAgain' } : refusal,
      ),
    };
  const docs = body.documents.map(({ _deleted: _, ...doc }): Envelope => doc);
  take(docs);
  return { ok: true, docs };
}

/** Of a desk: nothing is ever lost here. */
export const bringBack = async (_collection: CollectionName, _states: readonly Envelope[]): Promise<number> =>
  Promise.resolve(0);

/** Takes in states that the endpoint gave. */
export async function takeStates(collection: CollectionName, docs: readonly Envelope[]): Promise<void> {
  put(collection, docs);
  emitChange({ collection, docs });
  return Promise.resolve();
}

/** Of a desk: a browser merges nothing. */
export const keepStates = async (_docs: Act['docs']): Promise<boolean> => Promise.resolve(false);
