/** RxDB, fetched and opened when first needed: the first page does without it. */
import type { RxDatabase } from 'rxdb';
import type { Collections } from './rx-database';

let opening: Promise<RxDatabase & Collections> | null = null;

/** The open database; the first call opens it, and the next one after a failure tries again. */
export function rx(): Promise<RxDatabase & Collections> {
  opening ??= import('./rx-database')
    .then(({ openDatabase }) => openDatabase())
    .catch((error: unknown) => {
      opening = null;
      throw error;
    });
  return opening;
}
