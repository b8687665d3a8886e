/** The endpoint forgets what was erased, takes nothing of it back, and lets nobody erase who may not (DOMAIN §2). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Envelope } from '@shared/core/envelope';
import { eraseDoc } from '@shared/erasure/personal';
import { ERASE_ACT } from '@shared/erasure/schema';
import {
  Caller,
  demoRecords,
  ENGINES,
  sha256,
  startOn,
  travelling,
  type Endpoint,
} from '../../helpers/endpoint';

const records = demoRecords();
const directory = records.get('directory') ?? [];
const byRole = (role: string): string =>
  directory.find((doc) => doc.kind === 'staff' && (doc.body as { roles?: string[] }).roles?.includes(role))
    ?.id ?? '';
const visits = (records.get('visits') ?? [])
  .filter(({ kind, key }) => kind === 'visit' && key !== '')
  .slice(0, 4);

/** The record as an erasure by this person leaves it. */
function erasedBy(doc: Envelope, by: string): Envelope {
  const at = '2026-11-21T01:00:00.000Z';
  const gone = eraseDoc(doc, { id: `erase ${doc.id}`, at, by });
  const log = [...(gone.body.log ?? []), { id: `erase ${doc.id}`, act: ERASE_ACT, at, by, desk: 'A' }];
  return { ...gone, ver: { A: 9 }, body: { ...gone.body, log } };
}

describe.each(Object.keys(ENGINES) as (keyof typeof ENGINES)[])('an erasure on %s', (engine) => {
  let endpoint: Endpoint;
  let end: () => Promise<void>;
  let desk: Caller;
  beforeAll(async () => {
    ({ endpoint, end } = await startOn(engine));
    desk = await Caller.enrol(endpoint, 'A');
    await desk.addAll('directory', directory);
    await desk.addAll('visits', visits);
  });
  afterAll(() => end());

  const change = (from: Envelope, to: Envelope) =>
    desk.push('visits', [{ newDocumentState: travelling(to), assumedMasterState: travelling(from) }]);

  it('takes the states before out of the history', async () => {
    const [one] = visits as [Envelope];
    const noted = { ...one, ver: { A: 5 }, body: { ...one.body, remark: '核对过' } as Envelope['body'] };
    expect((await change(one, noted)).body).toEqual({ conflicts: [], rejected: [] });
    expect(await endpoint.store.history('visits', one.id)).toHaveLength(2);
    const gone = erasedBy(noted, byRole('lead'));
    expect((await change(noted, gone)).body).toEqual({ conflicts: [], rejected: [] });
    const history = await endpoint.store.history('visits', one.id);
    expect(history).toHaveLength(1);
    expect(history.join()).not.toContain(one.key);
  });

  it('gives the erased state to whoever would bring the data back', async () => {
    const [, one] = visits as [Envelope, Envelope];
    const gone = erasedBy(one, byRole('admin'));
    expect((await change(one, gone)).body).toEqual({ conflicts: [], rejected: [] });
    const back = { ...one, ver: { A: 99 } };
    const { conflicts, rejected } = (await change(gone, back)).body;
    expect(rejected).toEqual([]);
    expect(conflicts).toEqual([travelling(gone)]);
    expect((await endpoint.store.get('visits', [one.id])).get(one.id)).not.toContain(one.key);
  });

  it('is no clerk’s, and none that says nothing of who did it', async () => {
    const [, , one, other] = visits as [Envelope, Envelope, Envelope, Envelope];
    expect((await change(one, erasedBy(one, byRole('clerk')))).body.rejected).toMatchObject([
      { id: one.id, reason: 'roleNotAllowed' },
    ]);
    const unsaid = { ...eraseDoc(other, { id: 'x', at: other.at, by: byRole('lead') }), ver: { A: 9 } };
    expect((await change(other, unsaid)).body.rejected).toMatchObject([
      { id: other.id, reason: 'roleNotAllowed' },
    ]);
    expect((await endpoint.store.get('visits', [one.id])).get(one.id)).toContain(one.key);
  });

  it('removes the file of an erased photo, and no other', async () => {
    const files = ['erased', 'kept'].map((text) => new TextEncoder().encode(text));
    const photos = files.map((file, at): Envelope => ({
      ...(visits[0] as Envelope),
      id: `photo${at}`,
      kind: 'photo',
      status: 'active',
      key: 'item',
      ver: { A: 1 },
      body: {
        v: 1,
        sha: sha256(file),
        bytes: file.length,
        type: 'image/jpeg',
        width: 1,
        height: 1,
      } as Envelope['body'],
    }));
    for (const file of files) await endpoint.store.putBlob(sha256(file), file);
    await desk.addAll('attachments', photos);
    const [photo] = photos as [Envelope];
    const pushed = await desk.push('attachments', [
      {
        newDocumentState: travelling(erasedBy(photo, byRole('lead'))),
        assumedMasterState: travelling(photo),
      },
    ]);
    expect(pushed.body).toEqual({ conflicts: [], rejected: [] });
    const [erased, kept] = await Promise.all(files.map((file) => endpoint.store.getBlob(sha256(file))));
    expect(erased).toBeNull();
    expect(kept).not.toBeNull();
  });
});
