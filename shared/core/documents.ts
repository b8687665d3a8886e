/** New and changed documents with their log entry: what every command returns. */
import type { Context } from './command';
import { NEVER_DUE, type BodyBase, type Envelope } from './envelope';
import { changesBetween, withLog } from './log';

/** A new document of the directory, made by this act. */
export function newRecord<K extends string, B extends BodyBase>(
  id: string,
  kind: K,
  act: string,
  body: Omit<B, 'v' | 'log'>,
  context: Context,
): Omit<Envelope<K, 'active', B>, 'ver'> {
  const { now, day, desk, actor } = context;
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
    body: withLog({ ...body, v: 1 } as unknown as B, context, act),
  };
}

/** A document after this act: new body fields, status, and one log entry more. */
export function changed<E extends Envelope>(
  doc: E,
  act: string,
  body: Partial<E['body']>,
  context: Context,
  options: { readonly status?: E['status']; readonly reason?: string; readonly dueAt?: string } = {},
): E {
  const next: E['body'] = { ...doc.body, ...body };
  const changes = changesBetween<E['body']>(
    doc.body,
    next,
    Object.keys(body) as (keyof E['body'] & string)[],
  );
  const why = {
    ...(options.reason ? { reason: options.reason } : {}),
    ...(changes.length > 0 ? { changes } : {}),
  };
  return {
    ...doc,
    status: options.status ?? doc.status,
    dueAt: options.dueAt ?? doc.dueAt,
    body: withLog(next, context, act, why),
  };
}
