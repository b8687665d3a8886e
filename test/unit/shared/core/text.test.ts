import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cleanLine, cleanLines, lengthOf } from '@shared/core/text';

it('keeps emoji, families of emoji and characters beyond the basic plane', () => {
  expect(cleanLine(' 𬭚𫖮䶮㛃 👨‍👩‍👧 😀 ')).toBe('𬭚𫖮䶮㛃 👨‍👩‍👧 😀');
  expect(lengthOf('𬭚😀a')).toBe(3);
});

it('takes out what nobody sees: controls, half characters, turned reading direction', () => {
  expect(cleanLine('张\u0000三\ud83d \u202e李')).toBe('张 三 李');
});

it('makes one line of a line, and keeps the lines of a text', () => {
  expect(cleanLine('a\r\nb\t c')).toBe('a b c');
  expect(cleanLines('a \r\n b\n\n')).toBe('a\nb');
});

it('cleans once and for all', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      expect(cleanLine(cleanLine(typed))).toBe(cleanLine(typed));
      expect(cleanLines(cleanLines(typed))).toBe(cleanLines(typed));
      expect(cleanLine(typed)).not.toMatch(/\p{Cs}/u);
    }),
  );
});
