/**
 * Who stands for whom after merges (DOMAIN §3.10). Two desks may have merged A into B and B into A while apart: both
 * documents stay as they are, and every desk reads the ring in the same way, so that nothing has to be decided.
 */
import type { Envelope } from '../core/envelope';
import { isErased } from '../erasure/personal';
import { isCustomer } from './schema';

/** By person the one they were merged into. */
export type Links = ReadonlyMap<string, string>;

/** The links that documents of the directory hold. */
export function linksOf(records: Iterable<Envelope>): Links {
  const links = new Map<string, string>();
  for (const record of records)
    if (isCustomer(record) && record.body.into && !isErased(record))
      links.set(record.id, record.body.into.id);
  return links;
}

/** The person who stands for this one. In a ring it is the one whose id is the smallest. */
export function rootOf(links: Links, id: string): string {
  const path: string[] = [];
  for (let at = id; ; at = links.get(at) as string) {
    const begins = path.indexOf(at);
    if (begins >= 0) return path.slice(begins).reduce((a, b) => (a < b ? a : b));
    if (!links.has(at)) return at;
    path.push(at);
  }
}

/** Whether merging would make a person their own master. */
export const wouldRing = (links: Links, from: string, into: string): boolean =>
  rootOf(links, into) === rootOf(links, from);
