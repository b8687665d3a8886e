/** Where what HR treated within a period is to be looked for: the things were found long before. */
import type { Period } from '@shared/core/period';
import { addDays } from '@shared/core/time';

/** HR treats things found up to the law's year before (Civil Code 318), and some time after it. */
const TREATED_AFTER_DAYS = 750;

/** The days on which things treated within `period` may have been found. */
export const treatedSpan = ({ from, to }: Period): Period => ({
  from: addDays(from, -TREATED_AFTER_DAYS),
  to,
});
