/** A browser's side of the web view, over HTTP: it keeps its cookie and names its origin as browsers do. */
import type { WebSessionAnswer } from '@shared/sync/web-contract';
import { giveInitialPassword } from '../../server/web/initial-password';
import type { Answer, Endpoint, Reachable } from './endpoint';

/** A password the rules take. */
export const GOOD_PASSWORD = 'correct horse 电池';

export interface BrowserAnswer<T> extends Answer<T> {
  readonly setCookie: string;
  readonly text: string;
  readonly headers: Headers;
}

export class Browser {
  cookie = '';
  /** Headers sent with every call beside the browser's own; '' leaves one out. */
  extra: Record<string, string> = {};

  constructor(readonly endpoint: Pick<Reachable, 'url'>) {}

  get origin(): string {
    return new URL(this.endpoint.url).origin;
  }

  async call<T>(method: 'GET' | 'POST', route: string, body?: unknown): Promise<BrowserAnswer<T>> {
    const headers: Record<string, string> = {
      'x-deskbook-web': '1',
      ...(method === 'POST' ? { origin: this.origin } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(this.cookie === '' ? {} : { cookie: this.cookie }),
      ...this.extra,
    };
    const response = await fetch(`${this.endpoint.url}${route}`, {
      method,
      headers: Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== '')),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const setCookie = response.headers.get('set-cookie') ?? '';
    if (setCookie !== '') {
      const pair = setCookie.split(';')[0] ?? '';
      this.cookie = pair.endsWith('=') ? '' : pair;
    }
    const text = await response.text();
    const answer = (text === '' ? null : JSON.parse(text)) as T;
    return { status: response.status, body: answer, setCookie, text, headers: response.headers };
  }

  get<T>(route: string): Promise<BrowserAnswer<T>> {
    return this.call<T>('GET', route);
  }

  post<T>(route: string, body?: unknown): Promise<BrowserAnswer<T>> {
    return this.call<T>('POST', route, body);
  }

  signIn(staffNo: string, password: string): Promise<BrowserAnswer<WebSessionAnswer>> {
    return this.post('/web/sign-in', { staffNo, password });
  }

  /** Signs in with a printed password and changes it, as a person does the first time. */
  static async first(
    endpoint: Pick<Reachable, 'url'>,
    staffNo: string,
    password: string,
    extra: Record<string, string> = {},
  ): Promise<Browser> {
    const browser = new Browser(endpoint);
    browser.extra = extra;
    await browser.signIn(staffNo, password);
    const { status } = await browser.post('/web/password', { password, newPassword: GOOD_PASSWORD });
    if (status !== 200) throw new Error(`password: ${status}`);
    return browser;
  }

  /** The same at an endpoint in this process, which prints the password. */
  static async of(endpoint: Endpoint, staffNo: string, extra: Record<string, string> = {}): Promise<Browser> {
    const { store, clock } = endpoint;
    const password = (await giveInitialPassword({ store, now: () => clock.now }, staffNo)) ?? '';
    return Browser.first(endpoint, staffNo, password, extra);
  }
}
