/**
 * Whether our own page asks: a header no other site can add without being asked first (we answer no preflight), and
 * the origin the browser names. Beside the cookie's SameSite this is the second lock.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Carried by every call of the web view. */
export const WEB_HEADER = 'x-deskbook-web';

/** Refuses whatever another site's page may have sent: 403. */
export async function requireSameOrigin(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const { headers, method, protocol, host } = request;
  const site = headers['sec-fetch-site'];
  // Browsers name the origin of every request that may change something; of a read only another site's.
  const named = headers.origin ?? (method === 'GET' ? `${protocol}://${host}` : '');
  const isOwn =
    headers[WEB_HEADER] === '1' &&
    named === `${protocol}://${host}` &&
    (site === undefined || site === 'same-origin');
  void reply.header('cache-control', 'no-store');
  return isOwn ? undefined : reply.code(403).send({ code: 'foreignOrigin' });
}
