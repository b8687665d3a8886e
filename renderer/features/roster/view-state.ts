/** What the roster page shows and what can be taken back: kept while the person works on other pages. */
import { create } from 'zustand';
import type { Unit } from '@shared/roster/schema';
import type { Cell } from '@shared/roster/set-plans';
import type { Place } from '@shared/roster/plan-many';

/** Cells as they became, with what they were before. */
export interface Done {
  readonly what: string;
  readonly before: readonly Cell[];
  readonly after: readonly Cell[];
}

interface RosterView {
  readonly unit: Unit;
  /** Any day of the week or month shown; '' is today. */
  readonly day: string;
  readonly view: 'people' | 'shifts';
  /** The cell the keyboard is on. */
  readonly at: Place | null;
  /** Changes of drafts in this run of the app, the last first. */
  readonly done: readonly Done[];
  /** Cells that are being saved: keys typed quickly build on them. */
  readonly saving: readonly Cell[];
  /** Cells of a published roster that wait for their reason. */
  readonly pending: { readonly what: string; readonly cells: readonly Cell[] } | null;
}

export const useRosterView = create<RosterView>(() => ({
  unit: 'week',
  day: '',
  view: 'people',
  at: null,
  done: [],
  saving: [],
  pending: null,
}));
