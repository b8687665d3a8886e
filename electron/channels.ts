/** What every channel does: the argument checks beside the work, heavy parts loaded when first asked for. */
import type { BrowserWindow } from 'electron';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { version } from '../package.json';
import { MAX_PHOTO_BYTES } from '../shared/blobs/schema';
import type { BackupCalls } from '../shared/backup/calls';
import type { KeptSession } from '../shared/host';
import { aboutInfo, licenceText } from './about';
import { askWhere } from './ask-where';
import type { BackupService } from './backup/service';
import { BlobStore, type BlobRead } from './blobs/blob-store';
import { freeBytes } from './disk';
import { diskEncryption } from './disk-encryption';
import type { EndpointLink } from './endpoint/link';
import { emit, type Channels } from './ipc';
import { is } from './ipc-checks';
import { JournalFile } from './journal/journal-file';
import { launchOptions } from './launch-options';
import type { Log } from './log';
import { PinGuard } from './pin-guard';
import type { PrintService } from './print/service';
import type { Updates } from './updates/updates';

/** Longest journal line: an act with a signature and many documents stays far below it. */
const MAX_LINE = 8_000_000;
const MAX_SHEET = 100_000_000;
const INPUT_EVENT_EVERY_MS = 5_000;

const renderRequest = is.shape({
  job: is.id,
  form: is.id,
  data: is.text(200_000_000),
  printedBy: is.text(200),
});

export interface ShellParts {
  readonly profile: string;
  readonly log: Log;
  /** The last run did not end properly. */
  readonly crashed: boolean;
  readonly window: () => BrowserWindow;
  readonly allowCamera: (on: boolean) => void;
}

