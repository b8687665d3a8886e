/** Everything that is due, gathered from the features and kept current. */
import { useEffect, useMemo, useState } from 'react';
import { hasRole } from '@shared/core/roles';
import { nowIso } from '../data/clock';
import { useDirectory } from '../data/directory';
import { onChange } from '../data/live';
import { today, useSession } from '../data/session';
import { inOrder, type TodayItem, type TodayPart } from '../ui/feature';
import { FEATURES } from './features';

const AGAIN_AFTER_MS = 30_000;
const NOTHING: TodayPart = { items: [] };

export interface TodayState {
  readonly loaded: boolean;
  readonly items: readonly TodayItem[];
  readonly parts: Readonly<Record<string, TodayPart>>;
  /** Lines per feature that are due or overdue. */
  readonly counts: Readonly<Record<string, number>>;
}

export function useToday(): TodayState {
  const roles = useSession(({ actor }) => actor?.roles);
  const settings = useDirectory((state) => state.settings);
  const [parts, setParts] = useState<Readonly<Record<string, TodayPart>>>({});
  const [loaded, setLoaded] = useState(false);

  useEffect(() => {
    let gone = false;
    const mine = FEATURES.filter(({ nav, today: source }) => source && hasRole(roles ?? [], nav.roles));
    const load = async (features: typeof mine): Promise<void> => {
      const context = { now: nowIso(), day: today(), settings, roles: roles ?? [] };
      const found = await Promise.all(
        features.map(async ({ id, today: source }) => [id, (await source?.(context)) ?? NOTHING] as const),
      );
      if (gone) return;
      setParts((current) => ({ ...current, ...Object.fromEntries(found) }));
      setLoaded(true);
    };
    void load(mine);
    const timer = setInterval(() => void load(mine), AGAIN_AFTER_MS);
    const stop = onChange(({ collection }) => {
      const touched = mine.filter(({ collections }) => collections.includes(collection));
      // After the row is painted: Today must not slow the saving down.
      if (touched.length > 0) setTimeout(() => void load(touched), 100);
    });
    return () => {
      gone = true;
      clearInterval(timer);
      stop();
    };
  }, [roles, settings]);

  return useMemo(() => {
    // After a change of person, parts of features the new one may not see are still there.
    const mine = Object.entries(parts).filter(([id]) =>
      FEATURES.some(({ id: known, nav }) => known === id && hasRole(roles ?? [], nav.roles)),
    );
    const items = inOrder(mine.flatMap(([, part]) => part.items));
    const counts = Object.fromEntries(
      mine.map(([id, part]) => [id, part.items.filter(({ level }) => level !== 'open').length]),
    );
    return { loaded, items, parts: Object.fromEntries(mine), counts };
  }, [parts, loaded, roles]);
}
