/** The drill of docs/deploy.md on both stores: back up while it serves, restore elsewhere, compare. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { DigestAnswer } from '../../../shared/sync/contract';
import { Caller, demoRecords, get, post } from '../../helpers/endpoint';
import { makePlace, type Place } from '../../helpers/endpoint-process';
import { programs } from '../../helpers/postgres';

const COLLECTIONS = ['directory', 'visits', 'lostItems'] as const;
const records = demoRecords();

const postgres = (program: string, ...args: readonly string[]): void => {
  execFileSync(path.join(programs(), program), args, { stdio: 'pipe' });
};

/** Backs one place up and restores it in the other, by the commands that docs/deploy.md names. */
const DRILLS: Readonly<Record<Place['engine'], (from: Place, to: Place, file: string) => void>> = {
  sqlite: (from, to, file) => {
    from.run('backup', '--to', file);
    to.run('restore', '--from', file);
  },
  postgres: (from, to, file) => {
    postgres('pg_dump', '--format=custom', `--file=${file}`, from.cluster?.url ?? '');
    postgres('pg_restore', '--exit-on-error', `--dbname=${to.cluster?.url ?? ''}`, file);
    // The very statement of docs/endpoint.md.
    const statement = /`(UPDATE meta SET value = gen_random_uuid\(\)[^`]*)`/.exec(
      readFileSync('docs/endpoint.md', 'utf8'),
    )?.[1];
    postgres('psql', '--quiet', '-v', 'ON_ERROR_STOP=1', '--command', statement ?? '', to.cluster?.url ?? '');
  },
};

it.each(['sqlite', 'postgres'] as const)(
  'a backup of %s comes back whole under a new epoch',
  async (engine) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'deskbook-drill-'));
    const [from, to] = [await makePlace(engine), await makePlace(engine)];
    try {
      const serving = await from.start();
      const desk = await Caller.enrol(serving, 'A');
      for (const name of COLLECTIONS) await desk.addAll(name, records.get(name) ?? []);
      const digests = async (caller: Caller): Promise<unknown> =>
        Promise.all(
          COLLECTIONS.map(async (collection) => {
            const { status, body } = await post<DigestAnswer>(
              caller.endpoint,
              '/digest',
              { collection },
              caller.headers(),
            );
            return [status, body.months];
          }),
        );
      const before = await digests(desk);
      expect(JSON.stringify(before)).toContain('"count"');
      DRILLS[engine](from, to, path.join(folder, 'backup'));
      const restored = await to.start();
      const health = await get<{ readonly epoch: string }>(restored, '/health');
      expect(health.body.epoch).not.toBe(desk.epoch);
      const again = new Caller(restored, desk.token, health.body.epoch, 'A');
      expect(await digests(again)).toEqual(before);
      for (const name of COLLECTIONS) expect(await again.pullAll(name)).toEqual(await desk.pullAll(name));
      // The one that was backed up served on all the while.
      expect((await get(serving, '/health')).status).toBe(200);
    } finally {
      await from.end();
      await to.end();
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
