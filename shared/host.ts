/**
 * What the shell gives the page (DESIGN §5): one interface, typed on both sides, implemented by
 * Electron's preload today and by a browser host for the web view later. Channels are declared here
 * once; arguments are checked again in the main process.
 */
import type { BackupCalls } from './backup/calls';
import type { PaperName, PrintCause, PrintTrouble } from './printing/trouble';
import type { EndpointState, SyncCalls } from './sync/calls';
import type { UpdateCalls } from './updates/calls';

/** Where a page wants to print. `name` must be in the system's list. */
export interface PrinterInfo {
  readonly name: string;
  readonly label: string;
  readonly isDefault: boolean;
}

/** Progress of a print job: rows laid out of all rows. */
export interface JobProgress {
  readonly job: string;
  readonly done: number;
  readonly total: number;
}

export interface RenderRequest {
  /** Id the page chose; later calls name the job by it, never by a path. */
  readonly job: string;
  /** Form id of `shared/forms/registry.ts`, e.g. `visit-register`. */
  readonly form: string;
  /** The form's input as JSON text, or what is left of it after `print.part`. */
  readonly data: string;
  /** Printed in the foot: who, when, which desk. */
  readonly printedBy: string;
}

export type RenderResult =
  | { readonly ok: true; readonly pages: number; readonly missing: readonly string[] }
  | { readonly ok: false; readonly code: 'cancelled' | 'failed' | 'diskFull' };

/** What became of a form that was sent to a printer. */
export type PrintOutcome =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly code: PrintCause;
      readonly paper: PaperName;
      /** It stands in the printer's queue and comes out by itself once the cause is gone. */
      readonly queued: boolean;
    };

/** What became of a form made by schedule; `folder` is where a person finds it when the app cannot be opened. */
export type KeepResult =
  | { readonly ok: true; readonly folder: string }
  | { readonly ok: false; readonly code: 'failed' | 'diskFull' };

export interface JournalPosition {
  /** File name inside the journal folder. */
  readonly file: string;
  /** Byte offset after the line. */
  readonly offset: number;
}

export type AppendResult =
  | { readonly ok: true; readonly position: JournalPosition }
  | { readonly ok: false; readonly code: 'diskFull' | 'readOnly' | 'failed' };

/** A slice of the journal for replay; `done` when nothing is left after it. `next` before what was asked for: the journal was cut. */
export interface JournalSlice {
  /** Whole lines, newline-separated. */
  readonly text: string;
  readonly next: JournalPosition;
  readonly done: boolean;
}

/** A stored photo's name (SHA-256, hex), or the refusal code of why there is none. */
export type BlobResult =
  | { readonly ok: true; readonly sha: string }
  | { readonly ok: false; readonly code: 'photoDiskFull' | 'photoNotStored' };

export interface PinRecord {
  readonly salt: string;
  readonly hash: string;
  /** scrypt cost N (power of two). */
  readonly cost: number;
}

export type PinResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: 'wrong'; readonly triesLeft: number }
  | { readonly ok: false; readonly code: 'wait'; readonly seconds: number }
  | { readonly ok: false; readonly code: 'locked' };

/** Free space below which the person is warned: about a year of records, or a few hundred photos. */
export const DISK_LOW_BYTES = 500_000_000;

/** What became of a file the person wanted to save; all but `cancelled` are refusal codes. */
export type SaveResult =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly code: 'cancelled' | 'fileDiskFull' | 'fileReadOnly' | 'fileBusy' | 'fileNotSaved';
    };

export interface AppInfo {
  /** The endpoint this desk belongs to. */
  readonly endpoint: EndpointState | null;
  readonly version: string;
  readonly electron: string;
  readonly platform: string;
  /** Started with `--demo`: a throwaway profile that fills itself with demo data. */
  readonly demo: boolean;
  /** Staff number signed in at once; only an unpackaged app under test ever says one. */
  readonly signInAs: string | null;
  /** Test clock offset in ms (unpackaged app only), else 0. */
  readonly clockOffset: number;
  readonly freeBytes: number;
  /** True when the last run of this profile ended without closing properly, or the page crashed in this one. */
  readonly crashed: boolean;
}

/** What the about page tells of this installation. */
export interface AboutInfo {
  readonly electron: string;
  readonly chromium: string;
  readonly node: string;
  /** Operating system with its release and the processor's kind. */
  readonly system: string;
  /** Where records, photos and printed forms lie on this PC. */
  readonly folder: string;
}

/** The last input and who was signed in, kept by the shell over a reload of the page. */
export interface KeptSession {
  readonly staff: string;
  /** Milliseconds since the last trusted input. */
  readonly idleMs: number;
}

/** Whether the disk with the records is encrypted, as far as the system tells. */
export type DiskEncryption = 'on' | 'off' | 'unknown';

