// DESIGN §3.1, DOMAIN §6: one entry closes a session and opens the next. The app is killed while tills are handed
// over and sales go on: every handover is whole or absent, no session is lost between two, no money either.
import { expect, it } from 'vitest';
import { EMPTY_BOOKS, withEntries } from '@shared/ledger/books';
import type { LedgerEntry } from '@shared/ledger/schema';
import { sumsOf, tillOf } from '@shared/tills/till';
import type { TestHook } from '../../renderer/app/test-hook';
import { demoProfile, dropProfile, type Desk } from '../helpers/app';
import { compare, startSignedIn, WHOLE, type Acknowledged } from '../helpers/faults';
import { banners, shown } from '../helpers/shown';

declare const window: { deskbookTest?: TestHook; acknowledge?: (closing: Acknowledged) => void };

const ROUNDS = Number(process.env.DESKBOOK_ROUNDS ?? 3);

const stored = ({ page }: Desk): Promise<readonly LedgerEntry[]> =>
  page.evaluate(async () => ((await window.deskbookTest?.all('ledger')) ?? []) as unknown as LedgerEntry[]);

/** Every session whole, one open at most; returns how many known closings are missing. */
function check(entries: readonly LedgerEntry[], known: readonly Acknowledged[]): number {
  const openings = entries.filter(({ kind }) => kind === 'tillOpen' || kind === 'tillHandover');
  const found = compare(
    known,
    openings.map(({ id, body }) => ({ id, no: body.no ?? '' })),
  );
  expect(found).toEqual(WHOLE);
  const open: string[] = [];
  for (const { id } of openings) {
    const till = tillOf(id, entries);
    expect(
      entries.filter(({ kind, key }) => /^till(Handover|Seal)$/.test(kind) && key === id).length,
    ).toBeLessThan(2);
    if (!till?.closing) open.push(id);
    else for (const amount of Object.values(sumsOf(id, entries))) expect(amount).toBe(0);
  }
  const { sessions } = withEntries(EMPTY_BOOKS, entries);
  expect(Object.keys(sessions).filter((id) => sessions[id]?.closedAt === '')).toEqual(open);
  expect(open.length).toBeLessThan(2);
  const places = entries.map(({ body }) => body.n).sort((a, b) => a - b);
  expect(places).toEqual(places.map((_place, at) => at + 1));
  return found.missing;
}

it(`keeps every handover whole over ${ROUNDS} kills`, async () => {
  const profile = await demoProfile();
  const acknowledged: Acknowledged[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const desk = await startSignedIn(profile);
    check(await stored(desk), acknowledged);
    const before = acknowledged.length;
    await desk.page.exposeFunction('acknowledge', (closing: Acknowledged) => acknowledged.push(closing));
    // Sales go on while the till is handed over again and again, each act twice; the page never hears of the last.
    await desk.page.evaluate(async () => {
      await window.deskbookTest?.sell();
      const sales = async (): Promise<void> => {
        for (;;) await window.deskbookTest?.sell();
      };
      const handovers = async (): Promise<void> => {
        for (;;) {
          const id = window.deskbookTest?.newId();
          const both = await Promise.all([
            window.deskbookTest?.handOver(id),
            window.deskbookTest?.handOver(id),
          ]);
          const outcome = both.find((one) => one?.ok);
          const doc = outcome?.ok ? outcome.docs[0] : undefined;
          if (doc) window.acknowledge?.({ id: doc.id, no: doc.body.no ?? '' });
        }
      };
      void sales();
      void handovers();
    });
    while (acknowledged.length < before + 6 + (round % 4) * 4)
      await new Promise((resolve) => setTimeout(resolve, 5));
    await desk.kill();
  }
  const desk = await startSignedIn(profile);
  const missing = check(await stored(desk), acknowledged);
  const seen = await banners(desk.page);
  await desk.close();
  dropProfile(profile);
  shown('till-killed', { seen, acknowledged: acknowledged.length, missing });
});
