/** Whether the disk that holds the profile is encrypted, as far as the system tells an ordinary user (DESIGN §5). */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { DiskEncryption } from '../shared/host';

const run = promisify(execFile);
/** A system that does not answer must not keep the page waiting. */
const LIMIT_MS = 8_000;

/** What Windows' shell says of a drive; its tool for administrators would ask for their password. */
export function ofWindows(answer: string): DiskEncryption {
  // 1 on · 2 off · 3 encrypting · 4 decrypting · 5 suspended · 6 locked
  const state = Number.parseInt(answer.trim(), 10);
  if (state === 1 || state === 6) return 'on';
  return state === 2 || state === 3 || state === 4 || state === 5 ? 'off' : 'unknown';
}

/** What `fdesetup status` says. */
export function ofMac(answer: string): DiskEncryption {
  if (/FileVault is On/i.test(answer)) return 'on';
  return /FileVault is Off/i.test(answer) ? 'off' : 'unknown';
}

/** Types of the block devices below a file system, from `lsblk`: one of them is the cipher, or none. */
export function ofLinux(answer: string): DiskEncryption {
  const types = answer.split(/\s+/).filter(Boolean);
  if (types.includes('crypt')) return 'on';
  return types.includes('disk') || types.includes('part') ? 'off' : 'unknown';
}

async function ask(profile: string): Promise<DiskEncryption> {
  const say = async (program: string, ...args: readonly string[]): Promise<string> =>
    (await run(program, [...args], { timeout: LIMIT_MS, windowsHide: true })).stdout;
  if (process.platform === 'win32') {
    const drive = path.parse(profile).root.replace(/[^A-Za-z:]/g, '');
    const script = `(New-Object -ComObject Shell.Application).NameSpace('${drive}').Self.ExtendedProperty('System.Volume.BitLockerProtection')`;
    return ofWindows(await say('powershell.exe', '-NoProfile', '-NonInteractive', '-Command', script));
  }
  if (process.platform === 'darwin') return ofMac(await say('/usr/bin/fdesetup', 'status'));
  const device = (await say('df', '--output=source', profile)).split('\n')[1]?.trim() ?? '';
  if (!device.startsWith('/dev/')) return 'unknown';
  return ofLinux(await say('lsblk', '--inverse', '--noheadings', '--output', 'TYPE', device));
}

/** Never throws: what cannot be found out is unknown. */
export const diskEncryption = (profile: string): Promise<DiskEncryption> =>
  ask(profile).catch(() => 'unknown');
