/** Matters go to a named colleague only by whoever may, and only open ones (DOMAIN §2, 首问负责制). */
import { describe, expect, it } from 'vitest';
import type { Context, Loaded } from '@shared/core/command';
import type { Envelope } from '@shared/core/envelope';
import type { Role } from '@shared/core/roles';
import { DEFAULT_SETTINGS } from '@shared/core/settings';
import { handOverMatters } from '@shared/service/hand-over';
import { isOpenMatter } from '@shared/service/open';

const record = (id: string, kind: string, rest: object): Envelope =>
  ({
    id,
    kind,
    status: 'open',
    day: '2026-11-21',
    dueAt: '9999',
    desk: 'A',
    by: 's1',
    key: '',
    ver: {},
    ...rest,
  }) as Envelope;

const matter = (id: string, key: string, status = 'open'): Envelope =>
  record(id, 'enquiry', { key, status, body: { v: 1, handOvers: [] } });
const staff = (id: string, roles: readonly Role[], status = 'active'): Envelope =>
  record(id, 'staff', { status, body: { v: 1, staffNo: id, name: id, roles, departments: [], phone: '' } });

const context = (roles: readonly Role[]): Context => ({
  actId: 'act1',
  now: '2026-11-21T08:00:00.000Z',
  day: '2026-11-21',
  desk: 'A',
  actor: { id: 's1', name: '林晓彤', roles, departments: [] },
  witnesses: [],
  settings: DEFAULT_SETTINGS,
});

function run(matters: readonly Envelope[], to: Envelope | null, roles: readonly Role[] = ['clerk']): unknown {
  const loaded: Loaded = { matters, staff: to ? [to] : [] };
  const input = { ids: matters.map(({ id }) => id), to: to?.id ?? '', reason: '下班' };
  return handOverMatters.decide(input, loaded, context(roles));
}

describe('handing over matters', () => {
  const colleague = staff('s2', ['clerk']);

  it('moves the responsibility and says so in the record', () => {
    const decision = run([matter('m1', 's1'), matter('m2', 's1')], colleague);
    expect(decision).toMatchObject({
      ok: true,
      writes: [
        { doc: { id: 'm1', key: 's2', body: { handOvers: [{ id: 'act1', from: 's1', to: 's2' }] } } },
        { doc: { id: 'm2', key: 's2' } },
      ],
    });
  });

  it.each([
    ['somebody else’s matter', [matter('m1', 's3')], colleague, 'notResponsible'],
    ['a closed matter', [matter('m1', 's1', 'closed')], colleague, 'matterClosed'],
    ['to whom it is already', [matter('m1', 's2')], colleague, 'alreadyResponsible'],
    ['to nobody', [matter('m1', 's1')], null, 'required'],
    ['to who has left', [matter('m1', 's1')], staff('s2', ['clerk'], 'left'), 'colleagueGone'],
    ['to who is not at the desk', [matter('m1', 's1')], staff('s2', ['finance']), 'colleagueNotAtDesk'],
  ])('refuses %s', (_what, matters, to, code) => {
    const decision = run(matters, to) as { ok: boolean; refusals: readonly { code: string }[] };
    expect(decision.ok).toBe(false);
    expect(decision.refusals.map((refusal) => refusal.code)).toContain(code);
  });

  it('lets a lead move anybody’s', () => {
    expect(run([matter('m1', 's3')], colleague, ['lead'])).toMatchObject({ ok: true });
  });

  it('knows no responsible person of other records', () => {
    expect(isOpenMatter(record('c1', 'syncConflict', {}))).toBe(false);
  });
});
