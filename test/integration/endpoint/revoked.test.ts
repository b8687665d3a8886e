/** A desk whose token was lost or stolen: revoked, and back under its own code. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Caller, ENGINES, get, listen, type Endpoint } from '../../helpers/endpoint';
import type { Store } from '../../../server/store/store';

describe.each(Object.entries(ENGINES))('a revoked desk on %s', (_name, engine) => {
  let made: Awaited<ReturnType<typeof engine>>;
  let store: Store;
  let endpoint: Endpoint;
  beforeAll(async () => {
    made = await engine();
    store = await made.open();
    endpoint = await listen(store);
  });
  afterAll(async () => {
    await endpoint.stop();
    await store.close();
    await made.end();
  });

  it('comes back with a new code for its own desk, and its old token stays out', async () => {
    const old = await Caller.enrol(endpoint, 'B');
    await expect(Caller.enrol(endpoint, 'B')).rejects.toThrow('409');
    const [desk] = await store.desks();
    await store.revoke(desk?.id ?? '');
    expect((await get(endpoint, '/desks', old.headers())).status).toBe(401);
    const back = await Caller.enrol(endpoint, 'B');
    expect(back.desk).toBe('B');
    expect((await get(endpoint, '/desks', back.headers())).status).toBe(200);
    expect((await get(endpoint, '/desks', old.headers())).status).toBe(401);
  });
});
