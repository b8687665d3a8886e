/** Resolves when the page has nothing else to do, at the latest after three seconds. */
export const idle = (): Promise<void> =>
  new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: 3_000 }));
