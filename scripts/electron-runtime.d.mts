/** Where a real Electron stands and how to start the built app with it. */
export function electronRuntime(): {
  readonly executablePath: string;
  readonly dist: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** False for the stand-in runtime, which is never shipped. */
  readonly shipped: boolean;
};
