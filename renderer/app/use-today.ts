/** Everything that is due, gathered from the features and kept current. */
import { useEffect, useMemo, useState } from 'react';
import { hasRole, type Role } from '@shared/core/roles';
import { nowIso } from '../data/clock';
import { useDirectory } from '../data/directory';
import { onChange } from '../data/live';
import { logFault } from '../data/faults';
import { today, useSession } from '../data/session';
import { inOrder, type Feature, type TodayItem, type TodayPart } from '../ui/feature';
import { t } from '../ui/i18n';
import { FEATURES } from './features';

const AGAIN_AFTER_MS = 30_000;
/** The page is painted and takes input before the slower lines are worked out. */
const LATER_MS = 300;
const NO_ROLES: readonly Role[] = [];

export interface TodayState {
  readonly loaded: boolean;
  readonly items: readonly TodayItem[];
  readonly parts: Readonly<Record<string, TodayPart>>;
  /** Lines per feature that are due or overdue. */
  readonly counts: Readonly<Record<string, number>>;
}

/** The features whose lines a person of these roles sees. */
const sourcesFor = (roles: readonly Role[]): readonly Feature[] =>
  FEATURES.filter(({ nav, today: source }) => source && hasRole(roles, nav.roles));

/** What stands on Today when a feature's records cannot be read: never nothing, as if nothing were due. */
function failedPart({ id, nav }: Feature): TodayPart {
  const item: TodayItem = {
    id: `failed:${id}`,
    level: 'overdue',
    title: t('app.todayFailed', { page: t(nav.label) }),
    detail: t('ui.failed'),
    until: '',
    dueAt: '',
    action: { label: t('app.open'), path: nav.path },
  };
  return { items: [item] };
}

export function useToday(): TodayState {
  const roles = useSession(({ actor }) => actor?.roles) ?? NO_ROLES;
  const settings = useDirectory((state) => state.settings);
  const [parts, setParts] = useState<Readonly<Record<string, TodayPart>>>({});
  const [laters, setLaters] = useState<Readonly<Record<string, readonly TodayItem[]>>>({});

  useEffect(() => {
    let gone = false;
    const runs = new Map<string, number>();
    const mine = sourcesFor(roles);
    const load = async (feature: Feature): Promise<void> => {
      const run = (runs.get(feature.id) ?? 0) + 1;
      runs.set(feature.id, run);
      const part = await feature
        .today?.({ now: nowIso(), day: today(), settings, roles })
        .catch((error: unknown) => {
          logFault(`today.${feature.id}`, error);
          return failedPart(feature);
        });
      // A slower, older answer must not cover a newer one.
      const isNewest = (): boolean => !gone && runs.get(feature.id) === run;
      if (!part || !isNewest()) return;
      setParts((current) => ({ ...current, [feature.id]: part }));
      setTimeout(() => {
        if (!isNewest()) return;
        const asked = part.later?.() ?? Promise.resolve([]);
        asked.then(
          (items) => {
            if (isNewest()) setLaters((current) => ({ ...current, [feature.id]: items }));
          },
          (error: unknown) => logFault(`today.${feature.id}`, error),
        );
      }, LATER_MS);
    };
    const loadAll = (): void => {
      for (const feature of mine) void load(feature);
    };
    loadAll();
    const timer = setInterval(loadAll, AGAIN_AFTER_MS);
    const stop = onChange(({ collection }) => {
      const touched = mine.filter(({ collections }) => collections.includes(collection));
      // After the row is painted: Today must not slow the saving down.
      for (const feature of touched) setTimeout(() => void load(feature), 100);
    });
    return () => {
      gone = true;
      clearInterval(timer);
      stop();
    };
  }, [roles, settings]);

  return useMemo(() => {
    // After a change of person, parts of features the new one may not see are still there.
    const sources = sourcesFor(roles);
    const mine = sources.flatMap(({ id }) => {
      const part = parts[id];
      return part ? [[id, part] as const] : [];
    });
    const items = inOrder(mine.flatMap(([id, part]) => [...part.items, ...(laters[id] ?? [])]));
    const counts = Object.fromEntries(
      mine.map(([id, part]) => [id, part.items.filter(({ level }) => level !== 'open').length]),
    );
    return { loaded: mine.length === sources.length, items, parts: Object.fromEntries(mine), counts };
  }, [parts, laters, roles]);
}
