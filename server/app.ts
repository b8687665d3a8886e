/** The endpoint as a Fastify instance: routes under `/api/v1`, security headers, limits, logs without personal data. */
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify';
import { SCHEMA_VERSION } from '../shared/sync/contract';
import type { ServerOptions } from './context';
import { blobRoutes } from './routes/blobs';
import { commitRoute } from './routes/commit';
import { deskRoutes } from './routes/desks';
import { enrolRoute } from './routes/enrol';
import { streamRoute } from './routes/stream';
import { syncRoutes } from './routes/sync';
import { updateRoutes } from './routes/updates';
import { servePage } from './page';
import { webPhotoRoute } from './routes/web-photos';
import { webPullRoute } from './routes/web-pull';
import { webReadRoutes } from './routes/web-read';
import { webSessionRoutes } from './routes/web-session';
import { InvalidRecord } from './web/commit';

/** Largest request body, so that a desk halves a batch that was too much (413). */
const BODY_LIMIT = 8_000_000;

/** How the server listens and logs; `logger` false in tests. */
export type HttpOptions = Pick<FastifyServerOptions, 'logger' | 'trustProxy'> & {
  readonly https?: { readonly cert: Buffer; readonly key: Buffer } | null;
};

/** The nearest proxy alone is believed about who calls: what a client claims before it is not. */
export const NEAREST_PROXY = (_address: string, hop: number): boolean => hop === 0;

/** Builds the endpoint; the caller listens. */
export async function buildApp(options: ServerOptions, http: HttpOptions): Promise<FastifyInstance> {
  const { https = null, ...rest } = http;
  const app: FastifyInstance = Fastify({
    ...rest,
    ...(https ? { https } : {}),
    bodyLimit: BODY_LIMIT,
    // A slow or silent client must not hold a connection for ever.
    requestTimeout: 60_000,
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false, useDefaults: false } },
  } as FastifyServerOptions);
  app.decorateRequest('caller', null);
  app.decorateRequest('webUser', null);
  await app.register(helmet, { contentSecurityPolicy: { directives: { defaultSrc: ["'none'"] } } });
  await app.register(rateLimit, { global: false });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Deskbook endpoint', version: options.version },
      components: {
        securitySchemes: {
          desk: { type: 'http', scheme: 'bearer' },
          browser: { type: 'apiKey', in: 'cookie', name: '__Host-deskbook' },
        },
      },
    },
  });
  app.setErrorHandler(
    (error: Error & { readonly statusCode?: number; readonly validation?: unknown }, request, reply) => {
      const status = error.statusCode ?? 500;
      // What a client sent may hold personal data: the log gets the fault's name and place only.
      if (status >= 500 || error instanceof InvalidRecord)
        request.log.error({ fault: error.name, stack: error.stack }, 'request failed');
      const code = error.validation
        ? 'badRequest'
        : status === 413
          ? 'tooLarge'
          : status === 429
            ? 'tooMany'
            : status >= 500
              ? 'failed'
              : 'badRequest';
      // Closing while the rest of the body still comes would cut the answer off: the desk must read it to halve its batch.
      // The rest is thrown away as it comes, for as long as any request may take.
      if (status === 413) reply.removeHeader('connection');
      return reply.code(status).send({ code });
    },
  );
  app.setNotFoundHandler((_request, reply) => reply.code(404).send({ code: 'notFound' }));
  await app.register(
    async (api) => {
      api.get('/health', { schema: { tags: ['health'] } }, async () => ({
        status: 'ok',
        engine: options.store.engine,
        version: options.version,
        schemaVersion: SCHEMA_VERSION,
        epoch: await options.store.epoch(),
      }));
      api.get('/openapi.json', { schema: { hide: true } }, () => app.swagger());
      enrolRoute(api, options);
      deskRoutes(api, options);
      syncRoutes(api, options);
      streamRoute(api, options);
      blobRoutes(api, options);
      webSessionRoutes(api, options);
      webPullRoute(api, options);
      webReadRoutes(api, options);
      webPhotoRoute(api, options);
      commitRoute(api, options);
      if (options.updates) await updateRoutes(api, options, options.updates);
    },
    { prefix: '/api/v1' },
  );
  if (options.web !== undefined) await servePage(app, options.web);
  return app;
}
