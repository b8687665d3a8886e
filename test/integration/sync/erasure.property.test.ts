/**
 * What one desk erased is gone from every desk and from the endpoint, its history included, whatever late desks, crashes,
 * lost databases and restored endpoints bring along; and all of them agree (DOMAIN §2, DESIGN §4).
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { COLLECTIONS, NEVER_DUE, type Envelope } from '@shared/core/envelope';
import { eraseDoc, isErased, stayErased } from '@shared/erasure/personal';
import { ERASE_ACT, type Erasure } from '@shared/erasure/schema';
import { canonical } from '@shared/sync/canonical';
import { LinkError } from '@shared/sync/desk/ports';
import { beginAnew, syncRound } from '@shared/sync/desk/round';
import { Club, linkTo } from '../../helpers/club';
import { demoRecords } from '../../helpers/endpoint';
import { Crash, ModelDesk } from '../../helpers/model-desk';

const RUNS = Number(process.env.CONVERGENCE_RUNS ?? 30);
/** A history takes a part of a second, on a busy machine two. */
const TIME_MS = Math.max(120_000, RUNS * 2_000);
const SEED = Number(process.env.CONVERGENCE_SEED ?? Date.now() % 1_000_000);
const folder = mkdtempSync(path.join(tmpdir(), 'deskbook-erasure-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const directory = demoRecords().get('directory') ?? [];
const withRole = (role: string): string =>
  directory.find((doc) => doc.kind === 'staff' && (doc.body as { roles?: string[] }).roles?.includes(role))
    ?.id ?? '';
const [CLERK, LEAD] = [withRole('clerk'), withRole('lead')];
const DESKS = ['A', 'B', 'C'] as const;
const AT = '2026-11-21T01:00:00.000Z';
const QUIET = { pulled: () => undefined, pushed: () => undefined, anew: () => undefined };
const NAME = '万俟某';
const PHONE = '13812345678';

const visitOf = (id: string): Envelope => ({
  id,
  kind: 'visit',
  status: 'left',
  day: '2024-01-01',
  dueAt: NEVER_DUE,
  desk: 'A',
  by: CLERK,
  at: '2024-01-01T02:00:00.000Z',
  ver: {},
  key: PHONE,
  body: {
    v: 1,
    no: 'LF-A-20240101-0001',
    name: NAME,
    phone: PHONE,
    people: 2,
    company: '',
    department: '',
    host: '',
    purpose: '咨询',
    details: '',
    plate: '',
    badge: '',
    timeIn: '2024-01-01T02:00:00.000Z',
    timeOut: '2024-01-01T03:00:00.000Z',
    receivedBy: CLERK,
    outcome: 'answered',
    transfer: null,
    remark: '',
    guardian: null,
    stillHereAt: '',
    log: [{ id: `made ${id}`, act: 'visit.register', at: '2024-01-01T02:00:00.000Z', by: CLERK, desk: 'A' }],
  } as unknown as Envelope['body'],
});

type Step = { readonly desk: number } & (
  | { readonly do: 'edit' | 'erase'; readonly record: number }
  | { readonly do: 'sync'; readonly crashIn: number; readonly cutIn: number }
  | { readonly do: 'reset' | 'backup' | 'restore' }
);
const desk = fc.nat({ max: 2 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('edit' as const), desk, record: fc.nat({ max: 2 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('erase' as const), desk, record: fc.nat({ max: 2 }) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('sync' as const),
      desk,
      crashIn: fc.nat({ max: 60 }),
      cutIn: fc.nat({ max: 25 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom('reset' as const, 'backup' as const, 'restore' as const),
      desk,
    }),
  },
);

async function live(steps: readonly Step[], at: string): Promise<void> {
  const club = new Club(at);
  const desks = DESKS.map((code) => new ModelDesk(code));
  const links = DESKS.map((code) => linkTo(club, code));
  const round = async (index: number): Promise<void> => {
    const [one, port] = [desks[index], links[index]];
    if (one && port) await syncRound(one, port, COLLECTIONS, QUIET);
  };
  for (const doc of directory) desks[0]?.act('directory', { ...doc, ver: {} });
  for (const n of [0, 1, 2]) desks[0]?.act('visits', visitOf(`v${n}`));
  for (const [index, one] of desks.entries()) {
    await beginAnew(one, await club.epoch());
    await round(index);
  }
  const erasedIds = new Set<string>();
  let count = 0;
  for (const one of steps) {
    const [here, port] = [desks[one.desk], links[one.desk]];
    if (!here || !port) continue;
    count += 1;
    const act = `act${count}`;
    const doc = 'record' in one ? here.of('visits').get(`v${one.record}`) : undefined;
    const entry = { id: act, at: AT, desk: here.desk };
    const log = (doc?.body.log ?? []) as readonly object[];
    if (one.do === 'edit' && doc)
      here.act(
        'visits',
        stayErased(doc, {
          ...doc,
          body: {
            ...doc.body,
            remark: `${NAME} ${count}`,
            people: 1 + (count % 9),
            log: [...log, { ...entry, act: 'visit.correct', by: CLERK, reason: NAME }],
          } as unknown as Envelope['body'],
        }),
      );
    if (one.do === 'erase' && doc && !isErased(doc)) {
      erasedIds.add(doc.id);
      const gone = eraseDoc(doc, { id: act, at: AT, by: LEAD });
      here.act('visits', {
        ...gone,
        body: { ...gone.body, log: [...(gone.body.log ?? []), { ...entry, act: ERASE_ACT, by: LEAD }] },
      });
      const record: Erasure = {
        id: act,
        kind: 'erasure',
        status: 'done',
        day: '2026-11-21',
        dueAt: NEVER_DUE,
        desk: here.desk,
        by: LEAD,
        at: AT,
        ver: {},
        key: act,
        body: {
          v: 1,
          run: act,
          total: 1,
          before: '2024-11-21',
          months: 24,
          targets: [{ collection: 'visits', id: doc.id }],
          counts: { visit: 1 },
        },
      };
      here.act('auditEvents', record);
    }
    if (one.do === 'backup') await club.backup();
    if (one.do === 'restore') await club.restore();
    if (one.do === 'reset') here.reset();
    if (one.do === 'sync') {
      here.crashIn = one.crashIn + 1;
      port.cutIn = one.cutIn + 1;
      try {
        await round(one.desk);
      } catch (error) {
        if (!(error instanceof Crash || error instanceof LinkError)) throw error;
      } finally {
        here.crashIn = Number.POSITIVE_INFINITY;
        port.cutIn = Number.POSITIVE_INFINITY;
      }
    }
  }
  for (let quiet = 0; quiet < 4; quiet += 1) for (const index of desks.keys()) await round(index);

  const stored = (await club.store.pull('visits', 0, 100)).map(({ text }) => {
    const { _deleted: _, ...doc } = JSON.parse(text) as Envelope & { _deleted: false };
    return doc;
  });
  for (const one of desks) {
    expect([...one.waiting.values()]).toEqual([]);
    expect([...one.of('visits').values()].map(canonical).sort()).toEqual(stored.map(canonical).sort());
    // Not even a database rebuilt from the journal shows it again.
    const journal = [...one.journal.values()].filter(({ doc }) => erasedIds.has(doc.id));
    expect(journal.filter(({ doc }) => !isErased(doc))).toEqual([]);
  }
  for (const doc of stored) {
    expect(isErased(doc)).toBe(erasedIds.has(doc.id));
    if (!erasedIds.has(doc.id)) continue;
    const past = await club.store.history('visits', doc.id);
    for (const text of [canonical(doc), ...past]) {
      expect(text).not.toContain(NAME);
      expect(text).not.toContain(PHONE);
    }
    expect((doc.body as unknown as { people: number }).people).toBeGreaterThan(0);
  }
  // No ticket shows it to anybody either.
  const tickets = await club.store.pull('tickets', 0, 1_000);
  for (const { text } of tickets)
    for (const { kept } of (JSON.parse(text) as { body: { pairs: readonly { kept: Envelope }[] } }).body
      .pairs)
      if (erasedIds.has(kept.id) && isErased(kept)) expect(text).not.toContain(PHONE);
  await club.store.close();
}

it(
  `is gone everywhere after any history (seed ${SEED})`,
  async () => {
    console.info(`erasure: seed ${SEED}, ${RUNS} histories`);
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 50 }), async (steps) => {
        run += 1;
        await live(steps, path.join(folder, String(run)));
        rmSync(path.join(folder, String(run)), { recursive: true, force: true });
      }),
      { numRuns: RUNS, seed: SEED },
    );
  },
  TIME_MS,
);
