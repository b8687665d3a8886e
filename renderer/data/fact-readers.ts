/** The clerks who must read the facts of a new product, by the roster as it stands. */
import { useMemo } from 'react';
import type { Envelope } from '@shared/core/envelope';
import type { Staff } from '@shared/directory/schema';
import { factReaders, readersReads } from '@shared/products/facts';
import { useDirectory } from './directory';
import { useLive } from './live';
import { range } from './read';
import { today } from './session';

const rosterDocs = async (day: string): Promise<readonly Envelope[]> =>
  (
    await Promise.all(readersReads(day).map(({ index, from, to }) => range('roster', index, from, to)))
  ).flat();

/** As of now, for Today; nobody where products go on sale without (settings). */
export async function loadFactReaders(): Promise<readonly Staff[]> {
  const day = today();
  const { staff, settings } = useDirectory.getState();
  return settings.factsBeforeSale ? factReaders(staff, await rosterDocs(day), day) : [];
}

/** The same, following roster, staff and settings; all active clerks until the roster is read. */
export function useFactReaders(): readonly Staff[] {
  const staff = useDirectory((state) => state.staff);
  const needed = useDirectory(({ settings }) => settings.factsBeforeSale);
  const day = today();
  const live = useLive(() => rosterDocs(day), ['roster'], [day]);
  return useMemo(
    () => (needed ? factReaders(staff, live.state === 'ready' ? live.value : [], day) : []),
    [staff, live, day, needed],
  );
}
