/**
 * Three desks sell, give back, settle, lend and pay out by what each knows; whatever they break together stands in
 * exactly one ticket at every desk, and nothing else does (DESIGN §4, "checked again after every merge").
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { COLLECTIONS } from '@shared/core/envelope';
import type { LedgerEntry } from '@shared/ledger/schema';
import { canonical } from '@shared/sync/canonical';
import { isConflict } from '@shared/sync/conflict';
import { LinkError } from '@shared/sync/desk/ports';
import { beginAnew, syncRound } from '@shared/sync/desk/round';
import { limitTicketId, type LimitRule } from '@shared/sync/rules/limit';
import { Club, linkTo } from '../../helpers/club';
import { demoRecords } from '../../helpers/endpoint';
import { beyondAll, LIMIT_ACTS, limitAct, topUp, type LimitAct } from '../../helpers/limit-acts';
import { Crash, ModelDesk } from '../../helpers/model-desk';

const RUNS = Number(process.env.CONVERGENCE_RUNS ?? 40);
/** A history takes a part of a second, on a busy machine two. */
const TIME_MS = Math.max(120_000, RUNS * 2_000);
const SEED = Number(process.env.CONVERGENCE_SEED ?? Date.now() % 1_000_000);
const folder = mkdtempSync(path.join(tmpdir(), 'deskbook-limits-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const directory = demoRecords().get('directory') ?? [];

type Step =
  | {
      readonly do: 'act';
      readonly desk: number;
      readonly act: LimitAct;
      readonly pick: number;
      readonly size: number;
    }
  | { readonly do: 'sync'; readonly desk: number; readonly crashIn: number; readonly cutIn: number }
  | { readonly do: 'reset'; readonly desk: number };

const desk = fc.nat({ max: 2 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      do: fc.constant('act' as const),
      desk,
      act: fc.constantFrom(...LIMIT_ACTS),
      pick: fc.nat({ max: 3 }),
      size: fc.integer({ min: 1, max: 4 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('sync' as const),
      desk,
      crashIn: fc.nat({ max: 80 }),
      cutIn: fc.nat({ max: 25 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reset' as const), desk }) },
);

const QUIET = { pulled: () => undefined, pushed: () => undefined, anew: () => undefined };
const RULE_OF: Readonly<Record<string, LimitRule>> = {
  receivable: 'debt',
  loan: 'loan',
  tip: 'tip',
  balance: 'balance',
  refund: 'refund',
};
let broken = 0;

async function live(steps: readonly Step[], at: string): Promise<void> {
  const club = new Club(at);
  const desks = ['A', 'B', 'C'].map((code) => new ModelDesk(code));
  const links = desks.map((one) => linkTo(club, one.desk));
  const [a] = desks as [ModelDesk, ModelDesk, ModelDesk];
  for (const doc of directory) a.act('directory', { ...doc, ver: {} });
  topUp(a);
  for (const act of ['sell', 'debt', 'lend', 'tip', 'tip'] as const) limitAct(a, act, 0, 1);
  const round = async (index: number): Promise<void> => {
    const [one, port] = [desks[index], links[index]];
    if (one && port) await syncRound(one, port, COLLECTIONS, QUIET);
  };
  for (const [index, one] of desks.entries()) {
    await beginAnew(one, await club.epoch());
    await round(index);
  }
  for (const one of steps) {
    const [at, port] = [desks[one.desk], links[one.desk]];
    if (!at || !port) continue;
    if (one.do === 'act') limitAct(at, one.act, one.pick, one.size);
    if (one.do === 'reset') at.reset();
    if (one.do === 'sync') {
      at.crashIn = one.crashIn + 1;
      port.cutIn = one.cutIn + 1;
      try {
        await round(one.desk);
      } catch (error) {
        if (error instanceof Crash) at.looked.clear();
        else if (!(error instanceof LinkError)) throw error;
      } finally {
        at.crashIn = Number.POSITIVE_INFINITY;
        port.cutIn = Number.POSITIVE_INFINITY;
      }
    }
  }
  for (let quiet = 0; quiet < 4; quiet += 1) for (const index of desks.keys()) await round(index);
  await club.store.close();
  const ledger = [...a.of('ledger').values()] as LedgerEntry[];
  const expected = beyondAll(ledger).map((text) => {
    const [name = '', ref = '', id = ''] = text.split(' ');
    const over = ledger.find((entry) => entry.id === id) as LedgerEntry;
    return limitTicketId({ rule: RULE_OF[name] ?? 'custody', ref, over });
  });
  broken += expected.length;
  for (const one of desks) {
    expect([...one.waiting.values()].map(({ id, refused }) => [id, refused?.reason])).toEqual([]);
    const differing = ledger.filter((doc) => canonical(one.of('ledger').get(doc.id)) !== canonical(doc));
    expect([differing.map(({ id }) => id), one.of('ledger').size]).toEqual([[], ledger.length]);
    const tickets = [...one.of('tickets').values()].filter(isConflict);
    expect(
      tickets
        .filter(({ body }) => body.rule)
        .map(({ id }) => id)
        .sort(),
    ).toEqual([...expected].sort());
    // Nobody decided anything, so no ticket may have become a matter itself.
    expect(
      tickets.filter(({ body }) => body.pairs.some(({ collection }) => collection === 'tickets')),
    ).toEqual([]);
    for (const { body } of tickets)
      if (body.rule) expect(body.pairs[0]?.kept.id).not.toBe(body.pairs[0]?.other.id);
  }
}

it(
  `what three desks break together stands in one ticket (seed ${SEED})`,
  async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), async (steps) => {
        run += 1;
        const at = path.join(folder, String(run));
        await live(steps, at);
        rmSync(at, { recursive: true, force: true });
      }),
      { numRuns: RUNS, seed: SEED },
    );
    console.info(`limits: seed ${SEED}, ${RUNS} histories, ${broken} limits broken`);
    expect(broken).toBeGreaterThan(0);
  },
  TIME_MS,
);
