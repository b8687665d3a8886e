import { tmpdir } from 'node:os';
import { expect, it } from 'vitest';
import { diskEncryption, ofLinux, ofMac, ofWindows } from '../../../electron/disk-encryption';

it('understands what the three systems say', () => {
  expect(['1\r\n', '2', '3', '5', '6', '', 'x'].map(ofWindows)).toEqual([
    'on',
    'off',
    'off',
    'off',
    'on',
    'unknown',
    'unknown',
  ]);
  expect(['FileVault is On.\n', 'FileVault is Off.\n', 'fdesetup: not found'].map(ofMac)).toEqual([
    'on',
    'off',
    'unknown',
  ]);
  expect(['lvm\ncrypt\npart\ndisk\n', 'part\ndisk\n', 'loop\n', ''].map(ofLinux)).toEqual([
    'on',
    'off',
    'unknown',
    'unknown',
  ]);
});

it('does not know of a folder that is not there, and says so', async () => {
  expect(await diskEncryption('/no/such/folder')).toBe('unknown');
  expect(['on', 'off', 'unknown']).toContain(await diskEncryption(tmpdir()));
});
