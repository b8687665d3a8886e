/**
 * `month.close`: freezes the month's lines and its cut, the last entry of each desk it holds (DESIGN §2).
 * Records that come later with a date in it are 补记 of the next open month.
 */
import { accept, refuse, type Command, type Context, type Loaded, type Refusal } from '../core/command';
import type { Envelope } from '../core/envelope';
import { Checks } from '../core/field-checks';
import type { Desk } from '../directory/schema';
import { booksOf } from '../ledger/books';
import { newEntry, placeOf } from '../ledger/entry';
import type { Cut, LedgerEntry, MonthClose, MonthReopen } from '../ledger/schema';
import type { Product } from '../products/schema';
import { monthCountOf } from './count';
import {
  closesSince,
  countsIn,
  denseUpTo,
  isMonth,
  lateOf,
  monthOfDay,
  nextRound,
  previousMonth,
  standingCloses,
} from './months';
import { closingOf, isKnown, lastDayOf, monthLines } from './report';
import { declarationId, NOTE_MAX, treatmentsId, type MonthDeclaration, type MonthTreatments } from './schema';

export interface CloseMonth {
  readonly month: string;
  readonly round: number;
  /** The previous month's close; null when this is the first month with entries. */
  readonly previous: { readonly round: number; readonly cut: Cut } | null;
  /** Every desk that has entries or stands in the directory. */
  readonly desks: readonly string[];
  /** Id of the approved month-end count, or ''; without one `note` says why. */
  readonly count: string;
  /** Desks that finance closes without their declaration. */
  readonly silent: readonly string[];
  readonly note: string;
}

export const closeMonth: Command<CloseMonth> = {
  type: 'month.close',
  roles: ['finance'],
  books: true,
  reads: ({ month, previous, desks, count }) => [
    ...closesSince(previousMonth(month)),
    { name: 'entries', collection: 'ledger', index: 'day', from: [month], to: [`${month}-99`] },
    ...(previous
      ? []
      : [
          {
            name: 'earlier',
            collection: 'ledger',
            index: 'day',
            from: ['0'],
            to: [`${previousMonth(month)}-99`],
          } as const,
        ]),
    ...desks.map((desk) => ({
      name: `desk ${desk}`,
      collection: 'ledger' as const,
      index: 'status' as const,
      // ':' sorts right after the digits.
      from: [placeOf(desk, (previous?.cut[desk] ?? 0) + 1)],
      to: [`${desk}-:`],
    })),
    { name: 'desks', collection: 'directory', index: 'kind', from: ['desk'], to: ['desk'] },
    { name: 'products', collection: 'products', index: 'kind', from: ['product'], to: ['product'] },
    { name: 'declared', collection: 'stockDocuments', ids: desks.map((desk) => declarationId(month, desk)) },
    { name: 'treatments', collection: 'stockDocuments', ids: [treatmentsId(month)] },
    { name: 'count', collection: 'stockDocuments', ids: count === '' ? [] : [count] },
  ],
  decide: (input, loaded, context) => {
    const refusals = faultsOfMonth(input, loaded, context);
    if (refusals.length > 0) return refuse(...refusals);
    const { month, round, silent } = input;
    const checks = new Checks();
    const count = monthCountOf(loaded.count?.[0], month);
    if (input.count !== '' && !count) checks.refuse('count', 'countNotApproved');
    const note = checks.text('note', input.note, { max: NOTE_MAX });
    if (input.count === '' && note === '') checks.refuse('note', 'closeWithoutCount');
    const before = standingCloses(marksOf(loaded)).get(previousMonth(month)) ?? null;
    const cut = cutOf(input, loaded);
    for (const code of undeclared(input, loaded, context, cut))
      if (!silent.includes(code)) checks.refuse('silent', 'deskSilent', { desk: code });
    if (checks.refusals.length > 0) return refuse(...checks.refusals);
    const entries = entriesIn(loaded).filter(
      (entry) => countsIn(entry, month, before?.body.cut ?? null) && entry.body.n <= (cut[entry.desk] ?? 0),
    );
    const products = (loaded.products ?? []) as readonly Product[];
    // Frozen lines without them would be wrong for good.
    if (!isKnown(entries, products)) return refuse({ code: 'productsMissing' });
    const treatments = (loaded.treatments?.[0] as MonthTreatments | undefined)?.body.texts ?? {};
    const lines = monthLines({
      month,
      opening: before ? closingOf(before.body.lines) : {},
      entries,
      products,
      count,
      categories: context.settings.productCategories,
      treatments,
    });
    const entry = newEntry(
      `close:${month}:${round}`,
      'monthClose',
      'month.close',
      {
        month,
        round,
        cut,
        entries: entries.filter(({ day }) => monthOfDay(day) === month).length,
        count: count?.mark ?? null,
        lines,
        late: lateOf(month, entries),
        silent: undeclared(input, loaded, context, cut),
        taxPercent: context.settings.taxPercent,
        note,
      },
      context,
    );
    return accept({ collection: 'ledger', doc: entry });
  },
};

