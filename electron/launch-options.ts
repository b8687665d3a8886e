/** Command-line switches of the app. Those that could weaken it count only while it is unpackaged (under test). */
import { app } from 'electron';

function valueOf(name: string): string | null {
  const prefix = `--${name}=`;
  const found = process.argv.find((argument) => argument.startsWith(prefix));
  return found ? found.slice(prefix.length) : null;
}

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
  signInAs: underTest ? valueOf('sign-in-as') : null,
  clockOffset: underTest ? clockOffset(valueOf('clock')) : 0,
  /** Folder that stands in for the save dialog in tests. */
  saveTo: underTest ? valueOf('save-to') : null,
} as const;
