/** Every ticket that still wants something from its responsible person (首问负责制, DOMAIN §2), kept current. */
import { useMemo } from 'react';
import type { Envelope } from '@shared/core/envelope';
import { addDays } from '@shared/core/time';
import { CLOSED, isOpenMatter } from '@shared/service/open';
import type { Responsible } from '@shared/service/schema';
import { useLive, type ReadState } from '../../data/live';
import { dueTickets } from '../../data/due-tickets';
import { range } from '../../data/read';
import { today } from '../../data/session';

/** Open matters without a due time are looked for that far back. Days. */
const LOOK_BACK = 92;

async function load(): Promise<ReadonlyMap<string, Envelope>> {
  const from = addDays(today(), -LOOK_BACK);
  const lists = await Promise.all([
    dueTickets(),
    ...Object.keys(CLOSED).map((kind) => range('tickets', 'kind', [kind, from], [kind, '9'])),
  ]);
  return new Map(lists.flat().map((doc) => [doc.id, doc]));
}

export interface Matters {
  readonly state: ReadState;
  /** By due time, the earliest first. */
  readonly matters: readonly Responsible[];
}

export function useMatters(): Matters {
  const live = useLive(
    load,
    ['tickets'],
    [],
    (found, { docs }) => new Map([...found, ...docs.map((doc) => [doc.id, doc] as const)]),
  );
  const found = live.state === 'ready' ? live.value : null;
  return useMemo(
    () => ({
      state: live.state,
      matters: [...(found?.values() ?? [])]
        .filter(isOpenMatter)
        .sort((a, b) => a.dueAt.localeCompare(b.dueAt) || a.at.localeCompare(b.at)),
    }),
    [found, live.state],
  );
}