/** Builds the channels of one profile. */
export function channels({ profile, log, crashed, window, allowCamera }: ShellParts): {
  readonly channels: Channels;
  readonly inputSeen: () => void;
  /** The page crashed: the next one is told. */
  readonly pageLost: () => void;
  readonly blob: (sha: string) => Promise<BlobRead>;
  /** A call of the page to the endpoint. */
  readonly api: (request: Request) => Promise<Response>;
  /** Asks the endpoint for newer versions from time to time. */
  readonly watchUpdates: () => Promise<void>;
} {
  const journal = new JournalFile(path.join(profile, 'journal'));
  const blobs = new BlobStore(path.join(profile, 'blobs'));
  const linkFile = path.join(profile, 'endpoint.json');
  let link: Promise<EndpointLink> | null = null;
  const endpoint = (): Promise<EndpointLink> =>
    (link ??= import('./endpoint/link').then((loaded) => new loaded.EndpointLink(linkFile, log)));
  const updates = async (): Promise<Updates> => (await import('./updates/service')).updatesOf(endpoint, log);
  const guard = new PinGuard(path.join(profile, 'pin-guard.json'));
  const prints = (): Promise<PrintService> =>
    import('./print/service').then(({ printService }) => printService({ profile, log, window }));

  let backups: Promise<BackupService> | null = null;
  const backup = async <C extends keyof BackupCalls>(
    name: C,
    ...args: Parameters<BackupCalls[C]>
  ): Promise<ReturnType<BackupCalls[C]>> => {
    backups ??= import('./backup/service').then(({ backupService }) => backupService(profile, log, window));
    return (await backups)[name](...args);
  };

  let tailChecked = false;
  /** Before the first read: a torn last line never counted. A journal that cannot be opened fails the call, not the app. */
  const checkTail = (): void => {
    if (tailChecked) return;
    const torn = journal.cutTornTail();
    if (torn > 0) log.write('journal.torn', { bytes: torn });
    tailChecked = true;
  };

  let hasCrashed = crashed;
  let kept: string | null = null;
  let lastInput = Date.now();
  let lastTold = 0;

  const all: Channels = {
    'backup.state': { args: [], run: () => backup('backup.state') },
    'backup.key': { args: [], run: () => backup('backup.key') },
    'backup.chooseFolder': { args: [], run: () => backup('backup.chooseFolder') },
    'backup.run': {
      args: [is.text(200), is.deskCode, is.whole(2, 3_650)],
      run: (...args) => backup('backup.run', ...args),
    },
    'backup.find': { args: [], run: () => backup('backup.find') },
    'backup.check': { args: [is.text(200), is.text(100)], run: (...args) => backup('backup.check', ...args) },
    'backup.restore': {
      args: [is.text(200), is.text(100), is.deskCode],
      run: (...args) => backup('backup.restore', ...args),
    },
    'endpoint.state': { args: [], run: async () => (await endpoint()).state() },
    'endpoint.enrol': {
      args: [is.text(300), is.text(40), is.text(40), (value) => value === '' || is.deskCode(value)],
      run: async (...args) => (await endpoint()).enrol(...args),
    },
    'endpoint.rotate': { args: [], run: async () => (await endpoint()).rotate() },
    'endpoint.leave': { args: [], run: async () => (await endpoint()).leave() },
    'update.state': { args: [], run: async () => (await updates()).current() },
    'update.check': { args: [], run: async () => (await updates()).check() },
    'update.install': { args: [], run: async () => (await updates()).install() },
    'app.info': {
      args: [],
      run: async () => ({
        endpoint: existsSync(linkFile) ? (await endpoint()).state() : null,
        version,
        electron: process.versions.electron ?? '',
        platform: process.platform,
        demo: launchOptions.demo,
        signInAs: launchOptions.signInAs,
        clockOffset: launchOptions.clockOffset,
        freeBytes: freeBytes(profile),
        crashed: hasCrashed,
      }),
    },
    'app.about': { args: [], run: () => aboutInfo(profile) },
    'app.licences': { args: [], run: licenceText },
    'app.freeBytes': { args: [], run: () => freeBytes(profile) },
    'app.diskEncryption': { args: [], run: () => diskEncryption(profile) },
    'journal.append': { args: [is.text(MAX_LINE)], run: (line) => journal.append(line) },
    'journal.start': {
      args: [],
      run: () => {
        checkTail();
        return journal.start();
      },
    },
    'journal.read': {
      args: [
        is.shape({
          file: (value) => typeof value === 'string' && /^\d{4}-\d{2}\.log$/.test(value),
          offset: is.whole(0, Number.MAX_SAFE_INTEGER),
        }),
      ],
      run: (from) => {
        checkTail();
        return journal.read(from);
      },
    },
    'session.keep': {
      args: [is.textOrNull(80)],
      run: (staff) => {
        kept = staff;
      },
    },
    'session.kept': {
      args: [],
      run: (): KeptSession | null => (kept ? { staff: kept, idleMs: Date.now() - lastInput } : null),
    },
    'pin.hash': { args: [is.text(40)], run: (pin) => guard.hash(pin) },
    'pin.verify': {
      args: [
        is.id,
        is.text(40),
        is.shape({ salt: is.text(100), hash: is.text(100), cost: is.whole(1 << 14, 1 << 18) }),
      ],
      run: (staff, pin, record) => guard.verify(staff, pin, record),
    },
    'pin.unlock': { args: [is.id], run: (staff) => guard.unlock(staff) },
    'print.printers': { args: [], run: async () => (await prints()).printers() },
    'print.part': {
      args: [is.id, is.text(1_000_000)],
      run: async (job, text) => (await prints()).part(job, text),
    },
    'print.render': {
      args: [renderRequest],
      run: async (request) => (await prints()).render(request),
    },
    'print.cancel': { args: [is.id], run: async (job) => (await prints()).cancel(job) },
    'print.pdf': { args: [is.id], run: async (job) => (await prints()).pdf(job) },
    'print.print': {
      args: [is.id, is.text(200), is.whole(1, 99), (value) => value === '' || is.id(value)],
      run: async (...args) => (await prints()).print(...args, kept ?? ''),
    },
    'print.wait': { args: [is.id], run: async (job) => (await prints()).wait(job) },
    'print.troubles': { args: [], run: async () => (await prints()).troubles() },
    'print.again': {
      args: [is.id, is.text(200)],
      run: async (job, printer) => (await prints()).again(job, printer),
    },
    'print.forget': { args: [is.id], run: async (job) => (await prints()).forget(job) },
    'print.save': { args: [is.id, is.text(200)], run: async (job, name) => (await prints()).save(job, name) },
    'print.discard': { args: [is.id], run: async (job) => (await prints()).discard(job) },
    'print.keep': {
      args: [renderRequest, is.whole(1, 100)],
      run: async (request, count) => (await prints()).keep(request, count),
    },
    'print.sweepArchive': {
      args: [is.whole(1, 1200)],
      run: async (months) => (await prints()).sweepArchive(months),
    },
    'file.saveSheet': {
      args: [is.bytes(MAX_SHEET), is.text(200), is.flag],
      run: async (bytes, name, csv) => {
        const target = await askWhere(window(), name, csv ? 'CSV' : 'Excel', csv ? 'csv' : 'xlsx');
        if (!target) return { ok: false, code: 'cancelled' };
        return (await import('./save-file')).saveFile(target, bytes);
      },
    },
    'file.saveCalendar': {
      args: [is.text(1_000_000), is.text(200)],
      run: async (text, name) => {
        const target = await askWhere(window(), name, 'iCalendar', 'ics');
        if (!target) return { ok: false, code: 'cancelled' };
        return (await import('./save-file')).saveFile(target, Buffer.from(text));
      },
    },
    'file.saveDiagnostics': {
      args: [is.text(2_000_000)],
      run: async (state) => {
        const target = await askWhere(window(), `deskbook-${version}.txt`, 'TXT', 'txt');
        if (!target) return { ok: false, code: 'cancelled' };
        const [{ saveFile }, { diagnostics }] = await Promise.all([
          import('./save-file'),
          import('./diagnostics'),
        ]);
        return saveFile(target, diagnostics(profile, state));
      },
    },
    'blob.put': { args: [is.bytes(MAX_PHOTO_BYTES)], run: (bytes) => blobs.put(bytes) },
    'blob.sweep': {
      args: [
        (value) =>
          Array.isArray(value) && value.every((sha) => typeof sha === 'string' && /^[0-9a-f]{64}$/.test(sha)),
      ],
      run: (keep) => blobs.sweep(keep),
    },
    'camera.allow': { args: [is.flag], run: (on) => allowCamera(on) },
    'log.fault': {
      args: [is.text(200), is.text(2_000), is.text(20_000)],
      run: (where, message, stack) => log.write(`page.${where}`, { message, stack }),
    },
  };

  return {
    channels: all,
    inputSeen: () => {
      lastInput = Date.now();
      if (lastInput - lastTold < INPUT_EVENT_EVERY_MS) return;
      lastTold = lastInput;
      emit(window(), 'input.seen');
    },
    pageLost: () => {
      hasCrashed = true;
      allowCamera(false);
    },
    blob: async (sha) => {
      const here = await blobs.get(sha);
      if (here !== 'missing') return here;
      // Photos of other desks come when somebody looks at them, and stay.
      const bytes = existsSync(linkFile) ? await (await endpoint()).blob(sha) : null;
      if (!bytes) return 'missing';
      const kept = await blobs.put(bytes);
      return kept.ok && kept.sha !== sha ? 'changed' : bytes;
    },
    api: async (request) => (await endpoint()).forward(request),
    watchUpdates: async () => (await import('./updates/service')).watchUpdates(endpoint, log),
  };
}
