/** Photos by the SHA-256 of their bytes. */
import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { MAX_PHOTO_BYTES } from '../../shared/blobs/schema';
import { requireDesk } from '../auth';
import type { ServerOptions } from '../context';

const params = {
  type: 'object',
  required: ['sha'],
  properties: { sha: { type: 'string', pattern: '^[0-9a-f]{64}$' } },
} as const;

/** Adds the routes, for enrolled desks only. */
export function blobRoutes(app: FastifyInstance, { store }: ServerOptions): void {
  const onRequest = requireDesk(store);
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
  app.put<{ Params: { sha: string }; Body: Buffer }>(
    '/blobs/:sha',
    { onRequest, bodyLimit: MAX_PHOTO_BYTES, schema: { params, tags: ['blobs'] } },
    async (request, reply) => {
      const bytes = request.body;
      if (!Buffer.isBuffer(bytes) || createHash('sha256').update(bytes).digest('hex') !== request.params.sha)
        return reply.code(400).send({ code: 'shaDiffers' });
      await store.putBlob(request.params.sha, bytes);
      return reply.code(204).send();
    },
  );
  app.get<{ Params: { sha: string } }>(
    '/blobs/:sha',
    { onRequest, schema: { params, tags: ['blobs'] } },
    async (request, reply) => {
      const bytes = await store.getBlob(request.params.sha);
      if (!bytes) return reply.code(404).send({ code: 'noBlob' });
      return reply.type('image/jpeg').send(Buffer.from(bytes));
    },
  );
}
