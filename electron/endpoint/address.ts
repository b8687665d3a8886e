/** Which addresses and calls the desk's tie to its endpoint allows. */

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** The endpoint's address as it is kept, without a path; null when it is none, or not encrypted beyond this PC. */
export function addressOf(typed: string): string | null {
  const text = typed.trim();
  let url: URL;
  try {
    url = new URL(/^\w+:\/\//.test(text) ? text : `https://${text}`);
  } catch {
    return null;
  }
  if (url.username || url.password || (url.pathname !== '/' && url.pathname !== '') || url.search || url.hash)
    return null;
  if (url.protocol === 'https:') return url.origin;
  return url.protocol === 'http:' && LOOPBACK.includes(url.hostname) ? url.origin : null;
}

const CALLS: readonly (readonly [method: string, path: RegExp])[] = [
  ['GET', /^\/api\/v1\/health$/],
  ['POST', /^\/api\/v1\/sync\/[a-zA-Z]{1,20}\/push$/],
  ['GET', /^\/api\/v1\/sync\/[a-zA-Z]{1,20}\/pull$/],
  ['GET', /^\/api\/v1\/sync\/stream$/],
  ['GET', /^\/api\/v1\/desks$/],
  ['POST', /^\/api\/v1\/digest$/],
  ['GET', /^\/api\/v1\/blobs\/[0-9a-f]{64}$/],
  ['PUT', /^\/api\/v1\/blobs\/[0-9a-f]{64}$/],
];

/** True for the calls of the contract that a page makes. */
export const mayForward = (method: string, path: string): boolean =>
  CALLS.some(([allowed, pattern]) => allowed === method && pattern.test(path));
