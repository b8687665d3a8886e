/**
 * Which fields of a record hold personal data, by kind, and the one way they are erased (DOMAIN §2). What a field says
 * about the matter (category, department, times, results, money) stays, so that figures do not change. Free text goes as
 * a whole, since nobody can tell what was written into it. Records of money are exempt and stand in no entry here.
 */
import type { BodyBase, Envelope, LogEntry } from '../core/envelope';
import type { SyncConflictBody } from '../sync/conflict';

/** Stands where a name or a text was. */
export const ERASED = '已删除';

/** Who erased a record and when; the erasure's own record has the same id. */
export interface ErasedMark {
  /** Id of the erasure. */
  readonly id: string;
  /** ISO instant. */
  readonly at: string;
  /** Staff id. */
  readonly by: string;
}

interface Personal {
  /** Paths whose text becomes `ERASED`; a list on the way means all its members, `list:type` those of one type. */
  readonly mark: readonly string[];
  /** Paths that become empty: numbers of a person, strokes of a signature. */
  readonly empty: readonly string[];
}

/** What every matter of the service side has. */
const MATTER: Personal = {
  mark: ['customer.name', 'summary', 'handOvers.reason'],
  empty: ['customer.phone', 'customer.memberNo'],
};

const matter = (mark: readonly string[], empty: readonly string[] = []): Personal => ({
  mark: [...MATTER.mark, ...mark],
  empty: [...MATTER.empty, ...empty],
});

const signature = (path: string): Personal => ({
  mark: [`${path}.name`],
  empty: [`${path}.strokes.strokes`],
});

/** By kind; a kind that is not here has no customer's personal data, or is kept by law. */
export const PERSONAL: Readonly<Record<string, Personal>> = {
  visit: {
    mark: [
      'name',
      'company',
      'host',
      'details',
      'remark',
      'transfer.answeredBy',
      'transfer.answer',
      'guardian.name',
      ...signature('guardian.signature').mark,
    ],
    empty: ['phone', 'plate', ...signature('guardian.signature').empty],
  },
  enquiry: matter(['answer', 'remark', 'attempts.note']),
  talk: matter(
    [
      'request',
      'customerSaid',
      'weSaid',
      'result',
      'unsignedReason',
      'decision.note',
      ...signature('signature').mark,
    ],
    signature('signature').empty,
  ),
  complaint: matter([
    'wanted',
    'reference.no',
    ...[
      'text',
      'place',
      'who',
      'ground',
      'reason',
      'compensation',
      'opinion',
      'note',
      'question',
      'what',
      'measure',
    ].map((field) => `events.${field}`),
    // Of a follow-up the result says how satisfied the customer was.
    'events:solved.result',
  ]),
  workOrder: matter([
    'parts.content',
    'parts.result',
    'parts.reason',
    'progress.text',
    'progress.toldBy',
    'extensions.reason',
    'extensions.toldBy',
    'extensions.note',
    'escalations.reason',
    'confirmations.note',
  ]),
  followUp: matter(['answer', 'opinion', 'attempts.note']),
  incident: {
    mark: ['reporter', 'people.name', 'people.role', 'calls.note'],
    empty: ['people.phone'],
  },
  foundItem: {
    mark: [
      'finder.name',
      'features.text',
      'owner.name',
      'owner.clue',
      'contacts.note',
      'remark',
      'events.note',
      'events.claim.features.text',
      'events.claim.name',
      'events.claim.behalf.owner',
      'events.claim.behalf.relation',
      'events.claim.behalf.authority',
      ...signature('events.signature').mark,
    ],
    empty: [
      'finder.phone',
      'owner.phone',
      'photos',
      'events.claim.phone',
      'events.claim.last4',
      ...signature('events.signature').empty,
    ],
  },
  lossReport: {
    mark: ['owner.name', 'features.text', 'remark', 'contacts.note'],
    empty: ['owner.phone'],
  },
  handover: { mark: ['lines.features', 'lines.remark'], empty: [] },
  customerOrder: { mark: ['name', 'remark'], empty: ['phone'] },
  customerFlag: { mark: ['name', 'reason'], empty: ['phone'] },
  customer: { mark: ['name'], empty: ['phone', 'into'] },
  // The file goes with the record that names it.
  photo: { mark: [], empty: [] },
  // The states it shows are erased one by one.
  syncConflict: { mark: ['note'], empty: [] },
  shiftLog: { mark: ['matters.title', 'overdue.title', 'overdue.detail', 'remark'], empty: [] },
  note: { mark: ['text'], empty: [] },
};

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function emptied(value: unknown): unknown {
  if (typeof value === 'string') return '';
  return Array.isArray(value) ? [] : null;
}

