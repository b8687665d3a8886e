/** What every route works with. */
import type { Store } from './store/store';

export interface ServerOptions {
  readonly store: Store;
  /** ISO instant of now. */
  readonly now: () => string;
  readonly version: string;
  /** Folder with the desks' installers, when the endpoint offers them. */
  readonly updates?: string | undefined;
  /** Name of the club, told to a desk at enrolment. */
  readonly club: string;
  /** Folder of the built web view; absent: only the interface is served. */
  readonly web?: string;
  /** Milliseconds between two heartbeats of a stream; absent: the usual ones. */
  readonly heartbeatMs?: number;
}
