/**
 * Installers for the desks, in the layout of electron-updater's generic provider: `latest.yml`, `latest-linux.yml`,
 * the installers they name and their block maps, as `npm run package -- --installers` leaves them in one folder.
 */
import serveFiles from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { lstat } from 'node:fs/promises';
import path from 'node:path';
import { requireToken } from '../auth';
import type { ServerOptions } from '../context';

/** A plain name: no folder, no dot in front. */
const FILE = '^[A-Za-z0-9][A-Za-z0-9._+-]{0,150}$';

const params = {
  type: 'object',
  required: ['file'],
  properties: { file: { type: 'string', pattern: FILE } },
} as const;

/**
 * Adds `GET /updates/:file`, for enrolled desks alone: the installer carries the club's own settings of how desks
 * are built, and an open folder on the club's network would be one more thing to guard. A desk whose program is too
 * old to sync (426) is let in: this is how it gets a newer one.
 */
export async function updateRoutes(
  app: FastifyInstance,
  { store }: ServerOptions,
  folder: string,
): Promise<void> {
  await app.register(serveFiles, { root: path.resolve(folder), serve: false });
  app.get<{ Params: { file: string } }>(
    '/updates/:file',
    { onRequest: requireToken(store), schema: { params, tags: ['updates'] } },
    async (request, reply) => {
      const { file } = request.params;
      // A link could lead out of the folder: only files that lie in it are given.
      const found = await lstat(path.join(folder, file)).catch(() => null);
      if (!found?.isFile()) return reply.code(404).send({ code: 'notFound' });
      // What the newest is changes; an installer of a version never does.
      const immutable = !file.endsWith('.yml');
      return reply.sendFile(file, { maxAge: immutable ? '1d' : 0, immutable });
    },
  );
}
