/** A lead takes one of two states; both stay on record. */
import { describe, expect, it } from 'vitest';
import type { Context, Decision } from '@shared/core/command';
import { NEVER_DUE, type CollectionName, type Envelope } from '@shared/core/envelope';
import { DEFAULT_SETTINGS } from '@shared/core/settings';
import type { SyncConflict } from '@shared/sync/conflict';
import { resolveConflict } from '@shared/sync/resolve';
import { scoped } from '@shared/sync/scope';

const AT = '2026-11-21T02:00:00.000Z';
const context: Context = {
  actId: 'act-1',
  now: AT,
  day: '2026-11-21',
  desk: 'B',
  actor: { id: 's2', name: '周立', roles: ['lead'], departments: [] },
  witnesses: [],
  settings: DEFAULT_SETTINGS,
};

const record = (kind: string, status: string, body: object, desk = 'A'): Envelope => ({
  id: 'r1',
  kind,
  status,
  day: '2026-11-21',
  dueAt: NEVER_DUE,
  desk,
  by: 's1',
  at: AT,
  ver: { [desk]: 2 },
  key: '',
  body: { v: 1, log: [{ id: `log-${desk}`, act: 'x', at: AT, by: 's1', desk }], ...body },
});

const conflict = (collection: CollectionName, kept: Envelope, other: Envelope): SyncConflict => ({
  id: 'conflict:1',
  kind: 'syncConflict',
  status: 'open',
  day: '2026-11-21',
  dueAt: NEVER_DUE,
  desk: 'B',
  by: 's1',
  at: AT,
  ver: { B: 1 },
  key: '',
  body: { v: 1, pairs: [{ collection, kept, other, fields: ['name'] }], outcome: null, note: '' },
});

const decide = (ticket: SyncConflict, take: 'kept' | 'other', now: Envelope): Decision =>
  resolveConflict.decide(
    { conflict: ticket, take, note: ' 核对过 ' },
    { conflict: [ticket], pair0: [now] },
    context,
  );

const kept = record('count', 'submitted', { no: 'QD-A-20261121-0001', name: '甲' });
const other = record('count', 'counting', { no: 'QD-B-20261121-0001', name: '乙' }, 'B');

describe('resolving', () => {
  it('with what is in force closes the ticket and leaves the record', () => {
    const decision = decide(conflict('stockDocuments', kept, other), 'kept', kept);
    if (!decision.ok) throw new Error('refused');
    expect(decision.writes).toHaveLength(1);
    expect(decision.writes[0]?.doc).toMatchObject({
      status: 'resolved',
      body: { outcome: 'kept', note: '核对过' },
    });
  });

  it('with the other brings its contents, and keeps number, origin and log of the record', () => {
    const decision = decide(conflict('stockDocuments', kept, other), 'other', kept);
    if (!decision.ok) throw new Error('refused');
    const doc = decision.writes[1]?.doc;
    expect(doc).toMatchObject({
      id: 'r1',
      desk: 'A',
      status: 'counting',
      body: { no: 'QD-A-20261121-0001', name: '乙' },
    });
    expect(doc?.body.log?.map(({ id }) => id)).toEqual(['log-A', 'act-1']);
    expect(doc?.body.log?.at(-1)?.changes).toContainEqual({ field: 'name', from: '甲', to: '乙' });
  });

  it('never writes over an entry of the ledger, and happens once', () => {
    const ledger = conflict('ledger', kept, other);
    expect(decide(ledger, 'other', kept)).toEqual({ ok: false, refusals: [{ code: 'conflictImmutable' }] });
    expect(decide({ ...ledger, status: 'resolved' }, 'kept', kept)).toEqual({
      ok: false,
      refusals: [{ code: 'conflictResolved' }],
    });
  });
});

it('shows a manager in the browser every ticket but one about a PIN', () => {
  const viewer = { roles: ['manager'], departments: [] } as const;
  const see = (ticket: SyncConflict): Envelope | null => scoped(viewer, 'tickets', ticket, '2026-11-21');
  expect(see(conflict('stockDocuments', kept, other))).not.toBeNull();
  const pin = record('credential', 'active', { hash: 'secret' });
  expect(see(conflict('directory', pin, pin))).toBeNull();
});
