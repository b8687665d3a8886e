/** Takes private fields out of a record by their names, wherever they stand in it, its log of changes included. */
import type { CollectionName, Envelope } from '../core/envelope';

/** Kinds of fields that not every role needs. */
export type Private = 'phone' | 'plate' | 'identity' | 'signature' | 'hidden';

/** Names of the fields. A signature keeps who, when and how; its strokes go. */
const FIELDS: Readonly<Record<string, Private>> = {
  phone: 'phone',
  plate: 'plate',
  last4: 'identity',
  strokes: 'signature',
};

type Json = string | number | boolean | null | undefined | readonly Json[] | { readonly [key: string]: Json };

const isRecord = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What stands in a field instead: a text is emptied, of strokes the pad stays. */
function emptied(value: Json): Json {
  if (typeof value === 'string') return '';
  if (Array.isArray(value)) return [];
  if (isRecord(value)) return 'strokes' in value ? { ...value, strokes: [] } : null;
  return null;
}

function without(value: Json, keeps: ReadonlySet<Private>): Json {
  // Marks that test a claimant stand in a list, each with its sign.
  if (Array.isArray(value))
    return value
      .filter((item: Json) => keeps.has('hidden') || !isRecord(item) || item.hidden !== true)
      .map((item: Json) => without(item, keeps));
  if (!isRecord(value)) return value;
  const isHidden = (name: string): boolean => {
    const group = Object.hasOwn(FIELDS, name) ? FIELDS[name] : undefined;
    return group !== undefined && !keeps.has(group);
  };
  // A line of the log names the field whose old and new value it holds.
  const isChange = typeof value.field === 'string' && isHidden(value.field);
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      isHidden(name) || (isChange && (name === 'from' || name === 'to'))
        ? emptied(member)
        : without(member, keeps),
    ]),
  );
}

/** The record without the private fields that are not kept. */
export function withoutPrivate(
  collection: CollectionName,
  doc: Envelope,
  keeps: ReadonlySet<Private>,
): Envelope {
  return {
    ...doc,
    // The key of a visit is its phone's digits.
    key: collection === 'visits' && !keeps.has('phone') ? '' : doc.key,
    body: without(doc.body as unknown as Json, keeps) as unknown as Envelope['body'],
  };
}
