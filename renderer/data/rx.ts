/** RxDB, fetched and opened when first needed: the first page does without it. */
import type { RxDatabase } from 'rxdb';
import type { Collections } from './rx-database';

let opening: Promise<RxDatabase & Collections> | null = null;

/** The open database; the first call opens it. */
export function rx(): Promise<RxDatabase & Collections> {
  opening ??= import('./rx-database').then(({ openDatabase }) => openDatabase());
  return opening;
}
