/** The web view's page: the built renderer, its files named by their content and kept by browsers, the page itself never. */
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import path from 'node:path';

/** Scripts from here only; charts set inline styles. Like the desk's own (electron/protocol.ts). */
export const PAGE_CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

/** A camera, a microphone or a place are nothing to this page. */
const PERMISSIONS = 'camera=(), microphone=(), geolocation=(), display-capture=(), usb=()';

/** Serves a folder at `/`; places within the page stand behind the `#` and are nothing to the server. */
export async function servePage(app: FastifyInstance, folder: string): Promise<void> {
  const root = path.resolve(folder);
  await app.register(fastifyStatic, {
    root,
    wildcard: false,
    decorateReply: false,
    cacheControl: false,
    setHeaders: (reply, file) => {
      reply.header('Content-Security-Policy', PAGE_CSP);
      reply.header('Permissions-Policy', PERMISSIONS);
      const isHashed = path.relative(root, file).startsWith(`assets${path.sep}`);
      reply.header('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}
