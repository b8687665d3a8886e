/** The app's log: JSON lines in `<profile>/logs/`, rotated, with codes, ids and stacks but no personal data. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const MAX_BYTES = 2_000_000;

const HOME = os.homedir();

/**
 * Text as the log may keep it: Chinese words with what is glued to them (plates, room numbers), phone-like
 * digits, addresses, quoted values and the person's home folder are taken out; codes and stacks stay.
 */
export function redact(text: string): string {
  return (HOME.length > 1 ? text.replaceAll(HOME, '~') : text)
    .replace(/"[^"\n]{0,2000}"/g, '"…"')
    .replace(/'[^'\n]*[^\w.$:/'-][^'\n]*'/g, "'…'")
    .replace(/[\w.+-]+@[\w-]+\.[\w.]+/g, '@')
    .replace(/[\w·]*\p{Script=Han}[\p{Script=Han}\w·]*/gu, '…')
    .replace(/[+＋]?\p{Nd}[\p{Nd} -]{5,}\p{Nd}/gu, '#');
}

export interface Log {
  /** One event: `where` is a code path, `facts` are codes and numbers; texts are redacted. */
  readonly write: (where: string, facts: Readonly<Record<string, string | number | boolean>>) => void;
}

/** Opens the log of a profile. Failing to log never stops the app. */
export function openLog(profile: string): Log {
  const folder = path.join(profile, 'logs');
  const file = path.join(folder, 'deskbook.log');
  return {
    write(where, facts) {
      const safe = Object.fromEntries(
        Object.entries(facts).map(([key, value]) => [key, typeof value === 'string' ? redact(value) : value]),
      );
      const line = `${JSON.stringify({ at: new Date().toISOString(), where, ...safe })}\n`;
      try {
        fs.mkdirSync(folder, { recursive: true });
        if ((fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0) > MAX_BYTES)
          fs.renameSync(file, `${file}.1`);
        fs.appendFileSync(file, line);
      } catch {
        process.stderr.write(line);
      }
    },
  };
}
