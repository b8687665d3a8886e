/** Comparing `{desk: counter}` versions (DESIGN §2): tells newer, older and concurrent without a clock. */
import type { Ver } from './envelope';

export type VerOrder = 'equal' | 'newer' | 'older' | 'concurrent';

/** How `a` stands to `b`. */
export function compareVer(a: Ver, b: Ver): VerOrder {
  let ahead = false;
  let behind = false;
  for (const desk of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const mine = a[desk] ?? 0;
    const theirs = b[desk] ?? 0;
    if (mine > theirs) ahead = true;
    if (mine < theirs) behind = true;
  }
  if (ahead && behind) return 'concurrent';
  if (ahead) return 'newer';
  return behind ? 'older' : 'equal';
}

/** The version after one more act of `desk`. */
export function nextVer(base: Ver | undefined, desk: string): Ver {
  return { ...base, [desk]: (base?.[desk] ?? 0) + 1 };
}
