/** The endpoint on a real SQLite store, without the network: for histories of model desks. */
import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { CollectionName } from '@shared/core/envelope';
import { digestOfMonth } from '@shared/sync/canonical';
import { LinkError, type EndpointPort } from '@shared/sync/desk/ports';
import { acceptRows } from '../../server/accept';
import { openSqlite, sqliteFile } from '../../server/store/sqlite-store';
import type { Store } from '../../server/store/store';

/** The endpoint without the network: each call may find the line cut, before or after it did its work. */
export function linkTo(club: Club, code: string): EndpointPort & { cutIn: number; meanwhile: () => void } {
  const port = {
    cutIn: Number.POSITIVE_INFINITY,
    /** What a clerk does while a push is under way. */
    meanwhile: (): void => undefined,
    before: () => Promise.resolve(),
    digests: async (collection: CollectionName) => {
      const byMonth = new Map<string, { readonly id: string; readonly digest: string }[]>();
      for (const line of await club.store.digests(collection))
        byMonth.set(line.month, [...(byMonth.get(line.month) ?? []), line]);
      return Object.fromEntries(
        [...byMonth].map(([month, lines]) => [month, { count: lines.length, digest: digestOfMonth(lines) }]),
      );
    },
    push: async (collection: CollectionName, epoch: string, rows: Parameters<EndpointPort['push']>[2]) => {
      await check(epoch);
      const answer = await acceptRows(
        club.store,
        collection,
        rows,
        { id: code, code, name: code, enrolledAt: '', revoked: false },
        '2026-11-21T01:00:00.000Z',
      );
      port.meanwhile();
      cut();
      return answer;
    },
    pull: async (
      collection: CollectionName,
      from: { readonly epoch: string; readonly seq: number },
      limit: number,
    ) => {
      await check(from.epoch);
      const docs = await club.store.pull(collection, from.seq, limit);
      cut();
      return {
        documents: docs.map(({ text }) => JSON.parse(text) as never),
        checkpoint: { epoch: from.epoch, seq: docs.at(-1)?.seq ?? from.seq },
      };
    },
  };
  const cut = (): void => {
    port.cutIn -= 1;
    if (port.cutIn > 0) return;
    port.cutIn = Number.POSITIVE_INFINITY;
    throw new LinkError('offline');
  };
  const check = async (epoch: string): Promise<void> => {
    cut();
    const own = await club.epoch();
    if (epoch !== own) throw new LinkError('epoch', own);
  };
  return port;
}

/** An endpoint that can be set back to a copy of its files. */
export class Club {
  store: Store;
  private restores = 0;
  private copied = false;
  constructor(readonly at: string) {
    this.store = openSqlite(path.join(at, 'data'));
  }
  epoch = async (): Promise<string> => `${await this.store.epoch()}#${this.restores}`;
  async backup(): Promise<void> {
    await this.store.close();
    rmSync(path.join(this.at, 'copy'), { recursive: true, force: true });
    cpSync(path.join(this.at, 'data'), path.join(this.at, 'copy'), { recursive: true });
    this.copied = true;
    this.store = openSqlite(path.join(this.at, 'data'));
  }
  async restore(): Promise<void> {
    if (!this.copied) return;
    await this.store.close();
    rmSync(path.join(this.at, 'data'), { recursive: true });
    cpSync(path.join(this.at, 'copy'), path.join(this.at, 'data'), { recursive: true });
    const db = new DatabaseSync(sqliteFile(path.join(this.at, 'data')));
    db.exec("INSERT OR REPLACE INTO meta VALUES ('restoredAt', '2026-11-21T01:00:00.000Z')");
    db.close();
    this.store = openSqlite(path.join(this.at, 'data'));
    this.restores += 1;
  }
}
