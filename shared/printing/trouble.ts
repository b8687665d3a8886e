/** What keeps a form from coming out of a printer, and what is kept of such a form until it does. */
import { hasRole, type Role } from '../core/roles';
import type { Paper } from '../forms/model';

/** Each has its words under `print.error`; DOMAIN knows no printers, so they are ours. */
export type PrintCause =
  /** The system does not know the printer. */
  | 'printerGone'
  /** It refuses jobs. */
  | 'printerStopped'
  /** Its queue stands still. */
  | 'printerPaused'
  | 'spoolerDown'
  | 'wrongPaper'
  | 'noPaper'
  | 'jam'
  | 'coverOpen'
  | 'noInk'
  | 'offline'
  /** It reports a fault that has no words of its own here. */
  | 'attention'
  /** The printer or somebody at the system's queue gave the job up. */
  | 'aborted'
  | 'failed';

/** How a paper is called in messages (`print.paper`). */
export type PaperName = 'A4' | 'roll' | 'label';

/** Half pages are printed two to a sheet of A4. */
export function paperName({ size }: Paper): PaperName {
  if (size === 'label') return 'label';
  return size === 'roll-80' ? 'roll' : 'A4';
}

/** A form that was sent and did not come out. */
export interface PrintTrouble {
  /** The print job's id. */
  readonly id: string;
  /** Form id of `shared/forms/registry.ts`. */
  readonly form: string;
  readonly title: string;
  /** Number or period; never a customer's text. */
  readonly reference: string;
  readonly paper: PaperName;
  /** The system's name of the printer, and the one people read. */
  readonly printer: string;
  readonly printerLabel: string;
  readonly copies: number;
  /** ISO instant of sending. */
  readonly at: string;
  readonly cause: PrintCause;
  /** It stands in the printer's own queue and comes out by itself once the cause is gone. */
  readonly queued: boolean;
  /** Record whose voucher it is: printing it makes the next one a 补打; '' for other forms. */
  readonly voucher: string;
  /** Staff id of who sent it. */
  readonly by: string;
}

interface Person {
  readonly id: string;
  readonly roles: readonly Role[];
}

/**
 * Who may print a form again or give it up: who sent it, a colleague of the same role, and the lead and the manager what
 * the desk sent. Others may not see what the sender may.
 */
export function mayPrintAgain(me: Person, sender: Person | null): boolean {
  if (sender === null) return hasRole(me.roles, ['manager']);
  if (me.id === sender.id || hasRole(me.roles, sender.roles)) return true;
  return hasRole(me.roles, ['lead', 'manager']) && sender.roles.every((role) => role === 'clerk');
}

/** Days that a form which did not come out is kept: it carries names, and the page it came from prints it afresh. */
export const KEPT_DAYS = 7;
