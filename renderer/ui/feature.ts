/** How a feature shows itself to the frame: one manifest each, listed in `renderer/app/features.ts`. */
import type { ComponentType } from 'react';
import type { CollectionName } from '@shared/core/envelope';
import type { Role } from '@shared/core/roles';
import type { Settings } from '@shared/core/settings';
import type { WebRole } from '@shared/sync/scope';
import type { FirstKey } from './first-words';
import type { IconName } from './icon';
import type { MonthSheet } from './month-sheet';
import type { Present } from './record-path';

export type NavGroup =
  'groupDesk' | 'groupService' | 'groupShop' | 'groupMoney' | 'groupTeam' | 'groupFigures' | 'groupSettings';

/** One line of Today: what, which record, until when, and the one button that does it. */
export interface TodayItem {
  readonly id: string;
  readonly level: 'overdue' | 'due' | 'open';
  readonly title: string;
  readonly detail: string;
  readonly until: string;
  /** ISO instant; orders lines of one level, the latest first overdue. */
  readonly dueAt: string;
  readonly action: { readonly label: string; readonly path: string };
  /** The signed-in person answers for it (首问负责制): it stands before others of its level and says so. */
  readonly mine?: boolean;
  /** Stands before everything else: an emergency. */
  readonly first?: boolean;
}

const LEVELS = { overdue: 0, due: 1, open: 2 } as const;

/** Lines of Today, the most late first, among equals those of the signed-in person. */
export function inOrder(items: readonly TodayItem[]): readonly TodayItem[] {
  return [...items].sort(
    (a, b) =>
      Number(b.first ?? false) - Number(a.first ?? false) ||
      LEVELS[a.level] - LEVELS[b.level] ||
      Number(b.mine ?? false) - Number(a.mine ?? false) ||
      a.dueAt.localeCompare(b.dueAt),
  );
}

/** Lines of one feature on Today; more of them would bury the others'. */
const MOST_LINES = 8;

/** The most pressing lines of a feature, in order, and what has no line of its own. */
export function mostPressing(items: readonly TodayItem[]): {
  readonly shown: readonly TodayItem[];
  readonly rest: readonly TodayItem[];
} {
  const sorted = inOrder(items);
  // One line over is shown rather than told of in a line.
  const most = sorted.length <= MOST_LINES + 1 ? sorted.length : MOST_LINES;
  return { shown: sorted.slice(0, most), rest: sorted.slice(most) };
}

/** A figure on Today's tiles. */
export interface TodayTile {
  readonly label: string;
  readonly figure: string;
  readonly detail?: string;
}

/** What a feature puts on Today at once. */
export interface TodayPart {
  readonly items: readonly TodayItem[];
  readonly tiles?: readonly TodayTile[];
  /** Counts per hour of the day for the small chart. */
  readonly byHour?: readonly number[];
}

export interface TodayContext {
  readonly now: string;
  readonly day: string;
  readonly settings: Settings;
  readonly roles: readonly Role[];
}

export type TodayLines = (context: TodayContext) => Promise<readonly TodayItem[]>;

export interface Feature {
  readonly id: string;
  readonly collections: readonly CollectionName[];
  readonly nav: {
    readonly group: NavGroup;
    readonly label: FirstKey;
    readonly icon: IconName;
    /** Path below `#/`, e.g. `/visits`; `/visits/<id>` opens a record. */
    readonly path: string;
    readonly roles: readonly Role[];
  };
  /** The page in the browser; absent: it is the desk's alone. */
  readonly web?: {
    readonly roles: readonly WebRole[];
    /** Who gets its lines on Today there; absent: all of them. What a desk alone can do is no business of theirs. */
    readonly today?: readonly WebRole[];
  };
  readonly page: () => Promise<{ readonly default: ComponentType }>;
  /** Must be quick: it is part of the first page. */
  readonly today?: (context: TodayContext) => Promise<TodayPart>;
  /** Lines that need more than the first page has; fetched and asked for once it stands. */
  readonly todayLater?: () => Promise<{ readonly default: TodayLines }>;
  /** Done some time after somebody signed in or came back to the desk: what is offered to them. */
  readonly signedIn?: () => Promise<{ readonly default: () => Promise<void> }>;
  /** Sheets that are printed at a month's end; fetched when somebody prints them all. */
  readonly monthSheets?: () => Promise<{ readonly default: readonly MonthSheet[] }>;
  /** A found record as one line of the search box; fetched with the first search or page. */
  readonly present?: () => Promise<{ readonly default: Present }>;
}
