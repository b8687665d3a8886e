/** A desk whose token was lost or stolen: revoked, and back under its own code. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  Caller,
  demoRecords,
  ENGINES,
  get,
  startOn,
  travelling,
  type Endpoint,
} from '../../helpers/endpoint';
import { visit } from '../../helpers/endpoint-load';

describe.each(Object.keys(ENGINES) as (keyof typeof ENGINES)[])('a revoked desk on %s', (engine) => {
  let endpoint: Endpoint;
  let end: () => Promise<void>;
  beforeAll(async () => {
    ({ endpoint, end } = await startOn(engine));
  });
  afterAll(() => end());

  it('comes back with a new code for its own desk, and its old token stays out', async () => {
    const old = await Caller.enrol(endpoint, 'B');
    await expect(Caller.enrol(endpoint, 'B')).rejects.toThrow('409');
    const [desk] = await endpoint.store.desks();
    await endpoint.store.revoke(desk?.id ?? '');
    expect((await get(endpoint, '/desks', old.headers())).status).toBe(401);
    const back = await Caller.enrol(endpoint, 'B');
    expect(back.desk).toBe('B');
    expect((await get(endpoint, '/desks', back.headers())).status).toBe(200);
    expect((await get(endpoint, '/desks', old.headers())).status).toBe(401);
  });

  it('has its records brought by another desk once it is revoked, flagged, and not before', async () => {
    const lost = await Caller.enrol(endpoint, 'D');
    const other = await Caller.enrol(endpoint, 'E');
    const record = { ...visit('visit:of-d'), desk: 'D' };
    expect((await other.add('visits', [record])).body.rejected).toEqual([
      { id: record.id, reason: 'foreignDesk' },
    ]);
    const desk = (await endpoint.store.desks()).find(({ code }) => code === lost.desk);
    await endpoint.store.revoke(desk?.id ?? '');
    expect((await other.add('visits', [record])).body).toEqual({ conflicts: [], rejected: [] });
    expect(await endpoint.store.flags('visits')).toContainEqual({ id: record.id, flag: 'broughtBy:E' });
    // Nobody can bring what a desk in use has not sent itself.
    expect((await other.add('visits', [{ ...visit('visit:of-b'), desk: 'B' }])).body.rejected).toEqual([
      { id: 'visit:of-b', reason: 'foreignDesk' },
    ]);
  });

  it('cannot have an entry of the ledger rewritten by anybody', async () => {
    const desk = await Caller.enrol(endpoint, 'F');
    const other = await Caller.enrol(endpoint, 'G');
    const entry = demoRecords()
      .get('ledger')
      ?.find(({ kind }) => kind === 'tipTaken');
    if (!entry) throw new Error('no entry');
    const { no: _, ...body } = entry.body;
    const whole = { ...entry, id: 'paid:1', desk: 'F', body };
    expect((await desk.add('ledger', [whole])).body).toEqual({ conflicts: [], rejected: [] });
    for (const caller of [desk, other]) {
      const { body: answer } = await caller.push('ledger', [
        {
          newDocumentState: travelling({ ...whole, ver: { F: 2 }, body: { ...body, amount: 1 } as never }),
          assumedMasterState: travelling(whole),
        },
      ]);
      expect(answer).toEqual({ conflicts: [travelling(whole)], rejected: [] });
    }
  });
});
