/** One count with its lines and the ledger behind them, kept current from change events. */
import { useMemo, useState } from 'react';
import { groundOf, justBefore, readsSince } from '@shared/counts/book';
import { canCheck, moneyCheck, type MoneyCheck } from '@shared/counts/money-check';
import { isHidden, rowsOf, type CountRow } from '@shared/counts/rows';
import type { Count, CountLine } from '@shared/counts/schema';
import type { Envelope } from '@shared/core/envelope';
import { addDays } from '@shared/core/time';
import type { Books } from '@shared/ledger/books';
import type { Cut, LedgerEntry } from '@shared/ledger/schema';
import { today } from '../../data/session';
import { useBesideBooks } from '../../data/beside-books';
import { useDirectory } from '../../data/directory';
import { useLiveOf, type Change } from '../../data/live';
import { byIds, range } from '../../data/read';

/** Every entry beyond a cut. */
export async function entriesSince(cut: Cut, books: Books): Promise<readonly LedgerEntry[]> {
  const lists = await Promise.all(
    readsSince(cut, books).map(({ collection, index, from, to }) =>
      range<LedgerEntry>(collection, index, from, to),
    ),
  );
  return lists.flat();
}

const withDocs = <E extends Envelope>(list: readonly E[], docs: readonly Envelope[]): readonly E[] => [
  ...new Map([...list, ...(docs as readonly E[])].map((doc) => [doc.id, doc])).values(),
];

interface Stored {
  readonly count: Count | null;
  readonly lines: readonly CountLine[];
}

export async function loadStored(id: string): Promise<Stored> {
  const [[count], lines] = await Promise.all([
    byIds<Count>('stockDocuments', [id]),
    range<CountLine>('stockDocuments', 'key', [id], [id]),
  ]);
  return { count: count ?? null, lines };
}

function patched(id: string, { count, lines }: Stored, { docs }: Change): Stored {
  return {
    count: (docs.find((doc) => doc.id === id) as Count | undefined) ?? count,
    lines: withDocs(
      lines,
      docs.filter(({ key }) => key === id),
    ),
  };
}

export interface CountState {
  readonly state: 'loading' | 'ready' | 'failed';
  readonly count: Count | null;
  readonly lines: readonly CountLine[];
  readonly rows: readonly CountRow[];
}

const NONE: CountState = { state: 'loading', count: null, lines: [], rows: [] };

export function useCount(id: string): CountState {
  const settings = useDirectory((directory) => directory.settings);
  const stored = useLiveOf(
    () => loadStored(id),
    ['stockDocuments'],
    [id],
    (value, change) => patched(id, value, change),
  );
  const count = stored.state === 'ready' ? stored.value.count : null;
  // An approved count shows what was frozen; its day may lie years back.
  const open = count?.status === 'counting' || count?.status === 'submitted';
  // What was read for an open one stays when it is approved: the sheet under somebody's hands must not blink.
  const [opened, setOpened] = useState('');
  if (open && opened !== id) setOpened(id);
  const since = useBesideBooks<readonly LedgerEntry[]>(
    async (books) => (count && open ? entriesSince(count.body.opening, books) : []),
    [id, String(opened === id)],
    withDocs,
  );
  return useMemo(() => {
    if (stored.state === 'failed' || since.state === 'failed') return { ...NONE, state: 'failed' as const };
    if (stored.state === 'loading' || since.state === 'loading') return NONE;
    const { lines } = stored.value;
    const ground = groundOf(since.value.books, since.value.value, id);
    const rows = count ? rowsOf(count, lines, ground, settings) : [];
    return { state: 'ready' as const, count, lines, rows };
  }, [id, stored, since, count, settings]);
}

/** Opening time of the count before; `{}` for the first. */
export async function previousOpening({ body }: Count): Promise<{ readonly no: string; readonly cut: Cut }> {
  const [previous] = body.previous === '' ? [] : await byIds<Count>('stockDocuments', [body.previous]);
  return { no: previous?.body.no ?? '', cut: previous?.body.opening ?? {} };
}

/** Days for which the check is worked out anew; it reads everything since. Older ones stand on the sheets kept in the archive. */
const CHECKED_DAYS = 62;

/** True for a count whose check is not worked out any more. */
export const isOld = ({ day }: Count): boolean => day < addDays(today(), -CHECKED_DAYS);

/** The count before, and every entry since. */
interface Behind {
  readonly no: string;
  readonly cut: Cut;
  readonly entries: readonly LedgerEntry[];
}

/** Quantity against money, or null while it must not be shown or cannot be worked out. */
export function useMoneyCheck({
  count,
  lines,
}: CountState): { readonly no: string; readonly check: MoneyCheck } | null {
  const wanted =
    count?.body.type === 'morning' &&
    count.status !== 'void' &&
    !isOld(count) &&
    !isHidden(count) &&
    canCheck(count, lines);
  const live = useBesideBooks<Behind | null>(
    async (books) => {
      if (!count || !wanted) return null;
      const { no, cut } = await previousOpening(count);
      return { no, cut, entries: await entriesSince(justBefore(cut), books) };
    },
    [count?.id ?? '', String(wanted)],
    (value, docs) => value && { ...value, entries: withDocs(value.entries, docs) },
  );
  return useMemo(() => {
    if (live.state !== 'ready' || !live.value.value || !count || !wanted) return null;
    const { books, value } = live.value;
    const { no, cut, entries } = value;
    return {
      no,
      check: moneyCheck({
        count,
        lines,
        books,
        from: cut,
        entries,
        ground: groundOf(books, entries, count.id),
      }),
    };
  }, [live, count, lines, wanted]);
}
