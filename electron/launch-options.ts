/** Command-line switches of the app. Those that could weaken it count only while it is unpackaged (under test). */
import { app } from 'electron';

function valueOf(name: string): string | null {
  const prefix = `--${name}=`;
  const found = process.argv.find((argument) => argument.startsWith(prefix));
  return found ? found.slice(prefix.length) : null;
}

/** Chromium's switches that open the page to other programs. */
const DRIVERS = ['remote-debugging-port', 'remote-debugging-pipe'];

const underTest = !app.isPackaged;

/** `--clock=<ISO instant>` or `--clock=<±ms>`: what the page adds to the system's clock. */
function clockOffset(text: string | null): number {
  if (!text) return 0;
  return /^[+-]?\d+$/.test(text) ? Number(text) : Date.parse(text) - Date.now();
}

export const launchOptions = {
  demo: process.argv.includes('--demo'),
  /** The packaged smoke run: report the first painted page on stdout, then end. Gives no power. */
  smoke: process.argv.includes('--smoke'),
  /** A desk's app that could be driven from outside would need nobody's PIN. */
  refused: app.isPackaged && DRIVERS.some((name) => app.commandLine.hasSwitch(name)),
  signInAs: underTest ? valueOf('sign-in-as') : null,
  clockOffset: underTest ? clockOffset(valueOf('clock')) : 0,
  /** Folder that stands in for the save dialog in tests. */
  saveTo: underTest ? valueOf('save-to') : null,
} as const;
