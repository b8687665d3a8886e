/** `GET /web/photos/:id`: a photo of a record that the signed-in person may see. */
import type { FastifyInstance } from 'fastify';
import { businessDay } from '../../shared/core/time';
import type { ServerOptions } from '../context';
import { clubSettings } from '../web/club-settings';
import { photosInSight } from '../web/photo-scope';
import { failure } from '../web/schemas';
import { requireSession, webUserOf } from '../web/session';

const params = {
  type: 'object',
  required: ['id'],
  properties: { id: { type: 'string', pattern: '^[\\w:.-]{1,80}$' } },
} as const;

/** Adds the route. 404 for what is not there and for what is not theirs alike. */
export function webPhotoRoute(app: FastifyInstance, options: ServerOptions): void {
  const { store, now } = options;
  app.get<{ Params: { readonly id: string } }>(
    '/web/photos/:id',
    {
      onRequest: requireSession(options),
      schema: {
        tags: ['web'],
        security: [{ browser: [] }],
        params,
        response: { 401: failure, 403: failure, 404: failure },
      },
    },
    async (request, reply) => {
      const today = businessDay(now(), (await clubSettings(store)).cutOffHour);
      const { body: viewer } = webUserOf(request).staff;
      const [photo] = await photosInSight(store, viewer, [request.params.id], today);
      const bytes = photo ? await store.getBlob(photo.body.sha) : null;
      if (!bytes) return reply.code(404).send({ code: 'noBlob' });
      return reply.type('image/jpeg').send(Buffer.from(bytes));
    },
  );
}
