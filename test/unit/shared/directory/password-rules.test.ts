/** What a password of the web view must be. */
import { expect, it } from 'vitest';
import { passwordFault } from '@shared/directory/password-rules';

it.each(['correct horse', '海湾球场 2026 秋', 'k7pqm-2xr9b', 'x'.repeat(60) + 'abcde'])(
  'takes %s',
  (password) => {
    expect(passwordFault(password, '2001')).toBeNull();
  },
);

it.each([
  ['short', 'badPasswordLength'],
  ['x'.repeat(129), 'badPasswordLength'],
  ['1357924680', 'weakPassword'],
  ['１３５７９２４６８０', 'weakPassword'],
  ['aaaaaaaaaabb', 'weakPassword'],
  ['abc1abc1abc1', 'weakPassword'],
  ['Qwertyuiop12', 'weakPassword'],
  ['my name is 2001', 'weakPassword'],
])('refuses %s', (password, code) => {
  expect(passwordFault(password, '2001')).toMatchObject({ field: 'newPassword', code });
});
