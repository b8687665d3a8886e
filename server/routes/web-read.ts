/**
 * What a page needs beyond the records its browser holds: the sums of the ledger, and records of the books that are older
 * than what was pulled (`shared/sync/scope.ts`). Read by id or by a bounded range of an index.
 */
import type { FastifyInstance, FastifyReply } from 'fastify';
import {
  COLLECTIONS,
  INDEXES,
  type CollectionName,
  type Envelope,
  type IndexName,
} from '../../shared/core/envelope';
import { businessDay } from '../../shared/core/time';
import { mayAskBack, mayHold, scopedBack } from '../../shared/sync/scope';
import type { Travelling } from '../../shared/sync/contract';
import type { WebReadAnswer } from '../../shared/sync/web-contract';
import type { ServerOptions } from '../context';
import type { RangeCursor } from '../store/index-columns';
import { clubSettings } from '../web/club-settings';
import { ledgerSums } from '../web/ledger-sums';
import { refuseNul } from '../web/no-nul';
import { photosInSight } from '../web/photo-scope';
import { failure } from '../web/schemas';
import { requireSession, webUserOf, type WebUser } from '../web/session';

/** Documents of one answer. */
const PAGE = 1_000;
const MAX_IDS = 500;

const key = { type: 'array', maxItems: 2, items: { type: 'string', maxLength: 80 } } as const;
const collection = { enum: COLLECTIONS } as const;
const rangeProperties = {
  collection,
  index: { enum: Object.keys(INDEXES) },
  from: key,
  to: key,
} as const;

const idsBody = {
  type: 'object',
  required: ['collection', 'ids'],
  additionalProperties: false,
  properties: {
    collection,
    ids: { type: 'array', maxItems: MAX_IDS, items: { type: 'string', maxLength: 80 } },
  },
} as const;
const rangeBody = {
  type: 'object',
  required: ['collection', 'index', 'from', 'to', 'after'],
  additionalProperties: false,
  properties: {
    ...rangeProperties,
    after: {
      anyOf: [
        { type: 'null' },
        { type: 'array', minItems: 3, maxItems: 3, items: { type: 'string', maxLength: 80 } },
      ],
    },
  },
} as const;
const countBody = {
  type: 'object',
  required: ['collection', 'index', 'from', 'to'],
  additionalProperties: false,
  properties: rangeProperties,
} as const;

const documents = { type: 'array', items: { type: 'object', additionalProperties: true } } as const;
const readAnswer = {
  type: 'object',
  required: ['documents', 'after'],
  properties: {
    documents,
    after: { anyOf: [{ type: 'null' }, { type: 'array', items: { type: 'string' } }] },
  },
} as const;

const travelling = (doc: Envelope): Travelling => ({ ...doc, _deleted: false });

interface RangeOrder {
  readonly collection: CollectionName;
  readonly index: IndexName;
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** Adds the routes: 403 for whoever may not ask back in a collection. */
export function webReadRoutes(app: FastifyInstance, options: ServerOptions): void {
  const { store, now } = options;
  const onRequest = requireSession(options);
  const tags = ['web'];
  const security = [{ browser: [] }];

  const foreign = (reply: FastifyReply): FastifyReply => reply.code(403).send({ code: 'notAllowed' });

  const today = async (): Promise<string> => businessDay(now(), (await clubSettings(store)).cutOffHour);

  async function seenBy(
    { staff }: WebUser,
    from: CollectionName,
    texts: readonly string[],
  ): Promise<readonly Travelling[]> {
    const day = await today();
    return texts.flatMap((text) => {
      const seen = scopedBack(staff.body, from, JSON.parse(text) as Envelope, day);
      return seen ? [travelling(seen)] : [];
    });
  }

  app.get(
    '/web/books',
    {
      onRequest,
      schema: {
        tags,
        security,
        response: { 200: { type: 'object', additionalProperties: true }, 401: failure, 403: failure },
      },
    },
    async (request, reply) => {
      if (!mayHold(webUserOf(request).staff.body, 'ledger', 'sale')) return foreign(reply);
      return (await ledgerSums(store)).books;
    },
  );

  app.post<{ Body: { readonly collection: CollectionName; readonly ids: readonly string[] } }>(
    '/web/read/ids',
    {
      onRequest,
      preHandler: refuseNul,
      schema: {
        tags,
        security,
        body: idsBody,
        response: { 200: readAnswer, 400: failure, 401: failure, 403: failure },
      },
    },
    async (request, reply) => {
      const user = webUserOf(request);
      const { collection: from, ids } = request.body;
      if (!mayAskBack(user.staff.body, from)) return foreign(reply);
      if (from === 'attachments') {
        const photos = await photosInSight(store, user.staff.body, ids, await today());
        const found: WebReadAnswer = { documents: photos.map(travelling), after: null };
        return found;
      }
      const texts = await store.get(from, ids);
      const answer: WebReadAnswer = { documents: await seenBy(user, from, [...texts.values()]), after: null };
      return answer;
    },
  );

  app.post<{ Body: RangeOrder & { readonly after: RangeCursor | null } }>(
    '/web/read/range',
    {
      onRequest,
      preHandler: refuseNul,
      schema: {
        tags,
        security,
        body: rangeBody,
        response: { 200: readAnswer, 400: failure, 401: failure, 403: failure },
      },
    },
    async (request, reply) => {
      const user = webUserOf(request);
      const { collection: from, after, ...range } = request.body;
      if (!mayAskBack(user.staff.body, from)) return foreign(reply);
      const texts = await store.range(from, range, { limit: PAGE, after });
      const last = texts.length === PAGE ? (JSON.parse(texts.at(-1) ?? '{}') as Envelope) : null;
      const [first = '', second = ''] = last ? INDEXES[range.index].map((field) => last[field]) : [];
      const answer: WebReadAnswer = {
        documents: await seenBy(user, from, texts),
        after: last && [first, second, last.id],
      };
      return answer;
    },
  );

  app.post<{ Body: RangeOrder }>(
    '/web/read/count',
    {
      onRequest,
      preHandler: refuseNul,
      schema: {
        tags,
        security,
        body: countBody,
        response: {
          200: { type: 'object', required: ['count'], properties: { count: { type: 'integer' } } },
          401: failure,
          403: failure,
        },
      },
    },
    async (request, reply) => {
      const { collection: from, ...range } = request.body;
      if (!mayAskBack(webUserOf(request).staff.body, from)) return foreign(reply);
      return { count: await store.count(from, range) };
    },
  );
}
