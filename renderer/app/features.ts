/** Every feature that works, in the order of the side bar. */
import type { Feature } from '../ui/feature';

export const FEATURES: readonly Feature[] = [];
