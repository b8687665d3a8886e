/** Where a stored record is shown, for pages that lead to records of other features. */
import type { Envelope } from '@shared/core/envelope';
import type { Feature } from './feature';

let known: readonly Feature[] = [];

/** The app tells its features once, when it starts. */
export function knowFeatures(features: readonly Feature[]): void {
  known = features;
}

/** The record as one line with its path, or null when no feature shows it. */
export function shownAs(doc: Envelope): ReturnType<NonNullable<Feature['present']>> {
  for (const feature of known) {
    const shown = feature.present?.(doc);
    if (shown) return shown;
  }
  return null;
}
