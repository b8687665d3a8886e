/** `POST /commit`: somebody in a browser does what the desk would do by a command (DESIGN §4). */
import type { FastifyInstance } from 'fastify';
import type { Witness } from '../../shared/core/command';
import { businessDay } from '../../shared/core/time';
import { webRolesOf } from '../../shared/sync/scope';
import type { CommitAnswer, CommitRequest, SignInRequest } from '../../shared/sync/web-contract';
import { WEB_COMMANDS } from '../commands';
import type { ServerOptions } from '../context';
import { checkPassword } from '../web/check-password';
import { clubSettings } from '../web/club-settings';
import { commitAct } from '../web/commit';
import { travellingFor } from '../web/pull-page';
import { refuseNul } from '../web/no-nul';
import { failure } from '../web/schemas';
import { requireSession, webUserOf } from '../web/session';

const BODY_LIMIT = 500_000;
const MAX_WITNESSES = 2;

const byType = new Map(WEB_COMMANDS.map(({ command }) => [command.type, command]));

const body = {
  type: 'object',
  required: ['command', 'input', 'actId'],
  additionalProperties: false,
  properties: {
    command: { type: 'string', maxLength: 60 },
    input: { type: 'object' },
    actId: { type: 'string', pattern: '^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$' },
    witnesses: {
      type: 'array',
      maxItems: MAX_WITNESSES,
      items: {
        type: 'object',
        required: ['staffNo', 'password'],
        additionalProperties: false,
        properties: {
          staffNo: { type: 'string', minLength: 1, maxLength: 40 },
          password: { type: 'string', minLength: 1, maxLength: 512 },
        },
      },
    },
  },
  anyOf: WEB_COMMANDS.map(({ command, input }) => ({
    type: 'object',
    required: ['command', 'input'],
    properties: { command: { const: command.type }, input },
  })),
} as const;

const answerSchema = {
  type: 'object',
  required: ['ok'],
  properties: { ok: { type: 'boolean' } },
  additionalProperties: true,
} as const;

/** Those who confirm with their own password; null when one is wrong, locked or still the printed one. */
async function witnessesOf(
  options: ServerOptions,
  typed: readonly SignInRequest[],
  address: string,
): Promise<readonly Witness[] | null> {
  const witnesses: Witness[] = [];
  for (const { staffNo, password } of typed) {
    const check = await checkPassword(options, staffNo, password, address);
    if (!check.ok || check.account.initial) return null;
    const { id, body } = check.staff;
    witnesses.push({ staff: id, name: body.name, roles: webRolesOf(body.roles), at: options.now() });
  }
  return witnesses;
}

/** Adds the route. */
export function commitRoute(app: FastifyInstance, options: ServerOptions): void {
  app.post<{ Body: CommitRequest }>(
    '/commit',
    {
      onRequest: requireSession(options),
      preHandler: refuseNul,
      bodyLimit: BODY_LIMIT,
      schema: {
        tags: ['web'],
        security: [{ browser: [] }],
        body,
        response: { 200: answerSchema, 400: failure, 401: failure, 403: failure, 429: failure },
      },
      config: { rateLimit: { max: 120, timeWindow: '1 minute' } },
    },
    async (request, reply) => {
      const { staff } = webUserOf(request);
      const { command: type, input, actId, witnesses: typed = [] } = request.body;
      const command = byType.get(type);
      if (!command) return reply.code(400).send({ code: 'badRequest' });
      const witnesses = await witnessesOf(options, typed, request.ip);
      if (!witnesses) {
        const wrong: CommitAnswer = { ok: false, refusals: [{ field: 'witnesses', code: 'wrongPassword' }] };
        return wrong;
      }
      const outcome = await commitAct(options, { command, input, actId, staff, witnesses });
      if (!outcome.ok) return outcome;
      const today = businessDay(options.now(), (await clubSettings(options.store)).cutOffHour);
      const answer: CommitAnswer = {
        ok: true,
        documents: outcome.docs.flatMap(
          ({ collection, doc }) => travellingFor(staff.body, collection, doc, today) ?? [],
        ),
      };
      return answer;
    },
  );
}
