/** PIN check with scrypt, growing waits after wrong tries, and a lock that an administrator takes away. */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import fs from 'node:fs';
import type { PinRecord, PinResult } from '../shared/host';

const COST = 1 << 15;
const KEY_BYTES = 32;
/** Wrong tries that cost nothing; then each next one waits twice as long. */
const FREE_TRIES = 3;
const LOCK_AFTER = 10;
const FIRST_WAIT_SECONDS = 5;
const LONGEST_WAIT_SECONDS = 600;

interface Tries {
  readonly wrong: number;
  /** Epoch ms until which no try is taken. */
  readonly until: number;
}

function derive(pin: string, salt: Buffer, cost: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(pin, salt, KEY_BYTES, { N: cost, r: 8, p: 1, maxmem: 256 * cost * 8 }, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}

export class PinGuard {
  private readonly tries: Map<string, Tries>;
  /** Checks go one after the other, or tries made at once would count as one. */
  private last: Promise<unknown> = Promise.resolve();

  /** @param file where wrong tries are kept over restarts; unreadable counts as none. */
  constructor(
    private readonly file: string,
    private readonly now: () => number = () => Date.now(),
  ) {
    this.tries = readTries(file);
  }

  /** Hash of a new PIN. @throws RangeError unless it has 6 to 20 digits. */
  async hash(pin: string): Promise<PinRecord> {
    if (!/^\d{6,20}$/.test(pin)) throw new RangeError('a PIN has 6 to 20 digits');
    const salt = randomBytes(16);
    const key = await derive(pin, salt, COST);
    return { salt: salt.toString('base64'), hash: key.toString('base64'), cost: COST };
  }

  /** Checks a PIN of a member of staff; wrong tries count per person, also over restarts. */
  verify(staff: string, pin: string, record: PinRecord): Promise<PinResult> {
    const result = this.last.then(() => this.check(staff, pin, record));
    this.last = result.catch(() => undefined);
    return result;
  }

  private async check(staff: string, pin: string, record: PinRecord): Promise<PinResult> {
    const before = this.tries.get(staff) ?? { wrong: 0, until: 0 };
    if (before.wrong >= LOCK_AFTER) return { ok: false, code: 'locked' };
    const left = before.until - this.now();
    if (left > 0 && left <= LONGEST_WAIT_SECONDS * 1000)
      return { ok: false, code: 'wait', seconds: Math.ceil(left / 1000) };
    const expected = Buffer.from(record.hash, 'base64');
    const key = await derive(pin, Buffer.from(record.salt, 'base64'), record.cost);
    if (key.length === expected.length && timingSafeEqual(key, expected)) {
      if (this.tries.delete(staff)) this.keep();
      return { ok: true };
    }
    const wrong = before.wrong + 1;
    const wait =
      wrong < FREE_TRIES ? 0 : Math.min(FIRST_WAIT_SECONDS * 2 ** (wrong - FREE_TRIES), LONGEST_WAIT_SECONDS);
    this.tries.set(staff, { wrong, until: this.now() + wait * 1000 });
    this.keep();
    if (wrong >= LOCK_AFTER) return { ok: false, code: 'locked' };
    if (wait > 0) return { ok: false, code: 'wait', seconds: wait };
    return { ok: false, code: 'wrong', triesLeft: LOCK_AFTER - wrong };
  }

  /** Takes a person's lock away (after an administrator gave a new PIN). */
  unlock(staff: string): void {
    if (this.tries.delete(staff)) this.keep();
  }

  private keep(): void {
    const partial = `${this.file}.part`;
    try {
      fs.writeFileSync(partial, JSON.stringify(Object.fromEntries(this.tries)), { mode: 0o600 });
      fs.renameSync(partial, this.file);
    } catch {
      // A full disk must not keep people out; the count goes on in memory.
    }
  }
}

function readTries(file: string): Map<string, Tries> {
  try {
    const kept = Object.entries(
      JSON.parse(fs.readFileSync(file, 'utf8')) as Record<string, Partial<Tries> | null>,
    );
    return new Map(
      kept.flatMap(([staff, tries]) => {
        const { wrong, until } = tries ?? {};
        return Number.isInteger(wrong) && typeof until === 'number'
          ? [[staff, { wrong: Number(wrong), until }] as const]
          : [];
      }),
    );
  } catch {
    return new Map();
  }
}
