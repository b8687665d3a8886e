/**
 * A desk's updates with the real electron-updater against a real endpoint that offers installers: found, loaded,
 * checked by their hash, and what is said when something is wrong.
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { NodeHttpExecutor } from 'builder-util/out/nodeHttpExecutor';
import { ElectronHttpExecutor } from 'electron-updater/out/electronHttpExecutor';
import { NsisUpdater } from 'electron-updater/out/NsisUpdater';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { Updates, updateFault, type Feed, type Updater } from '../../../electron/updates/updates';
import type { UpdateState } from '../../../shared/updates/calls';
import { Caller, startOn, type Endpoint } from '../../helpers/endpoint';

const INSTALLER = 'Deskbook-9.9.9-win-x64.exe';
const folder = mkdtempSync(path.join(tmpdir(), 'deskbook-updates-'));
const cache = mkdtempSync(path.join(tmpdir(), 'deskbook-update-cache-'));
let endpoint: Endpoint;
let end: () => Promise<void>;
let desk: Caller;

beforeAll(async () => {
  ({ endpoint, end } = await startOn('sqlite', { updates: folder }));
  desk = await Caller.enrol(endpoint, 'A');
});
afterAll(async () => {
  await end();
  for (const one of [folder, cache]) rmSync(one, { recursive: true, force: true });
});

/** What electron-builder writes beside an installer. */
function offer(version: string, content: string, announced = content): void {
  writeFileSync(path.join(folder, INSTALLER), content);
  const sha512 = createHash('sha512').update(announced).digest('base64');
  writeFileSync(
    path.join(folder, 'latest.yml'),
    `version: ${version}\nfiles:\n  - url: ${INSTALLER}\n    sha512: ${sha512}\n    size: ${announced.length}\npath: ${INSTALLER}\nsha512: ${sha512}\nreleaseDate: '2026-11-21T00:00:00.000Z'\n`,
  );
}

beforeEach(() => {
  for (const name of [INSTALLER, 'latest.yml']) rmSync(path.join(folder, name), { force: true });
});

class Desk {
  readonly updater: NsisUpdater;
  readonly installed = vi.fn();
  readonly updates: Updates;

  /** @param publisher who signed the installed app, as its package notes it; '' where nobody did */
  constructor(feed: () => Feed | null, version = '0.1.0', publisher = '') {
    const config = path.join(mkdtempSync(path.join(cache, 'app-')), 'app-update.yml');
    writeFileSync(
      config,
      `updaterCacheDirName: deskbook-updater\n${publisher === '' ? '' : `publisherName: ${publisher}\n`}`,
    );
    this.updater = new NsisUpdater(null, {
      version,
      name: 'Deskbook',
      isPackaged: true,
      appUpdateConfigPath: config,
      userDataPath: cache,
      baseCachePath: mkdtempSync(path.join(cache, 'base-')),
      whenReady: () => Promise.resolve(),
      relaunch: () => undefined,
      quit: this.installed,
      onQuit: () => undefined,
    });
    // Outside Electron there is no `net`: the requests are Node's own, everything else is as in the app.
    const node = new NodeHttpExecutor();
    const httpExecutor = Object.assign(new ElectronHttpExecutor(), {
      createRequest: node.createRequest.bind(node),
      addRedirectHandlers: () => undefined,
    });
    Object.assign(this.updater, { httpExecutor, _testOnlyOptions: { platform: 'win32' } });
    this.updater.quitAndInstall = this.installed;
    this.updates = new Updates({
      version,
      updater: () => Promise.resolve(this.updater as unknown as Updater),
      feed: () => Promise.resolve(feed()),
      now: () => '2026-11-21T01:00:00.000Z',
      log: { write: () => undefined },
    });
  }

  /** The state once nothing is under way. */
  async settled(): Promise<UpdateState> {
    await this.updates.check();
    await vi.waitFor(() => expect(this.updates.current().phase).toMatch(/^(?:idle|ready)$/), 20_000);
    return this.updates.current();
  }
}

