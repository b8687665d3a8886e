/** Signing in and out of the web view, and changing one's password. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { PASSWORD_MAX, passwordFault } from '../../shared/directory/password-rules';
import { ROLES } from '../../shared/core/roles';
import { scopeValue, webRolesOf } from '../../shared/sync/scope';
import type {
  ChangePasswordRequest,
  SignInRequest,
  WebSessionAnswer,
  WitnessAnswer,
} from '../../shared/sync/web-contract';
import type { ServerOptions } from '../context';
import { checkPassword, type PasswordCheck } from '../web/check-password';
import { webDesk } from '../web/commit';
import { setSessionCookie } from '../web/cookie';
import { hashPassword } from '../web/password-hash';
import { requireSameOrigin } from '../web/same-origin';
import { beginSession, IDLE_MS, requireSession, sessionOf, webUserOf, type WebUser } from '../web/session';
import { failure, refusals } from '../web/schemas';

/** What is typed may be longer than a password: it is wrong then, not malformed. */
const password = { type: 'string', minLength: 1, maxLength: 4 * PASSWORD_MAX } as const;

const signInBody = {
  type: 'object',
  required: ['staffNo', 'password'],
  additionalProperties: false,
  properties: { staffNo: { type: 'string', minLength: 1, maxLength: 40 }, password },
} as const;

const changeBody = {
  type: 'object',
  required: ['password', 'newPassword'],
  additionalProperties: false,
  properties: { password, newPassword: { type: 'string', maxLength: 4 * PASSWORD_MAX } },
} as const;

const sessionAnswer = {
  type: 'object',
  required: ['staff', 'club', 'mustChange', 'scope', 'expiresAt', 'idleMinutes', 'desk', 'now'],
  properties: {
    staff: {
      type: 'object',
      required: ['id', 'staffNo', 'name', 'roles', 'departments'],
      properties: {
        id: { type: 'string' },
        staffNo: { type: 'string' },
        name: { type: 'string' },
        roles: { type: 'array', items: { type: 'string', enum: ROLES } },
        departments: { type: 'array', items: { type: 'string' } },
      },
    },
    club: { type: 'string' },
    mustChange: { type: 'boolean' },
    scope: { type: 'string' },
    expiresAt: { type: 'string' },
    idleMinutes: { type: 'integer' },
    desk: { type: 'string' },
    now: { type: 'string' },
  },
} as const;

const witnessAnswer = {
  type: 'object',
  required: ['staff', 'name', 'roles'],
  properties: {
    staff: { type: 'string' },
    name: { type: 'string' },
    roles: { type: 'array', items: { type: 'string' } },
  },
} as const;

/** Tries a minute and address, right or wrong: each costs a hash. */
const rateLimit = { max: 30, timeWindow: '1 minute' };
const tags = ['web'];
const security = [{ browser: [] }];

async function answerOf(
  { store, club, now }: ServerOptions,
  { staff, account, expiresAt }: Pick<WebUser, 'staff' | 'account' | 'expiresAt'>,
): Promise<WebSessionAnswer> {
  const { staffNo, name, roles, departments } = staff.body;
  return {
    staff: { id: staff.id, staffNo, name, roles: webRolesOf(roles), departments },
    club,
    mustChange: account.initial,
    scope: scopeValue(staff.body, await store.epoch()),
    expiresAt,
    idleMinutes: IDLE_MS / 60_000,
    desk: await webDesk(store),
    now: now(),
  };
}

/** Answers a wrong or locked password. */
function refuse(
  request: FastifyRequest,
  reply: FastifyReply,
  check: Extract<PasswordCheck, { readonly ok: false }>,
): FastifyReply {
  if (check.code === 'wrongPassword') return reply.code(401).send({ code: check.code });
  request.log.warn('sign-in locked after wrong passwords');
  return reply.code(429).header('retry-after', check.seconds).send({ code: check.code });
}

/** Adds the routes. */
export function webSessionRoutes(app: FastifyInstance, options: ServerOptions): void {
  const { store, now } = options;

  app.post<{ Body: SignInRequest }>(
    '/web/sign-in',
    {
      onRequest: requireSameOrigin,
      schema: {
        tags,
        body: signInBody,
        response: { 200: sessionAnswer, 401: failure, 403: failure, 429: failure },
      },
      config: { rateLimit },
    },
    async (request, reply) => {
      const check = await checkPassword(options, request.body.staffNo, request.body.password, request.ip);
      if (!check.ok) return refuse(request, reply, check);
      const before = await sessionOf(options, request);
      if (before) await store.web.endSession(before.sessionHash);
      const expiresAt = await beginSession(options, check.staff.id, request, reply);
      return answerOf(options, { ...check, expiresAt });
    },
  );

  app.post<{ Body: ChangePasswordRequest }>(
    '/web/password',
    {
      onRequest: requireSession(options, { initial: true }),
      schema: {
        tags,
        security,
        body: changeBody,
        response: { 200: sessionAnswer, 401: failure, 403: failure, 422: refusals, 429: failure },
      },
      config: { rateLimit },
    },
    async (request, reply) => {
      const { staff } = webUserOf(request);
      const { password: typed, newPassword } = request.body;
      const check = await checkPassword(options, staff.body.staffNo, typed, request.ip);
      if (!check.ok) return refuse(request, reply, check);
      const same = newPassword.normalize('NFKC') === typed.normalize('NFKC');
      const fault = same
        ? { field: 'newPassword', code: 'samePassword' }
        : passwordFault(newPassword, staff.body.staffNo);
      if (fault) return reply.code(422).send({ ok: false, refusals: [fault] });
      const account = {
        staff: staff.id,
        ...(await hashPassword(newPassword)),
        initial: false,
        setAt: now(),
      };
      // Whoever else is signed in as this person is out.
      await store.web.setAccount(account);
      const expiresAt = await beginSession(options, staff.id, request, reply);
      return answerOf(options, { staff, account, expiresAt });
    },
  );

  app.post<{ Body: SignInRequest }>(
    '/web/witness',
    {
      onRequest: requireSession(options),
      schema: {
        tags,
        security,
        body: signInBody,
        response: { 200: witnessAnswer, 401: failure, 403: failure, 409: failure, 429: failure },
      },
      config: { rateLimit },
    },
    async (request, reply) => {
      const check = await checkPassword(options, request.body.staffNo, request.body.password, request.ip);
      if (!check.ok) return refuse(request, reply, check);
      if (check.account.initial) return reply.code(409).send({ code: 'changePassword' });
      const { id, body } = check.staff;
      const answer: WitnessAnswer = { staff: id, name: body.name, roles: webRolesOf(body.roles) };
      return answer;
    },
  );

  app.post(
    '/web/sign-out',
    {
      onRequest: requireSameOrigin,
      schema: { tags, security, response: { 204: { type: 'null' }, 403: failure } },
    },
    async (request, reply) => {
      const user = await sessionOf(options, request);
      if (user) await store.web.endSession(user.sessionHash);
      setSessionCookie(request, reply, '');
      return reply.code(204).send();
    },
  );

  app.get(
    '/web/session',
    {
      onRequest: requireSession(options, { initial: true }),
      schema: { tags, security, response: { 200: sessionAnswer, 401: failure, 403: failure } },
    },
    (request) => answerOf(options, webUserOf(request)),
  );
}
