/** `lostItem.import`: a part of a paper 遗留物品登记表 as one act, whole or not at all (leads and administrators). */
import { accept, refuse, type Command, type Context, type Refusal } from '../core/command';
import { Checks } from '../core/field-checks';
import type { ImportMark } from '../core/imported';
import { withLog } from '../core/log';
import { keptSince } from '../core/retention';
import { IMPORT_ROLES } from '../core/roles';
import { businessDay } from '../core/time';
import { fill } from '../messages/fill';
import { lostProperty as words } from '../messages/zh-CN/lost-property';
import { ARCHIVE_NO_MAX, type Signature } from '../signatures/signature';
import { restated } from './custody';
import { checkFound, type FoundFields } from './found-fields';
import { LIMITS, type CustodyEvent, type FoundItem, type FoundItemBody } from './schema';
import { readLost } from './state';

/** Where the paper says the item went. */
export interface PaperEnd {
  readonly status: 'held' | 'claimed' | 'handedOver' | 'disposed';
  /** ISO instant; '' while it is held. */
  readonly at: string;
  readonly claimant: string;
  readonly claimantPhone: string;
  readonly last4: string;
  /** What was done with it, for `disposed`. */
  readonly result: string;
}

/** One row of the paper register. */
export interface ImportedItem {
  readonly id: string;
  /** Row of the file. */
  readonly line: number;
  /** Number in the paper register, or ''. */
  readonly no: string;
  readonly fields: FoundFields;
  readonly end: PaperEnd;
}

export interface ImportItems extends Pick<ImportMark, 'batch' | 'file'> {
  readonly rows: readonly ImportedItem[];
}

const ACT = 'lostItem.import';

/** The sheet a handing over on paper is said to stand on: there is none among the records. */
const PAPER_SHEET = 'paper';

/** What makes two items the same: what was found where on which day, or the number in the paper register. */
export function itemPrints(
  { name, place, foundAt }: Pick<FoundItemBody, 'name' | 'place' | 'foundAt'>,
  no: string,
): readonly string[] {
  const plain = (text: string): string => text.replace(/\s/gu, '');
  const what = `${foundAt.slice(0, 16)} ${plain(name)} ${plain(place)}`;
  return no === '' ? [what] : [what, `№ ${no}`];
}

/** The prints of a stored item; a void one stands in nobody's way. */
export function printsOfItem({ status, body }: FoundItem): readonly string[] {
  return status === 'void' ? [] : itemPrints(body, body.imported?.no ?? '');
}

function endEvents(
  checks: Checks,
  { status, at, claimant, claimantPhone, last4, result }: PaperEnd,
  part: Pick<FoundItemBody, 'quantity' | 'features'>,
  signedBy: (name: string, at: string) => Signature,
  context: Context,
): readonly CustodyEvent[] {
  if (status === 'held') return [];
  const base = { at, by: context.actor.id, desk: context.desk, second: null, quantity: part.quantity };
  if (status === 'claimed') {
    const name = checks.text('claimant', claimant, { max: LIMITS.person, required: true });
    const phone = checks.phone('claimantPhone', claimantPhone);
    if (!/^[0-9A-Z]{4}$/.test(last4)) checks.refuse('last4', 'paperLast4');
    const claim = {
      features: part.features,
      identity: 'document',
      name,
      phone,
      documentType: 'other',
      last4,
      under14: false,
      behalf: null,
      report: '',
    } as const;
    return [{ ...base, id: `${context.actId}.end`, type: 'claimed', claim, signature: signedBy(name, at) }];
  }
  const over: CustodyEvent = {
    ...base,
    id: `${context.actId}.over`,
    type: 'handedOver',
    handover: PAPER_SHEET,
  };
  if (status === 'handedOver') return [over];
  const destination = checks.text('result', result, { max: LIMITS.destination, required: true });
  return [
    over,
    { ...base, id: `${context.actId}.end`, type: 'disposed', ground: 'other', destination, early: false },
  ];
}

/** An item of the paper register as a record: found on its own day, where it is now by its events. */
export function itemOf(
  { id, line, no, fields, end }: ImportedItem,
  { batch, file }: Pick<ImportMark, 'batch' | 'file'>,
  context: Context,
):
  | { readonly ok: true; readonly doc: Omit<FoundItem, 'ver'> }
  | { readonly ok: false; readonly refusals: readonly Refusal[] } {
  const { desk, actor, now, settings } = context;
  const checks = new Checks();
  const part = checkFound(checks, fields, context);
  const day = part.foundAt === '' ? '' : businessDay(part.foundAt, settings.cutOffHour);
  const oldest = keptSince(context.day, settings.retentionMonths);
  if (day !== '' && day < oldest) checks.refuse('day', 'paperTooOld', { day: oldest });
  if (end.at !== '' && end.at < part.foundAt) checks.refuse('goneDay', 'paperGoneBefore');
  if (end.at > now) checks.refuse('goneDay', 'inFuture');
  // Signed in the paper register, which is kept: nothing waits to be filed.
  const archiveNo = [...(no || fill(words.paperRow, { row: line }))].slice(0, ARCHIVE_NO_MAX).join('');
  const signedBy = (name: string, at: string): Signature => ({ mode: 'paper', name, at, archiveNo });
  const events: CustodyEvent[] = [
    {
      id: context.actId,
      at: part.foundAt,
      by: actor.id,
      desk,
      second: null,
      type: 'received',
      signature: signedBy(part.finder.name, part.foundAt),
    },
    ...endEvents(checks, end, part, signedBy, context),
  ];
  if (checks.refusals.length > 0) return { ok: false, refusals: checks.refusals };
  const body: FoundItemBody = {
    ...withLog<FoundItemBody>({ v: 1, ...part, photos: [], contacts: [], events }, context, ACT),
    imported: { batch, file, row: line, no },
  };
  const item: FoundItem = {
    id,
    kind: 'foundItem',
    status: 'held',
    day,
    dueAt: '',
    desk,
    by: actor.id,
    at: now,
    key: '',
    ver: {},
    body,
  };
  return { ok: true, doc: restated(item, body, settings) };
}

/** Rows that came into the register since the preview are passed over. Refusals carry the file's row as their field. */
export const importItems: Command<ImportItems> = {
  type: ACT,
  roles: IMPORT_ROLES,
  reads: ({ rows }, { settings }) => {
    const days = rows.map(({ fields }) => businessDay(fields.foundAt, settings.cutOffHour)).sort();
    return [
      readLost('self', ...rows.map(({ id }) => id)),
      {
        name: 'days',
        collection: 'lostItems',
        index: 'day',
        from: [days[0] ?? ''],
        to: [days.at(-1) ?? ''],
      },
    ];
  },
  decide: ({ rows, batch, file }, loaded, context) => {
    const stored = new Set(
      (loaded.days ?? [])
        .filter((doc): doc is FoundItem => doc.kind === 'foundItem')
        .flatMap((item) => printsOfItem(item)),
    );
    const made = rows.map((row) => ({ row, ...itemOf(row, { batch, file }, context) }));
    const refusals = made.flatMap((one) =>
      one.ok ? [] : one.refusals.map((refusal) => ({ ...refusal, field: String(one.row.line) })),
    );
    if (refusals.length > 0) return refuse(...refusals);
    return accept(
      ...made
        .flatMap((one) => (one.ok ? [one.doc] : []))
        .filter(({ body }) => !itemPrints(body, body.imported?.no ?? '').some((print) => stored.has(print)))
        .map((doc) => ({ collection: 'lostItems' as const, doc, number: 'lostItem' as const })),
    );
  },
};
