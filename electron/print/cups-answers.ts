/** What CUPS's commands print, read (with `LC_ALL=C`). Pure. */
import type { PrinterInfo } from '../../shared/host';
import type { PrintCause } from '../../shared/printing/trouble';

/** Printers of CUPS from what `lpstat -e` and `lpstat -d` print. */
export function parsePrinters(names: string, fallback: string): readonly PrinterInfo[] {
  const preferred = /^system default destination: (.+)$/m.exec(fallback)?.[1]?.trim();
  return names
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((name) => ({ name, label: name.replaceAll('_', ' '), isDefault: name === preferred }));
}

/** Paper sizes from what `lpoptions -l` prints; none when the driver names none. */
export function parseSizes(options: string): readonly string[] {
  const line = /^(?:PageSize|media)[^:]*:(.*)$/m.exec(options)?.[1] ?? '';
  return line
    .split(/\s+/)
    .map((name) => name.replace(/^\*/, ''))
    .filter(Boolean);
}

/** The job's name in the queue, from what `lp` prints: `request id is Office-12 (1 file(s))`. */
export function parseRequest(said: string): string {
  return /request id is (\S+-\d+)/.exec(said)?.[1] ?? '';
}

/** IPP's reasons (RFC 8011, printer-state-reasons) as causes, the most telling first. */
const REASONS: readonly (readonly [PrintCause, RegExp])[] = [
  ['jam', /^media-jam/],
  ['coverOpen', /^(?:cover|door|interlock)-open/],
  ['noPaper', /^(?:media-(?:empty|needed)|input-tray-missing)/],
  ['noInk', /^(?:toner|marker-supply|ink)-(?:empty|missing)/],
  ['offline', /^(?:offline|connecting-to-device|timed-out|shutdown)/],
  ['printerPaused', /^(?:paused|stopped|moving-to-paused)/],
  ['attention', /-error$/],
];

function causeOf(reasons: readonly string[]): PrintCause | null {
  return REASONS.find(([, pattern]) => reasons.some((reason) => pattern.test(reason)))?.[0] ?? null;
}

const reasonsIn = (block: string): readonly string[] =>
  (/^\s*Alerts:(.*)$/m.exec(block)?.[1] ?? '').split(/[\s,]+/).filter(Boolean);

/** What keeps a printer from printing, from what `lpstat -l -p` prints; null when nothing does. */
export function parseTrouble(said: string): PrintCause | null {
  const cause = causeOf(reasonsIn(said));
  // The queue stands still for a reason of the device's: that reason says what to do.
  if (/^printer \S+ disabled since /m.test(said)) return cause ?? 'printerPaused';
  return cause;
}

/** Where a job stands. */
export type JobPlace =
  | { readonly at: 'queue' }
  | { readonly at: 'done' }
  /** Given up by the system or taken out by hand. */
  | { readonly at: 'gone' };

/** Where a job stands, from what `lpstat -l -o` and `lpstat -l -W completed -o` print of its printer. */
export function parseJob(request: string, waiting: string, ended: string): JobPlace {
  const block = (said: string): string | null => {
    const lines = said.split('\n');
    const first = lines.findIndex((line) => line.split(/\s/)[0] === request);
    if (first < 0) return null;
    const next = lines.findIndex((line, at) => at > first && /^\S/.test(line));
    return lines.slice(first, next < 0 ? undefined : next).join('\n');
  };
  if (block(waiting) !== null) return { at: 'queue' };
  const past = block(ended);
  // Spoolers that keep no history: what is not waiting has been printed.
  if (past === null) return { at: 'done' };
  return reasonsIn(past).some((reason) => /abort|cancel/.test(reason)) ? { at: 'gone' } : { at: 'done' };
}