/** Calls from the page that wait for an answer. */
export interface HostCalls extends BackupCalls, SyncCalls, UpdateCalls {
  'app.info': () => AppInfo;
  'app.freeBytes': () => number;
  'app.diskEncryption': () => DiskEncryption;
  'app.about': () => AboutInfo;
  /** Licence texts of the packages inside; '' in a build without them. */
  'app.licences': () => string;
  'journal.append': (line: string) => AppendResult;
  /** First position of the oldest journal file, or null when there is no journal. */
  'journal.start': () => JournalPosition | null;
  /** Up to about 1 MiB of whole lines from `from`; a torn last line has been cut at start. */
  'journal.read': (from: JournalPosition) => JournalSlice;
  'session.keep': (staff: string | null) => void;
  /** Staff id kept over a reload of the page in this run of the app, with the last-input age in ms. */
  'session.kept': () => KeptSession | null;
  'pin.hash': (pin: string) => PinRecord;
  'pin.verify': (staff: string, pin: string, record: PinRecord) => PinResult;
  'pin.unlock': (staff: string) => void;
  'print.printers': () => readonly PrinterInfo[] | 'spoolerDown';
  /** Adds to the text of a job's data; `print.render` brings the rest of it. */
  'print.part': (job: string, text: string) => void;
  'print.render': (request: RenderRequest) => RenderResult;
  'print.cancel': (job: string) => void;
  /** The rendered PDF, for the preview. */
  'print.pdf': (job: string) => Uint8Array;
  /** Sends a job to a printer. `voucher`: the record whose voucher it is, or ''. What does not come out is in `print.troubles`. */
  'print.print': (job: string, printer: string, copies: number, voucher: string) => PrintOutcome;
  /** Answers when a sent job is out of the printer's queue, or something holds it up there. */
  'print.wait': (job: string) => PrintOutcome;
  /** Forms that did not come out, the oldest first. */
  'print.troubles': () => readonly PrintTrouble[];
  /** Sends one of them again; what of it still waits in a queue is taken out first. */
  'print.again': (job: string, printer: string) => PrintOutcome;
  /** Gives one of them up. */
  'print.forget': (job: string) => void;
  /** Saves through the system's dialog; false when the person cancelled. */
  'print.save': (job: string, suggestedName: string) => boolean;
  'print.discard': (job: string) => void;
  /** Makes a form without asking anybody and keeps its newest `count` issues in a folder of their own in the archive. */
  'print.keep': (request: RenderRequest, count: number) => KeepResult;
  /** Removes kept forms older than the retention time, those of money excepted; returns how many. */
  'print.sweepArchive': (retentionMonths: number) => number;
  /** Saves a workbook, or a table as text, where the person says in the system's dialog. */
  'file.saveSheet': (bytes: Uint8Array, suggestedName: string, csv: boolean) => SaveResult;
  /** Saves somebody's shifts as a calendar file where the person says. */
  'file.saveCalendar': (text: string, suggestedName: string) => SaveResult;
  /** Saves a text for support: state of this desk and the end of the log. `state` carries no personal data. */
  'file.saveDiagnostics': (state: string) => SaveResult;
  /** Stores a photo; it is read as `app://deskbook/blobs/<sha>` (404 missing, 409 changed on disk). */
  'blob.put': (bytes: Uint8Array) => BlobResult;
  /** Removes photos other than these; returns how many went. */
  'blob.sweep': (keep: readonly string[]) => number;
  /** Allows or forbids the camera for our page; allowed only while the photo dialog is open. */
  'camera.allow': (on: boolean) => void;
  /** A fault of the page for the log; texts carry no personal data. */
  'log.fault': (where: string, message: string, stack: string) => void;
}

/** Events from the shell to the page. */
export interface HostEvents {
  /** Files done of all files of a running backup, check or restore. */
  'backup.progress': (done: number, total: number) => void;
  'print.progress': (progress: JobProgress) => void;
  /** What did not come out, as it stands now; `fresh` has just got stuck in a printer's queue. */
  'print.troubles': (all: readonly PrintTrouble[], fresh: PrintTrouble | null) => void;
  /** A menu item or global key asked for an action of the page, e.g. `new`, `print`, `search`, `lock`, `help`. */
  'menu.action': (action: string) => void;
  /** Trusted input was seen (the auto-lock counts only this; RxDB fakes mouse moves). */
  'input.seen': () => void;
  /** Free space fell below `DISK_LOW_BYTES`, or further by much. */
  'disk.low': (freeBytes: number) => void;
  /** The PC's clock was set while the app runs, by so many ms; negative: back. */
  'clock.jumped': (ms: number) => void;
  /** A form was printed or saved, but its copy did not reach the archive. */
  'print.notKept': (title: string) => void;
}

/** Names of all events, for the bridge's own check. */
export const HOST_EVENTS = [
  'backup.progress',
  'print.progress',
  'print.troubles',
  'menu.action',
  'input.seen',
  'disk.low',
  'clock.jumped',
  'print.notKept',
] as const satisfies readonly (keyof HostEvents)[];

export interface Host {
  call<C extends keyof HostCalls>(
    channel: C,
    ...args: Parameters<HostCalls[C]>
  ): Promise<ReturnType<HostCalls[C]>>;
  on<E extends keyof HostEvents>(event: E, listener: HostEvents[E]): () => void;
}