/** The value with what stands at the path replaced. What a colleague signed by PIN names nobody but staff. */
function replaced(value: unknown, path: readonly string[], by: (old: unknown) => unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return value === undefined ? value : by(value);
  if (Array.isArray(value)) return value.map((item: unknown) => replaced(item, path, by));
  const [name = '', type] = first.split(':');
  if (!isFields(value) || !Object.hasOwn(value, name) || value.mode === 'pin') return value;
  const below = value[name];
  const next =
    type !== undefined && Array.isArray(below)
      ? below.map((item: unknown) => (isFields(item) && item.type === type ? replaced(item, rest, by) : item))
      : replaced(below, rest, by);
  return { ...value, [name]: next };
}

const marked = (old: unknown): unknown => (typeof old === 'string' && old !== '' ? ERASED : old);

/** A log keeps who did what and when, and which field changed; not from what to what. */
const withoutValues = (log: readonly LogEntry[]): readonly LogEntry[] =>
  log.map((entry) => ({
    ...entry,
    ...(entry.reason === undefined ? {} : { reason: entry.reason === '' ? '' : ERASED }),
    ...(entry.changes === undefined
      ? {}
      : { changes: entry.changes.map(({ field }) => ({ field, from: null, to: null })) }),
  }));

/** The body without personal data. Erasing twice changes nothing. */
export function eraseBody<B extends BodyBase>(kind: string, body: B): B {
  const personal = Object.hasOwn(PERSONAL, kind) ? PERSONAL[kind] : undefined;
  if (!personal) return body;
  let next: unknown = body;
  for (const path of personal.mark) next = replaced(next, path.split('.'), marked);
  for (const path of personal.empty) next = replaced(next, path.split('.'), emptied);
  const erased = next as B;
  const pairs =
    kind === 'syncConflict'
      ? {
          pairs: (erased as unknown as SyncConflictBody).pairs.map((pair) => ({
            ...pair,
            kept: { ...bare(pair.kept) },
            other: { ...bare(pair.other) },
          })),
        }
      : {};
  return { ...erased, ...pairs, ...(erased.log ? { log: withoutValues(erased.log) } : {}) };
}

/** A record without personal data, its keys included, and without the mark. */
function bare<E extends Envelope>(doc: E): E {
  return {
    ...doc,
    // The key of a visit is its phone's digits.
    key: doc.kind === 'visit' ? '' : doc.key,
    status: doc.kind === 'photo' ? 'removed' : doc.status,
    body: eraseBody(doc.kind, doc.body),
  };
}

/** The mark of an erased record, or null. */
export function erasedMark(doc: Envelope): ErasedMark | null {
  return (doc.body as BodyBase & { readonly erased?: ErasedMark }).erased ?? null;
}

/** True when the personal data of the record was erased. */
export const isErased = (doc: Envelope): boolean => erasedMark(doc) !== null;

/** The record without personal data, marked; `ver` and log are its writer's to set. */
export function eraseDoc<E extends Envelope>(doc: E, mark: ErasedMark): E {
  const next = bare(doc);
  return { ...next, body: { ...next.body, erased: mark } };
}

/** What an act makes of a record that was erased before stays erased, whatever the act wrote into it. */
export function stayErased<E extends Envelope>(before: Envelope | undefined, doc: E): E {
  const mark = before ? erasedMark(before) : null;
  return mark ? eraseDoc(doc, mark) : doc;
}
