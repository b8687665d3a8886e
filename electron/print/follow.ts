/** Follows a job in the spooler's queue until it is out of it, and says what holds it up meanwhile. */
import type { PrintCause } from '../../shared/printing/trouble';
import type { JobPlace } from './cups-answers';

export interface Following {
  readonly look: () => Promise<JobPlace & { readonly cause: PrintCause | null }>;
  /** Waits between two looks; the number of looks so far is given. */
  readonly pause: (looks: number) => Promise<void>;
  /** Nobody asks any more. */
  readonly isOver: () => boolean;
  /** It waits for this to be mended; told once per cause. */
  readonly onHeldUp: (cause: PrintCause) => Promise<void>;
}

/** How it left the queue; `over` when nobody asked any more. */
export type Ending =
  { readonly end: 'out' } | { readonly end: 'lost'; readonly cause: PrintCause } | { readonly end: 'over' };

/** A cause counts when two looks in a row see it: every job connects for a moment, and sensors waver. */
export async function follow({ look, pause, isOver, onHeldUp }: Following): Promise<Ending> {
  let seen: PrintCause | null = null;
  let told: PrintCause | null = null;
  for (let looks = 0; ; looks++) {
    await pause(looks);
    if (isOver()) return { end: 'over' };
    const { at, cause } = await look();
    if (isOver()) return { end: 'over' };
    if (at === 'done') return { end: 'out' };
    if (at === 'gone') return { end: 'lost', cause: cause ?? 'aborted' };
    if (cause && cause === seen && cause !== told) {
      told = cause;
      await onHeldUp(cause);
    }
    seen = cause;
  }
}
