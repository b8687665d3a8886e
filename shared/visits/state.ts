/** Reading the one visit a command is about, and writing it back. */
import { accept, refuse, type Decision, type Loaded, type Read } from '../core/command';
import type { Visit } from './schema';

/** Asks for one visit by id. */
export function readVisit(id: string): readonly Read[] {
  return [{ name: 'visit', collection: 'visits', ids: [id] }];
}

/** Decides on the loaded visit; a missing one and a void one are refused. */
export function decideOn(loaded: Loaded, decide: (visit: Visit) => Decision): Decision {
  const visit = loaded.visit?.find((doc): doc is Visit => doc.kind === 'visit');
  if (!visit) return refuse({ code: 'notFound' });
  if (visit.status === 'void') return refuse({ code: 'recordVoid' });
  return decide(visit);
}

/** Accepts the changed visit. */
export function acceptVisit(visit: Visit): Decision {
  return accept({ collection: 'visits', doc: visit });
}
