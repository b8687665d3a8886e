/** Everything that is due, gathered from the features and kept current. */
import { useEffect, useMemo, useState } from 'react';
import { hasRole, type Role } from '@shared/core/roles';
import { nowIso } from '../data/clock';
import { useDirectory } from '../data/directory';
import { onChange } from '../data/live';
import { logFault } from '../data/faults';
import { today, useSession } from '../data/session';
import {
  inOrder,
  mostPressing,
  type Feature,
  type TodayContext,
  type TodayItem,
  type TodayPart,
} from '../ui/feature';
import { t } from '../ui/first-words';
import { onLookAgain } from '../ui/look-again';
import { FEATURES } from './features';

const AGAIN_AFTER_MS = 30_000;
/** After the row is painted: Today must not slow the saving down; and what one saving writes is read once. */
const AFTER_CHANGE_MS = 100;
/** The page is painted and takes input before the slower lines are worked out. */
const LATER_MS = 300;
const NO_ROLES: readonly Role[] = [];

export interface TodayState {
  /** The first page's parts are there. */
  readonly loaded: boolean;
  /** So are the lines that take longer. */
  readonly complete: boolean;
  readonly items: readonly TodayItem[];
  /** What is to do, with what stands in no line of its own. */
  readonly total: number;
  readonly parts: readonly TodayPart[];
  /** Lines per feature that are due or overdue. */
  readonly counts: Readonly<Record<string, number>>;
}

/** The features whose lines a person of these roles sees. */
const sourcesFor = (roles: readonly Role[]): readonly Feature[] =>
  FEATURES.filter(({ nav, today: quick, todayLater }) => (quick || todayLater) && hasRole(roles, nav.roles));

/** What stands on Today when a feature's records cannot be read: never nothing, as if nothing were due. */
function failedItem({ id, nav }: Feature): TodayItem {
  return {
    id: `failed:${id}`,
    level: 'overdue',
    title: t('app.todayFailed', { page: t(nav.label) }),
    detail: t('ui.failed'),
    until: '',
    dueAt: '',
    action: { label: t('app.open'), path: nav.path },
  };
}

/** The line that stands for the rest of a feature's. */
function moreItem({ id, nav }: Feature, first: TodayItem, count: number): TodayItem {
  return {
    ...first,
    id: `more:${id}`,
    title: t('app.todayMore', { page: t(nav.label), count }),
    detail: t('app.todayMoreDetail', { title: first.title }),
    mine: false,
    action: { label: t('app.open'), path: nav.path },
  };
}

function linesOf(feature: Feature, items: readonly TodayItem[]): readonly TodayItem[] {
  const { shown, rest } = mostPressing(items);
  const [first] = rest;
  return first ? [...shown, moreItem(feature, first, rest.length)] : shown;
}

type Parts = Readonly<Record<string, TodayPart>>;

export function useToday(): TodayState {
  const roles = useSession(({ actor }) => actor?.roles) ?? NO_ROLES;
  const settings = useDirectory((state) => state.settings);
  const [quick, setQuick] = useState<Parts>({});
  const [later, setLater] = useState<Parts>({});

  useEffect(() => {
    let gone = false;
    const mine = sourcesFor(roles);
    const runs = new Map<string, number>();
    const keep = async (
      feature: Feature,
      set: typeof setQuick,
      work: (context: TodayContext) => Promise<TodayPart>,
    ): Promise<void> => {
      const key = `${set === setQuick ? 'quick' : 'later'}:${feature.id}`;
      const run = (runs.get(key) ?? 0) + 1;
      runs.set(key, run);
      const part = await work({ now: nowIso(), day: today(), settings, roles }).catch((error: unknown) => {
        logFault(`today.${feature.id}`, error);
        return { items: [failedItem(feature)] };
      });
      // A slower, older answer must not cover a newer one.
      if (!gone && runs.get(key) === run) set((current) => ({ ...current, [feature.id]: part }));
    };
    const load = async (features: readonly Feature[]): Promise<void> => {
      await Promise.all(
        features.flatMap((feature) => {
          const source = feature.today;
          return source ? [keep(feature, setQuick, source)] : [];
        }),
      );
      await new Promise((resolve) => setTimeout(resolve, LATER_MS));
      for (const feature of gone ? [] : features) {
        const source = feature.todayLater;
        if (!source) continue;
        void keep(feature, setLater, async (context) => ({
          items: await (await source()).default(context),
        }));
      }
    };
    const touched = new Set<Feature>();
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const loadTouched = (): void => {
      waiting = undefined;
      void load([...touched]);
      touched.clear();
    };
    void load(mine);
    const timer = setInterval(() => void load(mine), AGAIN_AFTER_MS);
    const touch = (isTouched: (feature: Feature) => boolean): void => {
      for (const feature of mine) if (isTouched(feature)) touched.add(feature);
      waiting ??= setTimeout(loadTouched, AFTER_CHANGE_MS);
    };
    const stops = [
      onChange(({ collection }) => touch(({ collections }) => collections.includes(collection))),
      onLookAgain((id) => touch((feature) => feature.id === id)),
    ];
    return () => {
      gone = true;
      clearInterval(timer);
      clearTimeout(waiting);
      for (const stop of stops) stop();
    };
  }, [roles, settings]);

  return useMemo(() => {
    // After a change of person, parts of features the new one may not see are still there.
    const mine = sourcesFor(roles);
    const itemsOf = ({ id }: Feature): readonly TodayItem[] => [
      ...(quick[id]?.items ?? []),
      ...(later[id]?.items ?? []),
    ];
    const loaded = mine.every((feature) => !feature.today || quick[feature.id]);
    const lines = mine.map((feature) => ({ feature, items: itemsOf(feature) }));
    return {
      loaded,
      complete: loaded && mine.every((feature) => !feature.todayLater || later[feature.id]),
      items: inOrder(lines.flatMap(({ feature, items }) => linesOf(feature, items))),
      total: lines.reduce((sum, { items }) => sum + items.length, 0),
      parts: mine.flatMap(({ id }) => quick[id] ?? []),
      counts: Object.fromEntries(
        lines.map(({ feature, items }) => [feature.id, items.filter(({ level }) => level !== 'open').length]),
      ),
    };
  }, [quick, later, roles]);
}
