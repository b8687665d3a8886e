/** A model desk that speaks to a real endpoint by the desk's own HTTP code; the shell's part is done here. */
import { COLLECTIONS, type CollectionName } from '@shared/core/envelope';
import { SCHEMA_VERSION } from '@shared/sync/contract';
import { heal } from '@shared/sync/desk/heal';
import type { EndpointPort } from '@shared/sync/desk/ports';
import { beginAnew, syncRound } from '@shared/sync/desk/round';
import { endpointPort } from '../../renderer/data/sync/endpoint-port';
import type { Caller } from './endpoint';
import { ModelDesk } from './model-desk';

const QUIET = { pulled: () => undefined, pushed: () => undefined, anew: () => undefined };
const network = globalThis.fetch;

/** As the shell does: the endpoint's address, token and version are added to what the page asks for. */
function forwarding(base: string, headers: Readonly<Record<string, string>>): typeof fetch {
  return (input, init) =>
    typeof input === 'string' && input.startsWith('/api/v1')
      ? network(`${base}${input.slice('/api/v1'.length)}`, {
          ...init,
          headers: { ...(init?.headers as Record<string, string>), ...headers, connection: 'close' },
        })
      : network(input, init);
}

export class HttpDesk extends ModelDesk {
  /** Version it says it speaks. */
  version = String(SCHEMA_VERSION);

  constructor(
    readonly caller: Caller,
    /** Address of the endpoint, or of a line to it. */
    public base = caller.endpoint.url,
  ) {
    super(caller.desk);
  }

  private async with<T>(work: (port: EndpointPort) => Promise<T>): Promise<T> {
    globalThis.fetch = forwarding(this.base, {
      ...this.caller.headers(),
      'x-schema-version': this.version,
    });
    try {
      return await work(endpointPort);
    } finally {
      globalThis.fetch = network;
    }
  }

  join = (): Promise<void> => beginAnew(this, this.caller.epoch);
  /** One round, one desk at a time. */
  round = (collections: readonly CollectionName[] = COLLECTIONS): Promise<void> =>
    this.with((port) => syncRound(this, port, collections, QUIET));
  compare = (collection: CollectionName): Promise<readonly string[] | null> =>
    this.with((port) => heal(this, port, collection, () => Promise.resolve()));
}
