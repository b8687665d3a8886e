import { describe, expect, it } from 'vitest';
import type { Role } from '../../../../shared/core/roles';
import { mayPrintAgain } from '../../../../shared/printing/trouble';

const person = (id: string, ...roles: readonly Role[]): { id: string; roles: readonly Role[] } => ({
  id,
  roles,
});

describe('a form that did not come out', () => {
  it.each([
    ['who sent it', person('a', 'finance'), person('a', 'finance'), true],
    ['who sent it, under another role by now', person('a', 'clerk'), person('a', 'hr'), true],
    ['a colleague at the desk', person('b', 'clerk'), person('a', 'clerk'), true],
    ['the lead, of a clerk', person('b', 'lead'), person('a', 'clerk'), true],
    ['the manager, of a clerk', person('b', 'manager'), person('a', 'clerk'), true],
    ['a clerk, of finance', person('b', 'clerk'), person('a', 'finance'), false],
    ['a clerk, of the lead', person('b', 'clerk'), person('a', 'lead'), false],
    ['the lead, of HR', person('b', 'lead'), person('a', 'hr'), false],
    ['the lead, of a clerk who is HR, too', person('b', 'lead'), person('a', 'clerk', 'hr'), false],
    ['finance, of a clerk', person('b', 'finance'), person('a', 'clerk'), false],
    ['a clerk, of nobody known', person('b', 'clerk'), null, false],
    ['the manager, of nobody known', person('b', 'manager'), null, true],
  ])('printed again by %s', (_who, me, sender, may) => {
    expect(mayPrintAgain(me, sender)).toBe(may);
  });
});
