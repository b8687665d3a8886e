/** Which features are open where this page is: at a desk all of them (in the browser: `browser/features-here.ts`). */
import type { Feature } from '../ui/feature';

export const featuresHere = (all: readonly Feature[]): readonly Feature[] => all;
