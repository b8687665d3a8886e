/** Push, pull and digests (DESIGN §4). */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { COLLECTIONS, type CollectionName } from '../../shared/core/envelope';
import { digestOfMonth } from '../../shared/sync/canonical';
import type { DigestAnswer, DigestRequest, PullAnswer, PushRequest } from '../../shared/sync/contract';
import { callerOf, requireDesk } from '../auth';
import type { ServerOptions } from '../context';
import type { MonthDigest } from '../store/store';
import { acceptRows } from '../accept';

/** Rows of one push and documents of one pull. */
const MAX_ROWS = 1_000;

const params = {
  type: 'object',
  required: ['collection'],
  properties: { collection: { enum: COLLECTIONS } },
} as const;

const row = {
  type: 'object',
  required: ['newDocumentState'],
  properties: { newDocumentState: { type: 'object' }, assumedMasterState: { type: 'object' } },
} as const;

const pushBody = {
  type: 'object',
  required: ['epoch', 'rows'],
  properties: {
    epoch: { type: 'string', maxLength: 80 },
    rows: { type: 'array', maxItems: MAX_ROWS, items: row },
  },
} as const;

const pullQuery = {
  type: 'object',
  required: ['epoch', 'seq', 'limit'],
  properties: {
    epoch: { type: 'string', maxLength: 80 },
    seq: { type: 'string', pattern: '^\\d{1,15}$' },
    limit: { type: 'string', pattern: '^[1-9]\\d{0,2}$|^1000$' },
  },
} as const;

const digestBody = {
  type: 'object',
  required: ['collection'],
  properties: { collection: { enum: COLLECTIONS } },
} as const;

/** 409 with the endpoint's epoch, so that the desk begins anew. */
async function wrongEpoch(reply: FastifyReply, epoch: string): Promise<unknown> {
  return reply.code(409).send({ code: 'epoch', epoch });
}

/** Adds the routes, for enrolled desks only. */
export function syncRoutes(app: FastifyInstance, { store, now }: ServerOptions): void {
  const onRequest = requireDesk(store);

  app.post<{ Params: { collection: CollectionName }; Body: PushRequest }>(
    '/sync/:collection/push',
    { onRequest, schema: { params, body: pushBody, tags: ['sync'] } },
    async (request, reply) => {
      const { collection } = request.params;
      const { epoch, rows } = request.body;
      const { desk, epoch: own } = callerOf(request);
      if (epoch !== own) return wrongEpoch(reply, own);
      return acceptRows(store, collection, rows, desk, now());
    },
  );

  app.get<{
    Params: { collection: CollectionName };
    Querystring: { epoch: string; seq: string; limit: string };
  }>(
    '/sync/:collection/pull',
    { onRequest, schema: { params, querystring: pullQuery, tags: ['sync'] } },
    async (request, reply) => {
      const { epoch, seq, limit } = request.query;
      const { epoch: own } = callerOf(request);
      if (epoch !== own) return wrongEpoch(reply, own);
      const docs = await store.pull(request.params.collection, Number(seq), Number(limit));
      const checkpoint = JSON.stringify({
        epoch: own,
        seq: docs.at(-1)?.seq ?? Number(seq),
      } satisfies PullAnswer['checkpoint']);
      // The stored texts go out as they are: nothing is parsed or altered on the way.
      return reply
        .type('application/json; charset=utf-8')
        .send(`{"documents":[${docs.map(({ text }) => text).join(',')}],"checkpoint":${checkpoint}}`);
    },
  );

  app.post<{ Body: DigestRequest }>(
    '/digest',
    { onRequest, schema: { body: digestBody, tags: ['sync'] } },
    async (request) => {
      const byMonth = new Map<string, MonthDigest[]>();
      for (const line of await store.digests(request.body.collection)) {
        const lines = byMonth.get(line.month);
        if (lines) lines.push(line);
        else byMonth.set(line.month, [line]);
      }
      const answer: DigestAnswer = {
        months: Object.fromEntries(
          [...byMonth].map(([month, lines]) => [
            month,
            { count: lines.length, digest: digestOfMonth(lines) },
          ]),
        ),
      };
      return answer;
    },
  );
}
