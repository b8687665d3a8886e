/** Derived data kept to save work, in the page's memory alone. */
const values = new Map<string, unknown>();

/** What was kept under a key, or null. */
export const loadDerived = async <T>(key: string): Promise<T | null> =>
  Promise.resolve((values.get(key) ?? null) as T | null);

/** Keeps a value under a key. */
export async function saveDerived(key: string, value: unknown): Promise<void> {
  values.set(key, value);
  return Promise.resolve();
}
