/**
 * What a browser asks for by ids and keys holds no U+0000: nobody types it, no record's id has it, and PostgreSQL takes no
 * text with it. (A desk's documents may: they are stored as JSON, where it is written `\u0000`.)
 */
import type { FastifyReply, FastifyRequest } from 'fastify';

function holdsNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\u0000');
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([name, member]) => holdsNul(name) || holdsNul(member));
}

/** Refuses a body with U+0000 in any text of it: 400. For bodies that a schema has bounded before. */
export async function refuseNul(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  return holdsNul(request.body) ? reply.code(400).send({ code: 'badRequest' }) : undefined;
}
