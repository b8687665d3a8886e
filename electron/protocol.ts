/** `app://deskbook`: the page's origin for ever (IndexedDB belongs to it). Serves the built page only. */
import { protocol } from 'electron';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { BlobRead } from './blobs/blob-store';
import { fileFor } from './file-for';

export const ORIGIN = 'app://deskbook';

/** Scripts from self only; charts set inline styles. */
export const CSP = [
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
].join('; ');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

/** Must run before the app is ready. */
export function registerScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges }]);
}

/** Serves `root` (out/renderer). `blob` answers `/blobs/<sha>`, `api` whatever goes to the endpoint. */
export function serve(
  root: string,
  blob: (sha: string) => Promise<BlobRead>,
  api: (request: Request) => Promise<Response>,
): void {
  protocol.handle('app', async (request) => {
    const url = new URL(request.url);
    const headers = {
      'Content-Security-Policy': CSP,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
    };
    const refuse = (status: number): Response => new Response(null, { status, headers });
    if (url.host !== 'deskbook') return refuse(403);
    if (url.pathname.startsWith('/api/')) return api(request);
    if (request.method !== 'GET') return refuse(403);
    const sha = /^\/blobs\/([0-9a-f]{64})$/.exec(url.pathname)?.[1];
    if (sha) {
      const bytes = await blob(sha);
      if (bytes === 'missing') return refuse(404);
      if (bytes === 'changed') return refuse(409);
      return new Response(bytes as BodyInit, { headers: { ...headers, 'Content-Type': 'image/jpeg' } });
    }
    const file = fileFor(root, url.pathname);
    if (!file) return refuse(403);
    try {
      const bytes = await fs.readFile(file);
      const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
      return new Response(bytes, { headers: { ...headers, 'Content-Type': type } });
    } catch {
      return refuse(404);
    }
  });
}
