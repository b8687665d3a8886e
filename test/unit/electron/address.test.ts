/** What the shell sends to the endpoint, and where that may be. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf, mayForward } from '../../../electron/endpoint/address';

describe('the address of an endpoint', () => {
  it('is an origin, encrypted beyond this PC', () => {
    expect(addressOf(' club.example.cn:8443 ')).toBe('https://club.example.cn:8443');
    expect(addressOf('https://club.example.cn/')).toBe('https://club.example.cn');
    expect(addressOf('http://127.0.0.1:8443')).toBe('http://127.0.0.1:8443');
    expect(addressOf('http://[::1]:8443')).toBe('http://[::1]:8443');
  });

  it('is refused where it is anything else', () => {
    for (const typed of [
      '',
      'http://club.example.cn',
      'http://127.0.0.1.example.cn',
      'https://user:secret@club.example.cn',
      'https://club.example.cn/path',
      'https://club.example.cn/?a=1',
      'ftp://127.0.0.1',
      'file:///etc/passwd',
      'javascript://127.0.0.1',
    ])
      expect(addressOf(typed), typed).toBeNull();
  });

  it('never leads a call to a path of its own', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl({ withQueryParameters: true }), fc.string()), (typed) => {
        const address = addressOf(typed);
        if (address !== null) expect(new URL(address).origin).toBe(address);
      }),
    );
  });
});

describe('a call of the page', () => {
  it('goes on when it is one of the contract’s', () => {
    expect(mayForward('POST', '/api/v1/sync/visits/push')).toBe(true);
    expect(mayForward('GET', '/api/v1/sync/stream')).toBe(true);
    expect(mayForward('PUT', `/api/v1/blobs/${'a'.repeat(64)}`)).toBe(true);
  });

  it('stays here otherwise', () => {
    for (const [method, path] of [
      ['GET', '/api/v1/sync/visits/push'],
      ['POST', '/api/v1/desk/token'],
      ['POST', '/api/v1/enrol'],
      ['POST', '/api/v1/web/sign-in'],
      ['POST', '/api/v1/sync/../desk/token'],
      ['GET', '/api/v1/blobs/../desk'],
      ['DELETE', '/api/v1/sync/visits/push'],
    ] as const)
      expect(mayForward(method, path), `${method} ${path}`).toBe(false);
  });
});
