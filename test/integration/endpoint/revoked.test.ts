/** A desk whose token was lost or stolen: revoked, and back under its own code. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Caller, ENGINES, get, startOn, type Endpoint } from '../../helpers/endpoint';

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
});
