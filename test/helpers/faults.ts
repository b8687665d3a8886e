/** Drives the real gateway in the real app, for fault tests: what was acknowledged must be there afterwards. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import type { TestHook } from '../../renderer/app/test-hook';
import { startDesk, type Desk } from './app';

declare const window: { deskbookTest?: TestHook; acknowledge?: (visit: Acknowledged) => void };

/** A visit the app acknowledged as saved. */
export interface Acknowledged {
  readonly id: string;
  readonly no: string;
}

/** Starts a profile with the administrator (who is a lead too) signed in. */
export async function startSignedIn(
  profile: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<Desk> {
  const desk = await startDesk({ profile, args: ['--sign-in-as=9001', ...args], env });
  await ready(desk.page);
  return desk;
}

/** Waits until the page is up again, after a reload or a crash of it. */
export const ready = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => window.deskbookTest !== undefined, undefined, { timeout: 60_000 });

/** Registers `count` visits one after the other and returns those acknowledged. */
export function registerSome(page: Page, count: number): Promise<readonly Acknowledged[]> {
  return page.evaluate(async (wanted) => {
    const saved: Acknowledged[] = [];
    for (let index = 0; index < wanted; index += 1) {
      const outcome = await window.deskbookTest?.register(`客人${index}`);
      const doc = outcome?.ok ? outcome.docs[0] : undefined;
      if (doc) saved.push({ id: doc.id, no: doc.body.no ?? '' });
    }
    return saved;
  }, count);
}

/**
 * Begins to register visits without end, as several forms that save at once would; what the page acknowledges is added
 * to the list as it comes. The last ones never get an answer when the page goes. Once a page.
 */
export async function registerForever(page: Page, acknowledged: Acknowledged[], forms = 4): Promise<void> {
  await page.exposeFunction('acknowledge', (visit: Acknowledged) => acknowledged.push(visit));
  await page.evaluate((count) => {
    const forever = async (): Promise<void> => {
      for (;;) {
        const outcome = await window.deskbookTest?.register('正在登记的客人');
        const doc = outcome?.ok ? outcome.docs[0] : undefined;
        if (doc) window.acknowledge?.({ id: doc.id, no: doc.body.no ?? '' });
      }
    };
    for (let index = 0; index < count; index += 1) void forever();
  }, forms);
}

/** Waits until so many were acknowledged. */
export async function until(acknowledged: readonly Acknowledged[], count: number): Promise<void> {
  while (acknowledged.length < count) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** Every visit the database holds, as id and number. */
export function storedVisits(page: Page): Promise<readonly Acknowledged[]> {
  return page.evaluate(async () => {
    const visits = (await window.deskbookTest?.all('visits')) ?? [];
    return visits.filter(({ kind }) => kind === 'visit').map(({ id, body }) => ({ id, no: body.no ?? '' }));
  });
}

/** What went wrong between what was acknowledged and what is stored. */
export function compare(acknowledged: readonly Acknowledged[], stored: readonly Acknowledged[]) {
  const byId = new Map(stored.map(({ id, no }) => [id, no]));
  const numbers = stored.map(({ no }) => no);
  const byDay = new Map<string, number[]>();
  for (const no of numbers) {
    const cut = no.lastIndexOf('-');
    byDay.set(no.slice(0, cut), [...(byDay.get(no.slice(0, cut)) ?? []), Number(no.slice(cut + 1))]);
  }
  return {
    missing: acknowledged.filter(({ id, no }) => byId.get(id) !== no).length,
    doubled: numbers.length - new Set(numbers).size,
    gaps: [...byDay.values()].flatMap((day) =>
      day.sort((a, b) => a - b).filter((number, index) => number !== index + 1),
    ).length,
  };
}

/** Nothing is wrong. */
export const WHOLE = { missing: 0, doubled: 0, gaps: 0 };

/** The folder in which Chromium keeps the page's databases. */
export function databaseFolder(profile: string): string {
  const parent = path.join(profile, 'IndexedDB');
  const found = readdirSync(parent).find((name) => name.endsWith('.indexeddb.leveldb'));
  return path.join(parent, found ?? '');
}

/** Stands for a run under a clock that was a day ahead: the highest stored write time is tomorrow's. */
export const aheadByADay = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('rxdb-dexie-deskbook--0--visits');
        opening.onerror = () => reject(new Error('cannot open'));
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('docs', 'readwrite');
          const store = transaction.objectStore('docs');
          const read = store.getAll();
          read.onsuccess = () => {
            const doc = read.result.find((stored: { kind: string }) => stored.kind === 'visit') as {
              _meta: { lwt: number };
            };
            store.put({ ...doc, _meta: { lwt: Date.now() + 86_400_000 } });
          };
          transaction.oncomplete = () => resolve();
        };
      }),
  );
