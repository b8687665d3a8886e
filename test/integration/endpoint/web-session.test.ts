/** Signing in to the web view: passwords, cookies, time-outs, locks, other sites, and people who left. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Staff } from '@shared/directory/schema';
import type { WebSessionAnswer } from '@shared/sync/web-contract';
import { NEAREST_PROXY } from '../../../server/app';
import { hashOf } from '../../../server/secrets';
import { INITIAL_DAYS } from '../../../server/web/check-password';
import { giveInitialPassword } from '../../../server/web/initial-password';
import { IDLE_MS, LONGEST_MS } from '../../../server/web/session';
import { Browser, GOOD_PASSWORD } from '../../helpers/browser';
import { Caller, demoRecords, ENGINES, startOn, travelling, type Endpoint } from '../../helpers/endpoint';

const directory = demoRecords().get('directory') ?? [];
const staffOf = (staffNo: string): Staff => {
  const found = directory.find((doc): doc is Staff => (doc as Staff).body.staffNo === staffNo);
  if (!found) throw new Error(`no ${staffNo}`);
  return found;
};
const MINUTE = 60_000;

describe.each(Object.keys(ENGINES) as (keyof typeof ENGINES)[])('signing in on %s', (engine) => {
  let end: () => Promise<void>;
  let endpoint: Endpoint;
  let a: Caller;
  /** An address nobody has tried from yet. */
  let address = 0;
  const from = (): Record<string, string> => ({ 'x-forwarded-for': `198.51.100.${(address += 1)}` });
  const later = (ms: number): void => {
    endpoint.clock.now = new Date(Date.parse(endpoint.clock.now) + ms).toISOString();
  };
  const printed = async (staffNo: string): Promise<string> =>
    (await giveInitialPassword({ store: endpoint.store, now: () => endpoint.clock.now }, staffNo)) ?? '';
  const stranger = (): Browser => {
    const browser = new Browser(endpoint);
    browser.extra = from();
    return browser;
  };
  const change = async (before: Staff, after: Staff): Promise<void> => {
    const { body } = await a.push('directory', [
      { newDocumentState: travelling(after), assumedMasterState: travelling(before) },
    ]);
    expect([body.conflicts, body.rejected]).toEqual([[], []]);
  };
  const edited = (doc: Staff, status: Staff['status'], roles: Staff['body']['roles']): Staff => ({
    ...doc,
    status,
    ver: { ...doc.ver, A: (doc.ver.A ?? 0) + 1 },
    body: { ...doc.body, roles },
  });

  beforeAll(async () => {
    // Forwarded addresses, so that each test has its own.
    ({ endpoint, end } = await startOn(engine, { trustProxy: NEAREST_PROXY }));
    a = await Caller.enrol(endpoint, 'A');
    await a.addAll('directory', directory);
  });
  afterAll(() => end());
  beforeEach(() => later(48 * 60 * MINUTE));

  it('gives a printed password to be changed before anything else', async () => {
    const browser = stranger();
    const password = await printed('2001');
    expect(password).toMatch(/^(?:[a-z2-9]{5}-){3}[a-z2-9]{5}$/);
    const first = await browser.signIn('2001', password);
    expect(first.status).toBe(200);
    expect(first.body).toMatchObject({
      staff: { id: staffOf('2001').id, staffNo: '2001', name: '王会计', roles: ['finance'] },
      mustChange: true,
    });
    const weak = await browser.post('/web/password', { password, newPassword: '1234567890' });
    expect([weak.status, weak.body]).toEqual([
      422,
      { ok: false, refusals: [{ field: 'newPassword', code: 'weakPassword' }] },
    ]);
    const old = browser.cookie;
    const changed = await browser.post<WebSessionAnswer>('/web/password', {
      password,
      newPassword: GOOD_PASSWORD,
    });
    expect([changed.status, changed.body.mustChange]).toEqual([200, false]);
    expect(browser.cookie).not.toBe(old);
    expect((await stranger().signIn('2001', password)).status).toBe(401);
    expect((await stranger().signIn('2001', GOOD_PASSWORD)).status).toBe(200);
    // The session from before the change is gone.
    browser.cookie = old;
    expect((await browser.get('/web/session')).status).toBe(401);
  });

  it('lets a printed password lie only for days', async () => {
    const password = await printed('2001');
    later(INITIAL_DAYS * 24 * 60 * MINUTE + MINUTE);
    expect((await stranger().signIn('2001', password)).status).toBe(401);
  });

  it('keeps passwords and sessions as hashes, outside of the documents', async () => {
    const browser = await Browser.of(endpoint, '2001', from());
    const token = browser.cookie.split('=')[1] ?? '';
    expect(await endpoint.store.web.session(token)).toBeNull();
    expect(await endpoint.store.web.session(hashOf(token))).toMatchObject({ staff: staffOf('2001').id });
    const account = await endpoint.store.web.account(staffOf('2001').id);
    expect(JSON.stringify(account)).not.toContain(GOOD_PASSWORD);
    expect(JSON.stringify(await a.pullAll('directory'))).not.toContain(account?.hash);
  });

  describe('the cookie', () => {
    it('is out of reach for scripts, other sites and plain HTTP from another machine', async () => {
      const browser = stranger();
      const { setCookie } = await browser.signIn('2001', await printed('2001'));
      expect(setCookie).toMatch(/^__Host-deskbook=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Secure$/);
    });
    it('believes no address that a client claims before the proxy', async () => {
      const browser = new Browser(endpoint);
      browser.extra = { 'x-forwarded-for': '127.0.0.1, 198.51.100.250' };
      const { setCookie } = await browser.signIn('2001', await printed('2001'));
      expect(setCookie).toContain('; Secure');
    });
    it('is not bound to TLS on this machine alone', async () => {
      const browser = new Browser(endpoint);
      const { setCookie } = await browser.signIn('2001', await printed('2001'));
      expect(setCookie).toMatch(/^deskbook=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    });
    it('is taken away at signing out, and the session ends', async () => {
      const browser = await Browser.of(endpoint, '2001', from());
      const kept = browser.cookie;
      const { status, setCookie } = await browser.post('/web/sign-out');
      expect(status).toBe(204);
      expect(setCookie).toContain('Max-Age=0');
      browser.cookie = kept;
      expect((await browser.get('/web/session')).status).toBe(401);
    });
    it('is worth nothing when it is made up', async () => {
      const browser = stranger();
      browser.cookie = `__Host-deskbook=${'x'.repeat(43)}`;
      expect((await browser.get('/web/session')).status).toBe(401);
    });
  });

  it('says nothing is to be kept', async () => {
    const browser = await Browser.of(endpoint, '2001', from());
    expect((await browser.get('/web/session')).headers.get('cache-control')).toBe('no-store');
  });

  describe('time', () => {
    it('ends a session that is not used', async () => {
      const browser = await Browser.of(endpoint, '2001', from());
      later(IDLE_MS - MINUTE);
      expect((await browser.get('/web/session')).status).toBe(200);
      later(IDLE_MS - MINUTE);
      expect((await browser.get('/web/session')).status).toBe(200);
      later(IDLE_MS + MINUTE);
      expect((await browser.get('/web/session')).status).toBe(401);
    });
    it('ends a session in any case', async () => {
      const browser = await Browser.of(endpoint, '2001', from());
      const { expiresAt } = (await browser.get<WebSessionAnswer>('/web/session')).body;
      for (; endpoint.clock.now <= expiresAt; later(20 * MINUTE))
        expect((await browser.get('/web/session')).status).toBe(200);
      expect((await browser.get('/web/session')).status).toBe(401);
      expect(Date.parse(expiresAt)).toBeLessThan(Date.parse(endpoint.clock.now));
      expect(LONGEST_MS).toBe(12 * 3_600_000);
    });
  });

  describe('another site', () => {
    const attempts: readonly [string, Record<string, string>][] = [
      ['without our header', { 'x-deskbook-web': '' }],
      ['with its own origin', { origin: 'https://evil.example' }],
      ['with the origin null', { origin: 'null' }],
      ['without any origin', { origin: '' }],
      ['marked as cross-site', { 'sec-fetch-site': 'cross-site' }],
      ['marked as a sibling', { 'sec-fetch-site': 'same-site' }],
    ];
    it.each(attempts)('signs nobody out or in %s', async (_how, headers) => {
      const browser = await Browser.of(endpoint, '2001', from());
      const own = { ...browser.extra };
      browser.extra = { ...own, ...headers };
      const tried = await browser.post('/web/sign-out');
      expect([tried.status, tried.body]).toEqual([403, { code: 'foreignOrigin' }]);
      expect((await browser.signIn('2001', GOOD_PASSWORD)).status).toBe(403);
      browser.extra = own;
      expect((await browser.get('/web/session')).status).toBe(200);
    });
    it('reads nothing', async () => {
      const browser = await Browser.of(endpoint, '2001', from());
      browser.extra = { ...browser.extra, origin: 'https://evil.example' };
      expect((await browser.get('/web/session')).status).toBe(403);
      browser.extra = { 'x-deskbook-web': '' };
      expect((await browser.get('/web/session')).status).toBe(403);
      const preflight = await fetch(`${endpoint.url}/web/session`, {
        method: 'OPTIONS',
        headers: { origin: 'https://evil.example', 'access-control-request-headers': 'x-deskbook-web' },
      });
      expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
    });
  });

  describe('wrong passwords', () => {
    it.each([
      ['an unknown number', '7777'],
      ['a wrong password', '2001'],
      ['somebody of the desk', '1001'],
      ['somebody without a password yet', '4001'],
    ])('are answered alike: %s', async (_who, staffNo) => {
      await printed('2001');
      const { status, text, setCookie } = await stranger().signIn(staffNo, 'not this one');
      expect([status, text, setCookie]).toEqual([401, '{"code":"wrongPassword"}', '']);
    });

    it('cost the same work for whoever is unknown', async () => {
      await printed('2001');
      const time = async (staffNo: string): Promise<number> => {
        const began = performance.now();
        await stranger().signIn(staffNo, 'not this one');
        return performance.now() - began;
      };
      const known = Math.min(await time('2001'), await time('2001'), await time('2001'));
      const unknown = Math.min(await time('7001'), await time('7002'), await time('7003'));
      expect(unknown / known).toBeGreaterThan(0.5);
      expect(unknown / known).toBeLessThan(2);
    });

    it('lock the account, also for the right one and from elsewhere, until time has passed', async () => {
      const browser = await Browser.of(endpoint, '3001', from());
      for (let at = 0; at < 5; at += 1) expect((await stranger().signIn('3001', 'wrong')).status).toBe(401);
      const locked = await stranger().signIn(' 3001', GOOD_PASSWORD);
      expect([locked.status, locked.text]).toEqual([429, '{"code":"locked"}']);
      expect(Number(locked.headers.get('retry-after'))).toBe(15 * 60);
      // Who is in stays in.
      expect((await browser.get('/web/session')).status).toBe(200);
      later(15 * MINUTE);
      expect((await stranger().signIn('3001', 'wrong')).status).toBe(401);
      later(15 * MINUTE);
      expect((await stranger().signIn('3001', GOOD_PASSWORD)).status).toBe(429);
      later(15 * MINUTE);
      expect((await stranger().signIn('3001', GOOD_PASSWORD)).status).toBe(200);
      expect((await stranger().signIn('3001', 'wrong')).status).toBe(401);
      expect((await stranger().signIn('3001', GOOD_PASSWORD)).status).toBe(200);
    });

    it('lock an unknown number no differently', async () => {
      for (let at = 0; at < 5; at += 1) await stranger().signIn('8888', 'wrong');
      expect((await stranger().signIn('8888', 'wrong')).text).toBe('{"code":"locked"}');
    });

    it('are counted when they come at once', async () => {
      const tries = await Promise.all(Array.from({ length: 12 }, () => stranger().signIn('8889', 'wrong')));
      expect(tries.filter(({ status }) => status === 401)).toHaveLength(5);
    });

    it('lock the address too, whichever numbers it tries', async () => {
      const browser = stranger();
      for (let at = 0; at < 20; at += 1) {
        // Not more than the limiter lets through from one IPv6 subscriber: other addresses of one /64.
        browser.extra = { 'x-forwarded-for': `2001:db8:0:7::${at.toString(16)}` };
        expect((await browser.signIn(`9${at}`, 'wrong')).status).toBe(401);
      }
      browser.extra = { 'x-forwarded-for': '2001:db8:0:7::ffff' };
      expect((await browser.signIn('2001', 'wrong')).text).toBe('{"code":"locked"}');
      browser.extra = { 'x-forwarded-for': '2001:db8:0:8::1' };
      expect((await browser.signIn('2001', 'wrong')).text).toBe('{"code":"wrongPassword"}');
    });

    it('are tried without end by nobody', async () => {
      const one = from();
      const tries = await Promise.all(
        Array.from({ length: 35 }, () => {
          const browser = new Browser(endpoint);
          browser.extra = one;
          return browser.signIn('8890', 'wrong');
        }),
      );
      expect(tries.some(({ text }) => text === '{"code":"tooMany"}')).toBe(true);
    });

    it('do not keep out whoever gets a new printed one', async () => {
      for (let at = 0; at < 5; at += 1) await stranger().signIn('4001', 'wrong');
      expect((await stranger().signIn('4001', await printed('4001'))).status).toBe(200);
    });
  });

  describe('the directory', () => {
    it('gives no password to people of the desk, unknown ones and administrators', async () => {
      expect(await printed('1001')).toBe('');
      expect(await printed('9001')).toBe('');
      expect(await printed('7777')).toBe('');
    });

    it('puts whoever left out at the next request, also when they come back', async () => {
      const hr = staffOf('3001');
      const browser = await Browser.of(endpoint, '3001', from());
      const left = edited(hr, 'left', hr.body.roles);
      await change(hr, left);
      expect((await browser.get('/web/session')).status).toBe(401);
      expect((await stranger().signIn('3001', GOOD_PASSWORD)).text).toBe('{"code":"wrongPassword"}');
      await change(left, edited(left, 'active', hr.body.roles));
      expect((await browser.get('/web/session')).status).toBe(401);
    });

    it('puts whoever lost the role out, and tells whoever has another that the scope differs', async () => {
      const manager = staffOf('4001');
      const browser = await Browser.of(endpoint, '4001', from());
      const scope = (await browser.get<WebSessionAnswer>('/web/session')).body.scope;
      const finance = edited(manager, 'active', ['finance']);
      await change(manager, finance);
      const after = (await browser.get<WebSessionAnswer>('/web/session')).body;
      expect(after.staff.roles).toEqual(['finance']);
      expect(after.scope).not.toBe(scope);
      await change(finance, edited(finance, 'active', ['clerk']));
      expect((await browser.get('/web/session')).status).toBe(401);
    });
  });

  it('answers nonsense in words', async () => {
    const browser = stranger();
    expect((await browser.post('/web/sign-in', { staffNo: '2001' })).body).toEqual({ code: 'badRequest' });
    expect((await browser.post('/web/sign-in', { staffNo: {}, password: [] })).status).toBe(400);
    expect((await browser.signIn('2001', '\u0000')).status).toBe(401);
  });
});
