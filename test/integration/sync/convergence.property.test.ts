/**
 * Desks that edit, lose their network, crash in the middle of a round and meet a restored endpoint end with the same
 * records everywhere, and no edit vanishes: each is in the record's log or in a ticket that shows it (issue 5).
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { COLLECTIONS, NEVER_DUE, type Envelope } from '@shared/core/envelope';
import type { Product } from '@shared/products/schema';
import { canonical } from '@shared/sync/canonical';
import { isConflict } from '@shared/sync/conflict';
import { heal } from '@shared/sync/desk/heal';
import { LinkError, type EndpointPort } from '@shared/sync/desk/ports';
import { beginAnew, syncRound } from '@shared/sync/desk/round';
import { writeRow } from '../../../server/store/write-row';
import { Club, linkTo } from '../../helpers/club';
import { demoRecords } from '../../helpers/endpoint';
import { Crash, ModelDesk } from '../../helpers/model-desk';

const RUNS = Number(process.env.CONVERGENCE_RUNS ?? 40);
/** A history takes a part of a second, on a busy machine two. */
const TIME_MS = Math.max(120_000, RUNS * 2_000);
const SEED = Number(process.env.CONVERGENCE_SEED ?? Date.now() % 1_000_000);
const folder = mkdtempSync(path.join(tmpdir(), 'deskbook-convergence-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const records = demoRecords();
const directory = records.get('directory') ?? [];
const clerk = directory.find(
  (doc) => doc.kind === 'staff' && (doc.body as { roles?: string[] }).roles?.includes('clerk'),
);
const template = records.get('products')?.[0] as Product;
const DESKS = ['A', 'B', 'C'] as const;
const FIELDS = ['name', 'spec', 'shelf', 'status'] as const;

type Step =
  | {
      readonly do: 'edit';
      readonly desk: number;
      readonly record: number;
      readonly field: (typeof FIELDS)[number];
    }
  | { readonly do: 'audit'; readonly desk: number; readonly twin: boolean }
  | {
      readonly do: 'sync';
      readonly desk: number;
      readonly crashIn: number;
      readonly cutIn: number;
      readonly meanwhile: boolean;
    }
  | { readonly do: 'reset'; readonly desk: number }
  | { readonly do: 'web' }
  | { readonly do: 'backup' }
  | { readonly do: 'restore' };

const desk = fc.nat({ max: 2 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('edit' as const),
      desk,
      record: fc.nat({ max: 2 }),
      field: fc.constantFrom(...FIELDS),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('audit' as const), desk, twin: fc.boolean() }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('sync' as const),
      desk,
      crashIn: fc.nat({ max: 60 }),
      cutIn: fc.nat({ max: 25 }),
      meanwhile: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reset' as const), desk }) },
  { weight: 1, arbitrary: fc.constant({ do: 'web' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'backup' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'restore' as const }) },
);

const QUIET = { pulled: () => undefined, pushed: () => undefined, anew: () => undefined };
const AT = '2026-11-21T01:00:00.000Z';

const audit = (id: string, code: string, subject: string): Envelope => ({
  id,
  kind: 'audit',
  status: 'noted',
  day: '2026-11-21',
  dueAt: NEVER_DUE,
  desk: code,
  by: clerk?.id ?? '',
  at: AT,
  ver: {},
  key: '',
  body: { v: 1, what: 'print', subject, detail: {} } as unknown as Envelope['body'],
});

/** Ids of all acts that a set of records tells of, tickets' other states included. */
function told(docs: Iterable<Envelope>): Set<string> {
  const acts = new Set<string>();
  const note = (doc: Envelope): void => {
    acts.add(`${doc.id} ${canonical(doc.body)}`);
    for (const { id } of doc.body.log ?? []) acts.add(id);
    const { name, spec, shelf } = doc.body as Partial<Product['body']>;
    for (const value of [name, spec, shelf]) if (value !== undefined) acts.add(value);
  };
  for (const doc of docs) {
    note(doc);
    if (isConflict(doc))
      for (const { kept, other } of doc.body.pairs) {
        note(kept);
        note(other);
      }
  }
  return acts;
}

async function live(steps: readonly Step[], at: string): Promise<void> {
  const club = new Club(at);
  const desks = DESKS.map((code) => new ModelDesk(code));
  const links = DESKS.map((code) => linkTo(club, code));
  const [a] = desks as [ModelDesk, ModelDesk, ModelDesk];
  for (const doc of directory) a.act('directory', { ...doc, ver: {} });
  for (let n = 0; n < 3; n += 1)
    a.act('products', {
      ...template,
      id: `p${n}`,
      ver: {},
      body: { ...template.body, log: [] },
    });
  const round = async (index: number): Promise<void> => {
    const [one, port] = [desks[index], links[index]];
    if (one && port) await syncRound(one, port, COLLECTIONS, QUIET);
  };
  for (const [index, one] of desks.entries()) {
    await beginAnew(one, await club.epoch());
    await round(index);
  }
  const acts: string[] = [];
  const webActs: string[] = [];
  let count = 0;
  /** Values that somebody replaced who saw them. */
  const replaced = new Set<string>();
  const edit = (at: ModelDesk | undefined, record: number, field: (typeof FIELDS)[number]): void => {
    const doc = at?.of('products').get(`p${record}`) as Product | undefined;
    if (!at || !doc) return;
    count += 1;
    const act = `act${count}`;
    acts.push(act);
    const entry = { id: act, act: 'product.edit', at: AT, by: clerk?.id ?? '', desk: at.desk };
    const log = [...(doc.body.log ?? []), entry];
    if (field === 'status') {
      at.act('products', {
        ...doc,
        status: doc.status === 'onSale' ? 'offSale' : 'onSale',
        body: { ...doc.body, log },
      });
      return;
    }
    replaced.add(doc.body[field]);
    acts.push(`${field} ${count}`);
    at.act('products', { ...doc, body: { ...doc.body, [field]: `${field} ${count}`, log } });
  };
  for (const one of steps) {
    count += 1;
    if (one.do === 'backup') await club.backup();
    if (one.do === 'restore') {
      await club.restore();
      // What the web view wrote since the backup is nowhere unless a desk had it.
      const held = told(
        desks.flatMap(({ records }) => [...records.values()].flatMap((docs) => [...docs.values()])),
      );
      const kept = told(
        (await club.store.pull('auditEvents', 0, 10_000)).map(({ text }) => JSON.parse(text) as Envelope),
      );
      for (const act of webActs) if (!held.has(act) && !kept.has(act)) replaced.add(act);
    }
    if (one.do === 'web') {
      const doc = audit(`web${count}`, 'W', `W${count}`);
      const text = canonical({ ...doc, ver: { W: 1 }, _deleted: false });
      await club.store.write('auditEvents', [writeRow(doc, text)], 'W', AT);
      const act = `${doc.id} ${canonical(doc.body)}`;
      acts.push(act);
      webActs.push(act);
    }
    if (one.do === 'reset') desks[one.desk]?.reset();
    if (one.do === 'edit') edit(desks[one.desk], one.record, one.field);
    if (one.do === 'audit') {
      // A derived id may be made on two desks with different contents.
      const at = desks[one.desk];
      const id = one.twin ? 'once' : `audit${count}`;
      if (!at || at.of('auditEvents').has(id)) continue;
      const doc = audit(id, at.desk, `${at.desk}${count}`);
      acts.push(`${id} ${canonical(doc.body)}`);
      at.act('auditEvents', doc);
    }
    if (one.do === 'sync') {
      const [at, port] = [desks[one.desk], links[one.desk]];
      if (!at || !port) continue;
      at.crashIn = one.crashIn + 1;
      port.cutIn = one.cutIn + 1;
      if (one.meanwhile) port.meanwhile = () => edit(at, 0, 'name');
      try {
        await round(one.desk);
      } catch (error) {
        if (!(error instanceof Crash || error instanceof LinkError)) throw error;
      } finally {
        at.crashIn = Number.POSITIVE_INFINITY;
        port.cutIn = Number.POSITIVE_INFINITY;
        port.meanwhile = () => undefined;
      }
    }
  }
  // Enough quiet rounds for what was merged to reach everybody.
  for (let quiet = 0; quiet < 4; quiet += 1) {
    for (const index of desks.keys()) await round(index);
    // As at a desk after a restore: what only another desk's copy holds comes back.
    if (quiet === 0)
      for (const [index, one] of desks.entries())
        for (const name of COLLECTIONS) {
          await heal(one, links[index] as EndpointPort, name, () => Promise.resolve());
          await round(index);
        }
  }

  const all = (one: ModelDesk): readonly string[] =>
    COLLECTIONS.flatMap((name) => [...one.of(name).values()].map(canonical).sort());
  const master: string[] = [];
  for (const name of COLLECTIONS)
    master.push(
      ...(await club.store.pull(name, 0, 10_000))
        .map(({ text }) => {
          const { _deleted: _, ...doc } = JSON.parse(text) as Envelope & { _deleted: false };
          return canonical(doc);
        })
        .sort(),
    );
  await club.store.close();
  for (const one of desks) {
    expect([...one.waiting.values()]).toEqual([]);
    expect(all(one)).toEqual(master);
  }
  const known = told([...a.records.values()].flatMap((docs) => [...docs.values()]));
  expect(acts.filter((act) => !known.has(act) && !replaced.has(act))).toEqual([]);
}

describe('three desks and an endpoint', () => {
  it(
    `agree after any history, and every edit is told of (seed ${SEED})`,
    async () => {
      console.info(`convergence: seed ${SEED}, ${RUNS} histories`);
      let run = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 60 }), async (steps) => {
          run += 1;
          await live(steps, path.join(folder, String(run)));
          rmSync(path.join(folder, String(run)), { recursive: true, force: true });
        }),
        { numRuns: RUNS, seed: SEED },
      );
    },
    TIME_MS,
  );
});
