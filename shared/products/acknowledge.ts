/** `product.acknowledge`: a member of staff has read the facts of products (DOMAIN §3.9). */
import { accept, refuse, type Command } from '../core/command';
import { changed } from '../core/documents';
import { DESK_ROLES } from '../core/roles';
import { hasAcknowledged } from './facts';
import type { Acknowledgement, Product } from './schema';

export interface Acknowledge {
  readonly ids: readonly string[];
}

export const acknowledgeFacts: Command<Acknowledge> = {
  type: 'product.acknowledge',
  roles: DESK_ROLES,
  reads: ({ ids }) => [{ name: 'products', collection: 'products', ids }],
  decide: (_input, loaded, context) => {
    const unread = ((loaded.products ?? []) as readonly Product[]).filter(
      ({ body }) => !hasAcknowledged(body, context.actor.id),
    );
    if (unread.length === 0) return refuse({ code: 'nothingToAcknowledge' });
    return accept(
      ...unread.map((product) => {
        const { acknowledged, facts } = product.body;
        const mine: Acknowledgement = { staff: context.actor.id, at: context.now, version: facts.version };
        const next = [...acknowledged.filter(({ staff }) => staff !== context.actor.id), mine].map(
          (one): Acknowledgement => ({ ...one, id: `${one.staff}:${one.version}` }),
        );
        return {
          collection: 'products' as const,
          doc: changed(product, 'product.acknowledge', { acknowledged: next }, context),
        };
      }),
    );
  },
};
