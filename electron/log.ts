/** The app's log: JSON lines in `<profile>/logs/`, rotated, with codes, ids and stacks but no personal data. */
import fs from 'node:fs';
import path from 'node:path';

const MAX_BYTES = 2_000_000;

/** Text as the log may keep it: phone-like digits, Chinese words and quoted values are taken out. */
export function redact(text: string): string {
  return text
    .replace(/\p{Script=Han}+/gu, '…')
    .replace(/\+?\d[\d\s-]{5,}\d/g, '#')
    .replace(/"[^"\n]{0,200}"/g, '"…"');
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
        if (fs.existsSync(file) && fs.statSync(file).size > MAX_BYTES) fs.renameSync(file, `${file}.1`);
        fs.appendFileSync(file, line);
      } catch {
        process.stderr.write(line);
      }
    },
  };
}
