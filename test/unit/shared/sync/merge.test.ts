/** What becomes of two states of one record (DESIGN §4, "Merging"). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Envelope, LogEntry } from '@shared/core/envelope';
import { compareVer } from '@shared/core/ver';
import type { CountLine, Figure } from '@shared/counts/schema';
import { meet } from '@shared/sync/merge';

const entry = (id: string, at: string): LogEntry => ({ id, act: 'visit.correct', at, by: 's1', desk: 'A' });

const visit = (body: object, ver: Envelope['ver'], rest: Partial<Envelope> = {}): Envelope => ({
  id: 'v1',
  kind: 'visit',
  status: 'onSite',
  day: '2026-11-21',
  dueAt: '9999',
  desk: 'A',
  by: 's1',
  at: '2026-11-21T01:00:00.000Z',
  ver,
  key: '',
  body: { v: 1, ...body },
  ...rest,
});

const base = visit({ name: '王建国', company: '', log: [entry('1', '2026-11-21T01:00:00.000Z')] }, { A: 1 });

describe('two states of a record', () => {
  it('are one when either contains the other', () => {
    const newer = visit({ name: '王建军' }, { A: 2 });
    expect(meet('visits', base, null, newer, 'B')).toEqual({ become: 'master' });
    expect(meet('visits', newer, null, base, 'B')).toEqual({ become: 'local' });
    expect(meet('visits', base, null, { ...base }, 'B')).toEqual({ become: 'same' });
    expect(meet('visits', null, null, base, 'B')).toEqual({ become: 'master' });
  });

  it('are put together field by field, with the logs of both', () => {
    const here = visit(
      {
        name: '王建军',
        company: '',
        log: [...(base.body.log ?? []), entry('3', '2026-11-21T03:00:00.000Z')],
      },
      { A: 1, B: 1 },
    );
    const there = visit(
      {
        name: '王建国',
        company: '海湾',
        log: [...(base.body.log ?? []), entry('2', '2026-11-21T02:00:00.000Z')],
      },
      { A: 2 },
      { status: 'left' },
    );
    const met = meet('visits', here, base, there, 'B');
    if (met.become !== 'merged') throw new Error(met.become);
    expect(met.doc).toMatchObject({ status: 'left', body: { name: '王建军', company: '海湾' } });
    expect(met.doc.body.log?.map(({ id }) => id)).toEqual(['1', '2', '3']);
    for (const side of [here, there]) expect(compareVer(met.doc.ver, side.ver)).toBe('newer');
  });

  it('are left to a lead where both changed the same, or nobody knows what they grew from', () => {
    const here = visit({ name: '甲', company: '' }, { A: 1, B: 1 });
    const there = visit({ name: '乙', company: '' }, { A: 2 });
    expect(meet('visits', here, base, there, 'B')).toEqual({ become: 'conflict', fields: ['name'] });
    const elsewhere = visit({ name: '王建国', company: '海湾' }, { A: 1, B: 1 });
    expect(meet('visits', elsewhere, null, there, 'B')).toEqual({
      become: 'conflict',
      fields: ['name', 'company'],
    });
  });

  it('never become one in the ledger', () => {
    const here = visit({ name: '甲' }, { A: 1 }, { kind: 'tillHandover' });
    const there = visit({ name: '乙' }, { A: 2 }, { kind: 'tillHandover' });
    expect(meet('ledger', here, base, there, 'B')).toEqual({ become: 'conflict', fields: [] });
  });

  it('keep the figures of both desks that counted one line, the earliest first', () => {
    const figure = (desk: string, at: string): Figure => ({ quantity: 3, at, by: 's1', desk, cut: {} });
    const line = (desk: string, at: string): Envelope =>
      visit(
        { count: 'c', product: 'p', location: 'l', reason: '', figures: [figure(desk, at)] },
        { [desk]: 1 },
        {
          kind: 'countLine',
          status: 'counted',
          desk,
        },
      );
    const met = meet(
      'stockDocuments',
      line('B', '2026-11-21T01:05:00.000Z'),
      null,
      line('A', '2026-11-21T01:10:00.000Z'),
      'B',
    );
    if (met.become !== 'merged') throw new Error(met.become);
    expect((met.doc as CountLine).body.figures.map(({ desk }) => desk)).toEqual(['B', 'A']);
  });

  it('merge without losing a value that only one side changed', () => {
    const fields = ['name', 'company', 'plate', 'remark'] as const;
    const change = fc.dictionary(fc.constantFrom(...fields), fc.string({ minLength: 1 }), { maxKeys: 4 });
    fc.assert(
      fc.property(change, change, (mine, theirs) => {
        const plain = visit({ name: '', company: '', plate: '', remark: '' }, { A: 1 });
        const here = visit({ ...plain.body, ...mine }, { A: 1, B: 1 });
        const there = visit({ ...plain.body, ...theirs }, { A: 2 });
        const met = meet('visits', here, plain, there, 'B');
        const clash = fields.filter((name) => name in mine && name in theirs && mine[name] !== theirs[name]);
        if (met.become === 'conflict') expect([...met.fields].sort()).toEqual([...clash].sort());
        else {
          expect(clash).toEqual([]);
          if (met.become === 'merged') expect(met.doc.body).toMatchObject({ ...theirs, ...mine });
        }
      }),
    );
  });
});

describe('an item that two desks gave out while apart', () => {
  const event = (id: string, type: string, quantity: number): object => ({
    id,
    at: `2026-11-21T0${id}:00:00.000Z`,
    by: 's1',
    desk: 'A',
    second: null,
    type,
    ...(type === 'voided' ? {} : { quantity }),
    ...(type === 'claimed' ? { signature: { mode: 'screen' } } : {}),
  });
  const item = (quantity: number, ver: Envelope['ver'], ...events: readonly object[]): Envelope =>
    visit({ foundAt: '2026-11-20T01:00:00.000Z', quantity, owner: null, contacts: [], events }, ver, {
      kind: 'foundItem',
      status: 'held',
    });
  const found = item(2, { A: 1 });

  it('has both claims, and the state that follows, where the quantity holds both', () => {
    const here = item(2, { A: 1, B: 1 }, event('1', 'claimed', 1));
    const there = item(2, { A: 2 }, event('2', 'claimed', 1));
    const met = meet('lostItems', here, found, there, 'B');
    if (met.become !== 'merged') throw new Error(met.become);
    expect(met.doc).toMatchObject({ status: 'claimed', dueAt: '9999' });
    expect(
      (met.doc.body as unknown as { events: readonly { id: string }[] }).events.map(({ id }) => id),
    ).toEqual(['1', '2']);
  });

  it.each([
    ['claimed on both', 'claimed', 'claimed'],
    ['claimed on one and handed over on the other', 'claimed', 'handedOver'],
    ['handed over on both', 'handedOver', 'handedOver'],
    ['claimed on one and void on the other', 'claimed', 'voided'],
  ])('is left to a lead when it was %s', (_what, mine, theirs) => {
    const here = { ...item(2, { A: 1, B: 1 }, event('1', mine, 2)), status: 'claimed' };
    const there = { ...item(2, { A: 2 }, event('2', theirs, 2)), status: 'handedOver' };
    expect(meet('lostItems', here, found, there, 'B')).toEqual({ become: 'conflict', fields: ['events'] });
  });
});

describe('acts that may happen once, under one id at both desks', () => {
  it.each([
    [
      'a visit signed out twice',
      'visits',
      'visit',
      { timeOut: '2026-11-21T02:00:00.000Z' },
      { timeOut: '2026-11-21T02:30:00.000Z' },
    ],
    [
      'two morning counts of one day',
      'stockDocuments',
      'count',
      { no: 'QD-A-20261121-0001' },
      { no: 'QD-B-20261121-0001' },
    ],
    ['one till closed twice', 'ledger', 'tillSeal', { float: 1 }, { float: 2 }],
    ['one month closed twice', 'ledger', 'monthClose', { note: 'a' }, { note: 'b' }],
    ['two returns of one deposit', 'ledger', 'depositReturned', { kept: 1 }, { kept: 2 }],
    ['two first refunds of one sale', 'ledger', 'refund', { total: 1 }, { total: 2 }],
  ] as const)('%s is left to a lead', (_what, collection, kind, mine, theirs) => {
    const here = visit(mine, { B: 1 }, { kind, desk: 'B' });
    const there = visit(theirs, { A: 1 }, { kind });
    expect(meet(collection, here, null, there, 'B').become).toBe('conflict');
  });
});

describe('the ticket of one matter', () => {
  const ticket = (desk: string, status: string, body: object): Envelope =>
    visit(
      { pairs: [], outcome: null, note: '', ...body },
      { [desk]: status === 'open' ? 1 : 2 },
      { kind: 'syncConflict', status, desk },
    );
  const done = { outcome: 'kept', note: '核对过', log: [entry('9', '2026-11-21T05:00:00.000Z')] };

  it('is one, whichever desk made it', () => {
    expect(meet('tickets', ticket('B', 'open', {}), null, ticket('A', 'open', {}), 'B')).toEqual({
      become: 'master',
    });
  });
  it('is decided once somebody decided it, whichever side had it', () => {
    expect(meet('tickets', ticket('B', 'open', {}), null, ticket('A', 'resolved', done), 'B')).toEqual({
      become: 'master',
    });
    const met = meet('tickets', ticket('B', 'resolved', done), null, ticket('A', 'open', {}), 'B');
    if (met.become !== 'merged') throw new Error(met.become);
    expect(met.doc).toMatchObject({ status: 'resolved', desk: 'A', body: done, ver: { A: 1, B: 3 } });
  });
});
