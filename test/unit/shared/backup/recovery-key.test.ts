import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatRecoveryKey, parseRecoveryKey } from '@shared/backup/recovery-key';

const key = fc.uint8Array({ minLength: 16, maxLength: 16 });

it('reads back every key it prints, however it is typed', () => {
  fc.assert(
    fc.property(key, (bytes) => {
      const printed = formatRecoveryKey(bytes);
      expect(printed).toMatch(/^([0-9A-Z]{4}-){6}[0-9A-Z]{4}$/);
      const sloppy = printed.toLowerCase().replaceAll('-', '  ').replaceAll('0', 'o').replaceAll('1', 'l');
      expect(parseRecoveryKey(sloppy)).toEqual(bytes);
    }),
  );
});

it('notices one mistyped and two swapped characters', () => {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  fc.assert(
    fc.property(key, fc.nat(27), fc.integer({ min: 1, max: 31 }), (bytes, place, shift) => {
      const chars = [...formatRecoveryKey(bytes).replaceAll('-', '')];
      const slip = [...chars];
      slip[place] = alphabet[(alphabet.indexOf(chars[place] ?? '') + shift) % 32] ?? '';
      expect(parseRecoveryKey(slip.join(''))).toBeNull();
      const next = (place + 1) % 28;
      const swapped = [...chars];
      [swapped[place], swapped[next]] = [chars[next] ?? '', chars[place] ?? ''];
      if (chars[place] !== chars[next]) expect(parseRecoveryKey(swapped.join(''))).toBeNull();
    }),
  );
});

it('refuses what is no key', () => {
  for (const typed of ['', '1234', 'A'.repeat(28), '前台'.repeat(14), 'Z'.repeat(26) + '00'])
    expect(parseRecoveryKey(typed)).toBeNull();
});
