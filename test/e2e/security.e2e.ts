// DESIGN §5, the Electron security checklist: what a page may not do, asserted in the real app.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HostCalls } from '@shared/host';
import { dropProfile, startDesk, type Desk } from '../helpers/app';

let desk: Desk;

beforeAll(async () => {
  // A camera that shows a test picture; whether the page may have it is still the shell's to say.
  desk = await startDesk({ args: ['--use-fake-device-for-media-stream'] });
  await desk.page.getByRole('heading', { name: '欢迎使用前台台账' }).waitFor();
});

afterAll(async () => {
  await desk.close();
  dropProfile(desk.profile);
});

/** Arguments each channel must refuse. */
const WRONG: { readonly [C in keyof HostCalls]: readonly unknown[] } = {
  'app.info': ['further'],
  'update.state': [1],
  'update.check': [1],
  'update.install': [1],
  'app.freeBytes': [{}],
  'app.diskEncryption': ['/etc'],
  'app.about': [1],
  'app.licences': ['further'],
  'backup.state': [1],
  'backup.key': ['further'],
  'backup.chooseFolder': ['/etc'],
  'backup.run': ['club', '../A', 30],
  'backup.find': ['/etc'],
  'backup.check': ['backup-1.dbk'],
  'backup.restore': ['backup-1.dbk', 'key', 'a b'],
  'journal.append': [42],
  'journal.start': [null],
  'journal.read': [{ file: '../../etc/passwd', offset: 0 }],
  'session.keep': [{ staff: 'staff:1001' }],
  'session.kept': [1],
  'pin.hash': [246810],
  'pin.verify': ['staff:1001', '246810', { salt: '', hash: '', cost: 2 }],
  'pin.unlock': [['staff:1001']],
  'print.printers': [''],
  'print.part': ['../job', ''],
  'print.render': [{ job: 'a', form: 'test-page', data: '{}', printedBy: '', file: '/tmp/x.pdf' }],
  'print.cancel': ['../job'],
  'print.pdf': ['/etc/passwd'],
  'print.print': ['job', 'printer', 0, ''],
  'print.wait': ['/etc/passwd'],
  'print.troubles': ['all'],
  'print.again': ['../job', 'printer'],
  'print.forget': [],
  'print.save': ['job'],
  'print.discard': [],
  'print.keep': [],
  'print.sweepArchive': [-1],
  'file.saveSheet': ['text', 'name.xlsx', false],
  'file.saveCalendar': [{ text: '' }, 'name.ics'],
  'file.saveDiagnostics': [{ state: '' }],
  'endpoint.state': [1],
  'endpoint.enrol': ['https://a', 'code', 'name', '../A'],
  'endpoint.rotate': [true],
  'endpoint.leave': ['now'],
  'blob.put': [[1, 2, 3]],
  'blob.sweep': [['../../etc/passwd']],
  'camera.allow': ['yes'],
  'log.fault': ['where', 'message'],
};

