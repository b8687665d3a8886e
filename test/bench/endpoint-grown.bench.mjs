// `endpoint-grown`: push and pull at an endpoint that holds the years of a club, on both stores. No target; figures of growth.
import { benchGrown } from './sync-lib.mjs';

/** 73,000 visits, 30,000 entries, 12,045 tickets and 1,000 lost items. */
const PER_YEAR = 116_045;

await benchGrown('sqlite', PER_YEAR);
await benchGrown('postgres', PER_YEAR);