const feed = (): Feed => ({
  url: `${endpoint.url}/updates`,
  headers: { Authorization: `Bearer ${desk.token}` },
});

it('finds a newer version, loads it in the background and installs it on a click alone', async () => {
  offer('9.9.9', 'the installer');
  const one = new Desk(feed);
  expect(one.updates.install()).toBe(false);
  expect(await one.settled()).toEqual({
    version: '0.1.0',
    phase: 'ready',
    next: '9.9.9',
    checkedAt: '2026-11-21T01:00:00.000Z',
    fault: null,
  });
  const { downloadedUpdateHelper } = one.updater as unknown as {
    downloadedUpdateHelper: { file: string };
  };
  expect(readFileSync(downloadedUpdateHelper.file, 'utf8')).toBe('the installer');
  expect(one.installed).not.toHaveBeenCalled();
  expect(one.updater.autoInstallOnAppQuit).toBe(true);
  expect(one.updates.install()).toBe(true);
  expect(one.installed).toHaveBeenCalledOnce();
});

it('says that this version is the newest, and never goes back to an older one', async () => {
  offer('0.0.9', 'an old installer');
  expect(await new Desk(feed).settled()).toMatchObject({ phase: 'idle', next: '', fault: null });
});

it('does not use what is not what was announced', async () => {
  offer('9.9.9', 'tampered with', 'the installer');
  const one = new Desk(feed);
  expect(await one.settled()).toMatchObject({ phase: 'idle', fault: 'damaged' });
  expect(one.updates.install()).toBe(false);
});

it('asks who signed an installer where the installed app is signed, and does not use one of somebody else', async () => {
  offer('9.9.9', 'the installer');
  const asked: unknown[] = [];
  const signedBy = (publisher: string, whoSigned: string): Desk => {
    const one = new Desk(feed, '0.1.0', publisher);
    // Windows itself says who signed a file; here that is said in its place.
    one.updater.verifyUpdateCodeSignature = (publishers, file) => {
      asked.push([publishers, readFileSync(file, 'utf8')]);
      return Promise.resolve(publishers.includes(whoSigned) ? null : `signed by ${whoSigned}`);
    };
    return one;
  };
  const other = signedBy('Bay Golf Club', 'Somebody Else');
  expect(await other.settled()).toMatchObject({ phase: 'idle', fault: 'damaged' });
  expect(other.updates.install()).toBe(false);
  expect(await signedBy('Bay Golf Club', 'Bay Golf Club').settled()).toMatchObject({ phase: 'ready' });
  expect(asked).toEqual([
    [['Bay Golf Club'], 'the installer'],
    [['Bay Golf Club'], 'the installer'],
  ]);
  expect(await signedBy('', 'Somebody Else').settled()).toMatchObject({ phase: 'ready' });
});

it('says in words why there is nothing', async () => {
  expect((await new Desk(feed).settled()).fault).toBe('notOffered');
  expect((await new Desk(() => null).settled()).fault).toBe('alone');
  offer('9.9.9', 'the installer');
  const stranger = (): Feed => ({ ...feed(), headers: { Authorization: `Bearer ${'x'.repeat(40)}` } });
  expect((await new Desk(stranger).settled()).fault).toBe('refusedToken');
  const nowhere = (): Feed => ({ ...feed(), url: 'http://127.0.0.1:1/api/v1/updates' });
  const cut = new Desk(nowhere);
  expect((await cut.settled()).fault).toBe('offline');
  expect(updateFault(new Error('net::ERR_INTERNET_DISCONNECTED'))).toBe('offline');
});

it('does nothing in an app that is not installed', async () => {
  const plain = new Updates({
    version: '0.1.0',
    updater: null,
    feed: () => Promise.resolve(feed()),
    now: () => '',
    log: { write: () => undefined },
  });
  expect(await plain.check()).toMatchObject({ phase: 'idle', fault: 'notInstalled' });
  const unpacked = new Desk(feed);
  unpacked.updater.isUpdaterActive = () => false;
  expect(await unpacked.settled()).toMatchObject({ phase: 'idle', checkedAt: '', fault: 'notInstalled' });
});
