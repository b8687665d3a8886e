/** Records as one line with their path, for the search box and for pages that lead to records of other features. */
import type { Envelope } from '@shared/core/envelope';
import type { Feature } from './feature';

/** One line of the search box; the path is below `#/`. */
export interface Shown {
  readonly title: string;
  readonly detail: string;
  readonly path: string;
}

/** A feature's own records as such a line; null for others. */
export type Present = (doc: Envelope) => Shown | null;

let known: readonly Feature[] = [];
let presents: readonly Present[] | null = null;

/** The app tells its features once, when it starts. */
export function knowFeatures(features: readonly Feature[]): void {
  known = features;
}

/** Fetches what `shownAs` needs; the frame waits for it before it shows a page. */
export async function loadPresents(): Promise<void> {
  if (presents) return;
  const modules = await Promise.all(known.flatMap(({ present }) => (present ? [present()] : [])));
  presents = modules.map((module) => module.default);
}

/** Every feature of the app. */
export const knownFeatures = (): readonly Feature[] => known;

/** The record as one line with its path, or null when no feature shows it. */
export function shownAs(doc: Envelope): Shown | null {
  for (const present of presents ?? []) {
    const shown = present(doc);
    if (shown) return shown;
  }
  return null;
}