describe('the page', () => {
  it('has its sandbox and its own world, and nothing of Node', async () => {
    const options = await desk.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        getLastWebPreferences: () => Record<string, unknown>;
      };
      return contents.getLastWebPreferences();
    });
    expect(options).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
    });
    const seen = await desk.page.evaluate(() => {
      const world = globalThis as unknown as Record<string, unknown>;
      return ['require', 'process', 'module', 'Buffer', 'ipcRenderer'].filter(
        (name) => world[name] !== undefined,
      );
    });
    expect(seen).toEqual([]);
    expect(await desk.page.evaluate(() => Object.keys(window.host).sort())).toEqual(['call', 'on']);
  });

  it('comes with a policy that runs its own scripts only', async () => {
    const policy = await desk.page.evaluate(async () =>
      (await fetch('/index.html')).headers.get('content-security-policy'),
    );
    expect(policy?.split('; ').sort()).toEqual(
      [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "media-src 'self' blob:",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
      ].sort(),
    );
    const ran = await desk.page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'window.injected = true';
      document.body.append(script);
      const foreign = await fetch('https://example.invalid/').then(
        () => 'fetched',
        () => 'refused',
      );
      // Text as code, which the policy must stop also without the word eval.
      (setTimeout as (code: string) => unknown)('window.evaluated = true');
      await new Promise((resolve) => setTimeout(resolve, 50));
      return ['injected' in window, foreign, 'evaluated' in window];
    });
    expect(ran).toEqual([false, 'refused', false]);
  });

  it('cannot open windows, leave, or show a foreign page inside itself', async () => {
    expect(await desk.page.evaluate(() => window.open('https://example.invalid/') === null)).toBe(true);
    expect(desk.app.windows()).toHaveLength(1);
    const blocked = desk.page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), {
            once: true,
          });
          const frame = document.createElement('iframe');
          frame.src = 'https://example.invalid/';
          document.body.append(frame);
        }),
    );
    expect(await blocked).toBe('frame-src');
    await desk.page.evaluate(() => document.querySelector('iframe')?.remove());
    const stayed = await desk.app.evaluate(
      ({ BrowserWindow }) =>
        new Promise<boolean>((resolve) => {
          const contents = BrowserWindow.getAllWindows()[0]?.webContents;
          contents?.once('will-navigate', (event) => setImmediate(() => resolve(event.defaultPrevented)));
          void contents?.executeJavaScript(`location.href = 'https://example.invalid/'; 0`);
        }),
    );
    expect(stayed).toBe(true);
    expect(desk.page.url()).toMatch(/^app:\/\/deskbook\//);
    expect(await desk.page.getByRole('heading', { name: '欢迎使用前台台账' }).isVisible()).toBe(true);
  });

  it('gets no file outside the built page, no other host and no other method', async () => {
    const answers = await desk.page.evaluate(async () => {
      const paths = [
        '/..%2fmain%2findex.js',
        '/assets/%2e%2e/%2e%2e/main/index.js',
        '/..%5c..%5cmain%5cindex.js',
      ];
      const files = await Promise.all(
        paths.map(async (name) =>
          ((await fetch(name)).headers.get('content-type') ?? '').includes('javascript'),
        ),
      );
      const other = await fetch('app://elsewhere/index.html').then(
        ({ status }) => status,
        () => 'refused',
      );
      const posted = await fetch('/index.html', { method: 'POST', body: 'x' }).then(
        ({ status }) => status,
        () => 'refused',
      );
      const missing = (await fetch('/missing.js')).status;
      return { served: files.filter(Boolean).length, other, posted, missing };
    });
    expect(answers).toEqual({ served: 0, other: 'refused', posted: 403, missing: 404 });
  });

  it('has no permission of the system', async () => {
    const states = await desk.page.evaluate(async () => {
      const names = [
        'geolocation',
        'notifications',
        'camera',
        'microphone',
        'clipboard-read',
        'midi',
      ] as PermissionName[];
      return Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state));
    });
    expect(new Set(states)).toEqual(new Set(['denied']));
  });

  it('gets the camera only while the photo dialog is open, and never the microphone', async () => {
    const ask = (wanted: MediaStreamConstraints): Promise<string> =>
      desk.page.evaluate(
        (constraints) =>
          navigator.mediaDevices.getUserMedia(constraints).then(
            (stream) => {
              for (const track of stream.getTracks()) track.stop();
              return 'given';
            },
            (error: unknown) => (error as Error).name,
          ),
        wanted,
      );
    const allow = (on: boolean): Promise<void> =>
      desk.page.evaluate((flag) => window.host.call('camera.allow', flag), on);
    expect(await ask({ video: true })).toBe('NotAllowedError');
    await allow(true);
    expect(await ask({ video: true })).toBe('given');
    expect(await ask({ audio: true })).toBe('NotAllowedError');
    expect(await ask({ video: true, audio: true })).toBe('NotAllowedError');
    await allow(false);
    expect(await ask({ video: true })).toBe('NotAllowedError');
  });
});

describe('the channels', () => {
  it('refuse wrong arguments, every one of them, and unknown channels and events', async () => {
    const answers = await desk.page.evaluate(async (wrong) => {
      const bridge = window.host as unknown as {
        readonly call: (channel: string, ...args: unknown[]) => Promise<unknown>;
        readonly on: (name: string, listener: () => void) => unknown;
      };
      const tried = await Promise.all(
        Object.entries(wrong).map(([channel, args]) =>
          bridge.call(channel, ...args).then(
            () => `answered: ${channel}`,
            (error: unknown) => (String(error).includes(`refused: ${channel}`) ? 'refused' : String(error)),
          ),
        ),
      );
      const unknown = await bridge.call('no.such.channel').then(
        () => 'answered',
        () => 'refused',
      );
      let event = 'heard';
      try {
        bridge.on('no.such.event', () => undefined);
      } catch {
        event = 'refused';
      }
      return [...tried, unknown, event];
    }, WRONG);
    expect(answers).toEqual(answers.map(() => 'refused'));
  });

  it('refuse a page that is not the window’s own, though it has the same bridge', async () => {
    const preload = path.resolve('out/preload/index.js');
    expect(existsSync(preload)).toBe(true);
    const answer = await desk.app.evaluate(async ({ BrowserWindow }, bridge) => {
      const other = new BrowserWindow({
        show: false,
        webPreferences: { preload: bridge, sandbox: true, contextIsolation: true },
      });
      await other.loadURL('app://deskbook/missing.js').catch(() => undefined);
      const heard = (await other.webContents.executeJavaScript(
        `window.host.call('app.info').then(() => 'answered', (error) => error.message)`,
      )) as string;
      other.destroy();
      return heard;
    }, preload);
    expect(answer).toContain('refused: app.info');
  });
});
