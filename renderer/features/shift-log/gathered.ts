/** What a shift leaves open now, as signing off would keep it. */
import { deskState, gatherReads, openMatters, type Leaving } from '@shared/shift-log/gather';
import type { DeskState, LogMatter, OverdueLine } from '@shared/shift-log/schema';
import { loadBooks } from '../../data/books';
import { nowIso } from '../../data/clock';
import { useDirectory } from '../../data/directory';
import { useLive, type LiveState } from '../../data/live';
import { loadReads } from '../../data/load-reads';
import { today, useSession } from '../../data/session';
import { todayLines } from '../../ui/today-lines';

export interface Gathered {
  readonly matters: readonly LogMatter[];
  readonly state: DeskState;
  readonly overdue: readonly OverdueLine[];
}

async function gather(desk: string): Promise<Gathered> {
  const { actor } = useSession.getState();
  const { settings } = useDirectory.getState();
  const leaving: Leaving = { staff: actor?.id ?? '', desk, day: today(), now: nowIso() };
  const books = await loadBooks();
  const [loaded, lines] = await Promise.all([
    loadReads(gatherReads(leaving, books)),
    todayLines({ now: leaving.now, day: leaving.day, settings, roles: actor?.roles ?? [] }, 'shiftLog'),
  ]);
  return {
    matters: openMatters(loaded, leaving),
    state: deskState(loaded, leaving, books),
    overdue: lines.filter(({ level }) => level === 'overdue').map(({ title, detail }) => ({ title, detail })),
  };
}

/** Follows every change while the form is open. */
export function useGathered(desk: string): LiveState<Gathered> {
  const me = useSession(({ actor }) => actor?.id ?? '');
  return useLive(
    () => gather(desk),
    ['tickets', 'visits', 'lostItems', 'ledger', 'stockDocuments'],
    [desk, me],
  );
}
