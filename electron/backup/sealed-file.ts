/**
 * A sealed file: a plain header line, then AES-256-GCM chunks of 1 MiB. Each chunk's nonce is its
 * number with a flag on the last, so chunks cannot be swapped, repeated or cut off unseen; a damaged
 * chunk costs only itself.
 */
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';

const MAGIC = 'DESKBOOK1';
const CHUNK = 1 << 20;
const TAG = 16;

/** What stands readable at the head of a sealed file; no personal data. */
export interface SealedHeader {
  readonly keyId: string;
  readonly kind: 'file' | 'manifest';
  readonly at: string;
  readonly desk: string;
}

/** Short public hash of a recovery key: tells "another club's or a wrong key" from "damaged". */
export function keyIdOf(key: Uint8Array): string {
  return createHash('sha256').update('deskbook key id').update(key).digest('hex').slice(0, 16);
}

function fileKey(key: Uint8Array, salt: Buffer, header: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, salt, `deskbook sealed file ${header}`, 32));
}

function nonce(index: number, last: boolean): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt32BE(index, 4);
  bytes.writeUInt8(last ? 1 : 0, 11);
  return bytes;
}

async function* chunksOf(source: string | Buffer): AsyncGenerator<Buffer> {
  if (typeof source !== 'string') {
    for (let at = 0; at === 0 || at < source.length; at += CHUNK) yield source.subarray(at, at + CHUNK);
    return;
  }
  let rest = Buffer.alloc(0);
  for await (const piece of createReadStream(source, { highWaterMark: CHUNK })) {
    rest = Buffer.concat([rest, piece as Buffer]);
    while (rest.length > CHUNK) {
      yield rest.subarray(0, CHUNK);
      rest = rest.subarray(CHUNK);
    }
  }
  yield rest;
}

/**
 * Seals a file (by path) or a buffer into `target`, written beside it first, synced, then renamed.
 * @returns SHA-256 (hex) and length of the plain content.
 * @throws the file system's error; nothing half-written stays under the target's name.
 */
export async function seal(
  source: string | Buffer,
  target: string,
  key: Uint8Array,
  header: SealedHeader,
): Promise<{ readonly sha256: string; readonly bytes: number }> {
  const partial = `${target}.part`;
  const headerText = JSON.stringify(header);
  const salt = randomBytes(16);
  const secret = fileKey(key, salt, headerText);
  const hash = createHash('sha256');
  let bytes = 0;
  const file = await open(partial, 'w');
  try {
    await file.write(`${MAGIC} ${salt.toString('hex')} ${headerText}\n`);
    let index = 0;
    let waiting: Buffer | null = null;
    const put = async (chunk: Buffer, last: boolean): Promise<void> => {
      const cipher = createCipheriv('aes-256-gcm', secret, nonce(index, last));
      index += 1;
      await file.write(Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()]));
    };
    for await (const chunk of chunksOf(source)) {
      hash.update(chunk);
      bytes += chunk.length;
      if (waiting) await put(waiting, false);
      waiting = Buffer.from(chunk);
    }
    await put(waiting ?? Buffer.alloc(0), true);
    await file.sync();
  } catch (error) {
    await file.close();
    await rm(partial, { force: true });
    throw error;
  }
  await file.close();
  await rename(partial, target);
  return { sha256: hash.digest('hex'), bytes };
}

interface Opened {
  readonly file: FileHandle;
  readonly header: SealedHeader;
  readonly headerText: string;
  readonly salt: Buffer;
  readonly start: number;
  readonly size: number;
}

async function openSealed(source: string): Promise<Opened | null> {
  const file = await open(source, 'r');
  try {
    const head = Buffer.alloc(2048);
    const { bytesRead } = await file.read(head, 0, head.length, 0);
    const end = head.subarray(0, bytesRead).indexOf(10);
    const match = /^(\S+) ([0-9a-f]{32}) (\{.*\})$/.exec(head.subarray(0, Math.max(end, 0)).toString('utf8'));
    if (match?.[1] === MAGIC && match[2] && match[3]) {
      const header = JSON.parse(match[3]) as SealedHeader;
      const { size } = await file.stat();
      return { file, header, headerText: match[3], salt: Buffer.from(match[2], 'hex'), start: end + 1, size };
    }
  } catch (error) {
    if (!(error instanceof SyntaxError)) {
      await file.close();
      throw error;
    }
  }
  await file.close();
  return null;
}

/** The readable head of a sealed file, or null when it is none. */
export async function readHeader(source: string): Promise<SealedHeader | null> {
  const opened = await openSealed(source);
  await opened?.file.close();
  return opened?.header ?? null;
}

function openChunk(secret: Buffer, iv: Buffer, sealed: Buffer): Buffer | null {
  if (sealed.length < TAG) return null;
  const decipher = createDecipheriv('aes-256-gcm', secret, iv, { authTagLength: TAG });
  decipher.setAuthTag(sealed.subarray(-TAG));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -TAG)), decipher.final()]);
  } catch {
    return null;
  }
}

/**
 * Opens a sealed file chunk by chunk into `onChunk`.
 * @returns its hash and whether every chunk was whole; damaged chunks are left out, the rest is given.
 */
export async function unseal(
  source: string,
  key: Uint8Array,
  onChunk: (chunk: Buffer) => Promise<void> | void,
): Promise<{ readonly whole: boolean; readonly sha256: string; readonly bytes: number }> {
  const opened = await openSealed(source);
  const hash = createHash('sha256');
  let bytes = 0;
  if (!opened) return { whole: false, sha256: hash.digest('hex'), bytes };
  const { file, headerText, salt, start, size } = opened;
  const secret = fileKey(key, salt, headerText);
  let whole = size > start;
  try {
    for (let at = start, index = 0; at < size; at += CHUNK + TAG, index += 1) {
      const length = Math.min(CHUNK + TAG, size - at);
      const sealed = Buffer.alloc(length);
      await file.read(sealed, 0, length, at);
      const last = at + length >= size;
      const chunk = openChunk(secret, nonce(index, last), sealed);
      if (!chunk) {
        whole = false;
        continue;
      }
      hash.update(chunk);
      bytes += chunk.length;
      await onChunk(chunk);
    }
  } finally {
    await file.close();
  }
  return { whole, sha256: hash.digest('hex'), bytes };
}
