/** The session cookie: unreadable to scripts, never sent by another site's page, over TLS unless on this machine. */
import type { FastifyReply, FastifyRequest } from 'fastify';

const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;

/** Plain HTTP is only ever spoken on this machine, e.g. in development. */
export const isSecure = ({ protocol, ip }: Pick<FastifyRequest, 'protocol' | 'ip'>): boolean =>
  protocol === 'https' || !LOOPBACK.test(ip);

/** With TLS the name itself binds the cookie to this host (`__Host-`). */
const nameFor = (request: FastifyRequest): string => (isSecure(request) ? '__Host-deskbook' : 'deskbook');

/** The session token a request brings, or null. */
export function readSessionCookie(request: FastifyRequest): string | null {
  const name = nameFor(request);
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [key, value = ''] = part.trim().split('=');
    if (key === name && /^[\w-]{43}$/.test(value)) return value;
  }
  return null;
}

/** Sets the cookie, or takes it away with ''. It has no age: it ends with the browser, or by the session's own time-outs. */
export function setSessionCookie(request: FastifyRequest, reply: FastifyReply, token: string): void {
  const secure = isSecure(request) ? '; Secure' : '';
  const gone = token === '' ? '; Max-Age=0' : '';
  reply.header(
    'set-cookie',
    `${nameFor(request)}=${token}; Path=/; HttpOnly; SameSite=Strict${secure}${gone}`,
  );
}
