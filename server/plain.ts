/** Whether parsed JSON can be kept as a text and read back the same, by programs that recurse. */

/** Far more than any record nests. */
const MAX_DEPTH = 60;

/** False for what nests too deep, or holds a number such as `1e999` that JSON cannot write again. */
export function isPlain(value: unknown, depth = 0): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (value === null || typeof value !== 'object') return true;
  if (depth >= MAX_DEPTH) return false;
  for (const member of Array.isArray(value) ? value : Object.values(value))
    if (!isPlain(member, depth + 1)) return false;
  return true;
}
