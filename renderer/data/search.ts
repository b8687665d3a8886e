/** Full-text search over the registers. */
import type { CollectionName } from '@shared/core/envelope';

export interface Hit {
  readonly collection: CollectionName;
  readonly id: string;
}

/** Records that match, newest first. */
export async function search(_query: string, _options: { readonly limit: number }): Promise<readonly Hit[]> {
  return Promise.resolve([]);
}
