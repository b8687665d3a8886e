/** `POST /enrol`: a one-time code becomes a desk with its token. */
import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { EnrolAnswer, EnrolRequest } from '../../shared/sync/contract';
import type { ServerOptions } from '../context';
import { cleanCode, hashOf, newToken } from '../secrets';

/** Desk codes in the order they are given: A … Z, then AA … ZZ. What begins with `W` stays the web view's. */
export function* deskCodes(): Generator<string> {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVXYZ'];
  yield* letters;
  for (const first of letters) for (const second of letters) yield first + second;
}

const body = {
  type: 'object',
  required: ['code', 'deskName'],
  additionalProperties: false,
  properties: {
    code: { type: 'string', minLength: 10, maxLength: 20 },
    deskName: { type: 'string', minLength: 1, maxLength: 40, pattern: '^[^\\u0000-\\u001f\\u007f]+$' },
    deskCode: { type: 'string', pattern: '^(?!W)[A-Z0-9]{1,3}$' },
  },
} as const;

/** Adds the route. Ten tries a minute and address: codes have 50 bits and hold ten minutes. */
export function enrolRoute(app: FastifyInstance, { store, now, club }: ServerOptions): void {
  app.post<{ Body: EnrolRequest }>(
    '/enrol',
    { schema: { body, tags: ['desks'] }, config: { rateLimit: { max: 10, timeWindow: '1 minute' } } },
    async (request, reply) => {
      const { code, deskName, deskCode } = request.body;
      const desks = await store.desks();
      const taken = new Set(desks.map((desk) => desk.code));
      // A desk whose token was lost: revoked first, it comes back under its own code.
      const back = desks.find((desk) => desk.code === deskCode && desk.revoked);
      if (deskCode !== undefined && taken.has(deskCode) && !back)
        return reply.code(409).send({ code: 'deskCodeTaken' });
      if (!(await store.takeCode(hashOf(cleanCode(code)), now())))
        return reply.code(403).send({ code: 'badCode' });
      const token = newToken();
      if (back) {
        await store.setToken(back.id, hashOf(token));
        const answer: EnrolAnswer = {
          deskId: back.id,
          deskCode: back.code,
          token,
          club,
          epoch: await store.epoch(),
        };
        return reply.code(201).send(answer);
      }
      for (const free of deskCode === undefined ? deskCodes() : [deskCode]) {
        if (taken.has(free)) continue;
        const desk = { id: randomUUID(), code: free, name: deskName, enrolledAt: now(), revoked: false };
        if (!(await store.addDesk(desk, hashOf(token)))) continue;
        const answer: EnrolAnswer = {
          deskId: desk.id,
          deskCode: free,
          token,
          club,
          epoch: await store.epoch(),
        };
        return reply.code(201).send(answer);
      }
      return reply.code(409).send({ code: 'deskCodeTaken' });
    },
  );
}
