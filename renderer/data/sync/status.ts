/** What sync is doing, for the pages; they load without sync itself. */
import { create } from 'zustand';
import type { EndpointState } from '@shared/sync/calls';
import type { DeskSeen } from '@shared/sync/contract';
import type { LinkFault } from '@shared/sync/desk/ports';

export interface SyncStatus {
  readonly link: EndpointState | null;
  readonly phase: 'alone' | 'running' | 'upToDate' | 'waiting' | 'stopped';
  /** Why it waits or stopped. */
  readonly fault: LinkFault | null;
  /** ISO instant of the last round that went through. */
  readonly lastAt: string | null;
  readonly waiting: number;
  readonly refused: number;
  /** Records that came with the round under way; shown while they are many. */
  readonly received: number;
  readonly desks: readonly DeskSeen[];
}

export const useSync = create<SyncStatus>(() => ({
  link: null,
  phase: 'alone',
  fault: null,
  lastAt: null,
  waiting: 0,
  refused: 0,
  received: 0,
  desks: [],
}));
