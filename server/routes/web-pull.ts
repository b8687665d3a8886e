/** `GET /web/pull/:collection`: what of a collection the signed-in person may see. */
import type { FastifyInstance } from 'fastify';
import { COLLECTIONS, type CollectionName } from '../../shared/core/envelope';
import { businessDay } from '../../shared/core/time';
import { scopeValue } from '../../shared/sync/scope';
import type { WebPullAnswer } from '../../shared/sync/web-contract';
import type { ServerOptions } from '../context';
import { clubSettings } from '../web/club-settings';
import { pullScoped } from '../web/pull-page';
import { failure } from '../web/schemas';
import { requireSession, webUserOf } from '../web/session';

const params = {
  type: 'object',
  required: ['collection'],
  properties: { collection: { enum: COLLECTIONS } },
} as const;

const position = { type: 'string', pattern: '^\\d{1,15}$' } as const;
const querystring = {
  type: 'object',
  required: ['seq', 'limit'],
  properties: {
    seq: position,
    limit: { type: 'string', pattern: '^[1-9]\\d{0,2}$|^1000$' },
    from: position,
    scope: { type: 'string', maxLength: 40 },
  },
} as const;

const answerSchema = {
  type: 'object',
  required: ['documents', 'gone', 'checkpoint', 'more'],
  properties: {
    documents: { type: 'array', items: { type: 'object', additionalProperties: true } },
    gone: { type: 'array', items: { type: 'string' } },
    checkpoint: {
      type: 'object',
      required: ['scope', 'seq', 'from'],
      properties: { scope: { type: 'string' }, seq: { type: 'integer' }, from: { type: 'integer' } },
    },
    more: { type: 'boolean' },
  },
} as const;

interface Query {
  readonly seq: string;
  readonly limit: string;
  readonly from?: string;
  readonly scope?: string;
}

/** Adds the route. 409 with the new scope when the browser's differs: it then loads anew. */
export function webPullRoute(app: FastifyInstance, options: ServerOptions): void {
  const { store, now } = options;
  app.get<{ Params: { collection: CollectionName }; Querystring: Query }>(
    '/web/pull/:collection',
    {
      onRequest: requireSession(options),
      schema: {
        tags: ['web'],
        security: [{ browser: [] }],
        params,
        querystring,
        response: { 200: answerSchema, 401: failure, 403: failure, 409: failure },
      },
    },
    async (request, reply) => {
      const { staff } = webUserOf(request);
      const { collection } = request.params;
      const { seq, limit, from, scope: known } = request.query;
      const scope = scopeValue(staff.body, await store.epoch());
      if (known !== undefined && known !== scope) return reply.code(409).send({ code: 'scope', scope });
      const began = from === undefined ? await store.newest(collection) : Number(from);
      const today = businessDay(now(), (await clubSettings(store)).cutOffHour);
      const where = { seq: Number(seq), from: began, limit: Number(limit) };
      const page = await pullScoped(store, staff.body, collection, where, today);
      const answer: WebPullAnswer = {
        documents: page.documents,
        gone: page.gone,
        checkpoint: { scope, seq: page.seq, from: began },
        more: page.more,
      };
      return answer;
    },
  );
}
