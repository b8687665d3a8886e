/** A workflow record's own log (DOMAIN §2): what changed, by whom, when, why. */
import type { Context } from './command';
import type { BodyBase, FieldChange, LogEntry } from './envelope';

/** The body with one more log entry of the act at hand. `act` is the command's type. */
export function withLog<B extends BodyBase>(
  body: B,
  context: Context,
  act: string,
  why: Pick<LogEntry, 'reason' | 'changes'> = {},
): B {
  const entry: LogEntry = {
    id: context.actId,
    act,
    at: context.now,
    by: context.actor.id,
    desk: context.desk,
    ...why,
  };
  return { ...body, log: [...(body.log ?? []), entry] };
}

/** The named fields that differ between two states, in the order given. Values are compared as JSON. */
export function changesBetween<T extends object>(
  before: T,
  after: T,
  fields: readonly (keyof T & string)[],
): readonly FieldChange[] {
  return fields
    .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map((field) => ({ field, from: before[field] ?? null, to: after[field] ?? null }));
}
