/** What fault tests and benches call in the real page. Fetched only under test (`--sign-in-as`, unpackaged). */
import { v7 } from 'uuid';
import type { CollectionName, Envelope } from '@shared/core/envelope';
import { emptyFields } from '@shared/visits/fields';
import { registerVisit } from '@shared/visits/register';
import { runCommand, type Outcome } from '../data/gateway';
import { all, total } from '../data/read';
import { rx } from '../data/rx';
import { useSession } from '../data/session';

export interface TestHook {
  /** Registers a visitor through the real gateway; `id` is the visit's and the act's. */
  readonly register: (name: string, id?: string) => Promise<Outcome>;
  readonly all: (collection: CollectionName) => Promise<readonly Envelope[]>;
  readonly total: (collection: CollectionName) => Promise<number>;
  readonly open: () => Promise<void>;
}

declare global {
  interface Window {
    deskbookTest?: TestHook;
  }
}

const myId = (): string => useSession.getState().actor?.id ?? '';

/** Puts the hook on the window. */
export function installTestHook(): void {
  window.deskbookTest = {
    register: (name, id = v7()) =>
      runCommand(registerVisit, { id, fields: { ...emptyFields(myId(), '咨询'), name } }, { actId: id }),
    all,
    total,
    open: async () => {
      await rx();
    },
  };
}
