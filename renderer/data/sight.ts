/** How much of a register this page holds: at a desk all of it (in the browser: `browser/sight.ts`). */
import type { CollectionName } from '@shared/core/envelope';

/** True when every record of a collection may be seen here, so that counts and figures of it are right. */
export const seesAll = (_collection: CollectionName): boolean => true;

/** The first business day of which closed records can be listed here, or '' for all days. */
export const listedSince = (_collection: CollectionName): string => '';
