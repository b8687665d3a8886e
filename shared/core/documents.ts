/** New and changed documents with their log entry: what every command returns. */
import type { Context } from './command';
import { NEVER_DUE, type BodyBase, type Envelope, type FieldChange } from './envelope';

/** A new document of the directory, made by this act. */
export function newRecord<K extends string, B extends BodyBase>(
  id: string,
  kind: K,
  act: string,
  body: Omit<B, 'v' | 'log'>,
  context: Context,
): Omit<Envelope<K, 'active', B>, 'ver'> {
  const { actId, now, day, desk, actor } = context;
  const log = [{ id: actId, act, at: now, by: actor.id, desk }];
  return {
    id,
    kind,
    status: 'active',
    day,
    dueAt: NEVER_DUE,
    desk,
    by: actor.id,
    at: now,
    key: '',
    body: { ...body, v: 1, log } as unknown as B,
  };
}

/** Fields that differ between two bodies, for the log; personal fields only say that they changed. */
export function changesOf(before: object, after: object, fields: readonly string[]): readonly FieldChange[] {
  const left = before as Readonly<Record<string, unknown>>;
  const right = after as Readonly<Record<string, unknown>>;
  return fields
    .filter((field) => JSON.stringify(left[field]) !== JSON.stringify(right[field]))
    .map((field) => ({ field, from: left[field] ?? null, to: right[field] ?? null }));
}

/** A document after this act: new body fields, status, and one log entry more. */
export function changed<E extends Envelope>(
  doc: E,
  act: string,
  body: Partial<E['body']>,
  context: Context,
  options: { readonly status?: E['status']; readonly reason?: string; readonly dueAt?: string } = {},
): E {
  const { actId, now, desk, actor } = context;
  const changes = changesOf(doc.body, { ...doc.body, ...body }, Object.keys(body));
  const entry = {
    id: actId,
    act,
    at: now,
    by: actor.id,
    desk,
    ...(options.reason ? { reason: options.reason } : {}),
    ...(changes.length > 0 ? { changes } : {}),
  };
  return {
    ...doc,
    status: options.status ?? doc.status,
    dueAt: options.dueAt ?? doc.dueAt,
    body: { ...doc.body, ...body, log: [...(doc.body.log ?? []), entry] },
  };
}