function marksOf(loaded: Loaded): readonly (MonthClose | MonthReopen)[] {
  return [...(loaded.monthClose ?? []), ...(loaded.monthReopen ?? [])] as (MonthClose | MonthReopen)[];
}

/** Why the month cannot be closed at all, or not as it was seen on the page. */
function faultsOfMonth(input: CloseMonth, loaded: Loaded, context: Context): readonly Refusal[] {
  const { month, round, previous, desks } = input;
  if (!isMonth(month)) return [{ field: 'month', code: 'badMonth' }];
  if (context.day < lastDayOf(month)) return [{ field: 'month', code: 'monthNotOver' }];
  const marks = marksOf(loaded);
  const standing = standingCloses(marks);
  if (standing.has(month)) return [{ code: 'monthClosed' }];
  if (round !== nextRound(marks, month)) return [{ code: 'monthChanged' }];
  const before = standing.get(previousMonth(month));
  if (previous ? !before : (loaded.earlier ?? []).some(isEntry))
    return [{ code: 'earlierMonthOpen', params: { month: previousMonth(month) } }];
  const { sessions, seen } = booksOf(context);
  const known = [
    ...((loaded.desks ?? []) as readonly Desk[])
      .filter(({ status }) => status === 'active')
      .map(({ body }) => body.code),
    ...Object.keys(seen),
  ];
  if (previous && before && (before.body.round !== previous.round || !sameCut(before.body.cut, previous.cut)))
    return [{ code: 'monthChanged' }];
  if (known.some((code) => !desks.includes(code))) return [{ code: 'monthChanged' }];
  const open = Object.values(sessions).filter(
    (session) => session.opened && session.closedAt === '' && session.day <= lastDayOf(month),
  );
  return open.map(({ no }) => ({ code: 'sessionStillOpen', params: { no } }));
}

function sameCut(a: Cut, b: Cut): boolean {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((desk) => a[desk] === b[desk]);
}

/** A test's desk keeps all records in one place; a day's range there holds more than entries. */
const isEntry = (doc: Envelope): doc is LedgerEntry => 'n' in doc.body;

/** Everything loaded that may count, each once. */
function entriesIn(loaded: Loaded): readonly LedgerEntry[] {
  const lists = Object.entries(loaded).filter(([name]) => name === 'entries' || name.startsWith('desk '));
  return [...new Map(lists.flatMap(([, docs]) => docs.filter(isEntry).map((doc) => [doc.id, doc]))).values()];
}

/** Per desk the last entry before the first gap, so that nothing that still comes can belong below it. */
function cutOf({ desks, previous }: CloseMonth, loaded: Loaded): Cut {
  return Object.fromEntries(
    desks.map((desk) => [
      desk,
      denseUpTo(desk, previous?.cut[desk] ?? 0, (loaded[`desk ${desk}`] ?? []) as readonly LedgerEntry[]),
    ]),
  );
}

/** Desks other than this one without a declaration, or whose declared entries have not all arrived. */
function undeclared({ desks }: CloseMonth, loaded: Loaded, context: Context, cut: Cut): readonly string[] {
  const declared = new Map(
    ((loaded.declared ?? []) as readonly MonthDeclaration[]).map(({ desk, body }) => [desk, body.upTo]),
  );
  return desks.filter(
    (desk) =>
      desk !== context.desk && !((declared.get(desk) ?? Number.POSITIVE_INFINITY) <= (cut[desk] ?? 0)),
  );
}
