/** Who works at this desk now, and the context commands get. */
import { useMemo } from 'react';
import { create } from 'zustand';
import type { Actor, Context, Witness } from '@shared/core/command';
import { businessDay } from '@shared/core/time';
import { nowIso } from './clock';
import { useDirectory } from './directory';

interface SessionState {
  /** Code of this desk, or '' before the first run is through. */
  readonly desk: string;
  readonly actor: Actor | null;
  readonly locked: boolean;
}

export const useSession = create<SessionState>(() => ({ desk: '', actor: null, locked: false }));

/** Who is signed in, as a signature names them. */
export function useSelf(): { readonly staff: string; readonly name: string } {
  const actor = useSession((session) => session.actor);
  return useMemo(() => ({ staff: actor?.id ?? '', name: actor?.name ?? '' }), [actor]);
}

/** Business day of now by the club's cut-off hour. */
export function today(): string {
  return businessDay(nowIso(), useDirectory.getState().settings.cutOffHour);
}

/** The context of an act begun now. @throws Error when nobody is signed in (pages never get there). */
export function contextNow(actId: string, witnesses: readonly Witness[] = []): Context {
  const { actor, desk } = useSession.getState();
  if (!actor) throw new Error('nobody is signed in');
  return {
    actId,
    now: nowIso(),
    day: today(),
    desk,
    actor,
    witnesses,
    settings: useDirectory.getState().settings,
  };
}
