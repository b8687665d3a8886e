/** How long personal data is kept (DOMAIN §2). */
import { monthsBefore } from './time';

/** The first business day that is still kept; what is older is erased. */
export const keptSince = (today: string, retentionMonths: number): string =>
  monthsBefore(today, retentionMonths);
