/** What the page may ask of the shell about newer versions of the app (part of shared/host.ts). */

/** Why no newer version could be had: each has its words. */
export type UpdateFault =
  /** This desk belongs to no endpoint. */
  | 'alone'
  /** Run from its sources or out of a folder: there is nothing to replace. */
  | 'notInstalled'
  | 'offline'
  /** The endpoint has no installers for this system. */
  | 'notOffered'
  /** The endpoint does not know this desk any more. */
  | 'refusedToken'
  /** What came is not what was announced, or not signed by whom it should be. */
  | 'damaged'
  | 'failed';

export interface UpdateState {
  readonly version: string;
  /** `ready`: loaded and checked, installed when the app is closed or at once on a click. */
  readonly phase: 'idle' | 'checking' | 'loading' | 'ready';
  /** The newer version; '' while none is known. */
  readonly next: string;
  /** ISO instant of the last answer of the endpoint, '' before the first. */
  readonly checkedAt: string;
  readonly fault: UpdateFault | null;
}

export interface UpdateCalls {
  'update.state': () => UpdateState;
  /** Asks the endpoint now; a newer version is then loaded in the background. */
  'update.check': () => UpdateState;
  /** Closes the app, installs and opens it again: only ever on a person's click. False while nothing is ready. */
  'update.install': () => boolean;
}
