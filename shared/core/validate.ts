/** Shape checks of whole documents: the envelope by hand, the body by its kind's compiled JSON Schema. */
import type { CollectionName, Envelope } from './envelope';
import * as validators from './validators.generated';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

const envelopeChecks: Readonly<Record<keyof Omit<Envelope, 'body'>, (value: unknown) => boolean>> = {
  id: (value) => typeof value === 'string' && /^[\w:.-]{1,80}$/.test(value),
  kind: (value) => typeof value === 'string' && /^[a-zA-Z]{1,24}$/.test(value),
  // A word, or a ledger entry's place `A-000000123`.
  status: (value) => typeof value === 'string' && /^(?:[a-zA-Z]{1,24}|[A-Z0-9]{1,3}-\d{9,})$/.test(value),
  day: (value) => typeof value === 'string' && DAY.test(value),
  dueAt: (value) => typeof value === 'string' && (value === '9999' || INSTANT.test(value)),
  desk: (value) => typeof value === 'string' && /^[A-Z0-9]{1,3}$/.test(value),
  by: (value) => typeof value === 'string' && value.length >= 1 && value.length <= 80,
  at: (value) => typeof value === 'string' && INSTANT.test(value),
  ver: (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((count) => Number.isSafeInteger(count) && count > 0),
  key: (value) => typeof value === 'string' && value.length <= 80,
};

/** What is wrong with a document, as a short text for the log (paths, no values), or null. */
export function faultsOf(_collection: CollectionName, doc: Envelope): string | null {
  for (const [field, check] of Object.entries(envelopeChecks))
    if (!check(doc[field as keyof Envelope])) return `/${field}`;
  const validator = validators[doc.kind];
  if (!validator) return `no schema for kind ${doc.kind}`;
  if (validator(doc.body)) return null;
  const error = validator.errors?.[0];
  return `/body${error?.instancePath ?? ''} ${error?.keyword ?? ''}`;
}
