/** Reading the record a command is about, adding an event to an item, and writing it back. */
import {
  accept,
  refuse,
  type Command,
  type Context,
  type Decision,
  type Loaded,
  type Read,
  type Refusal,
  type Write,
} from '../core/command';
import type { LogEntry } from '../core/envelope';
import { withLog } from '../core/log';
import type { StaffMark } from '../signatures/signature';
import { restated } from './custody';
import type { CustodyEvent, FoundItem, LossReport } from './schema';

/** Asks for records of `lostItems` by id; '' is passed over. */
export function readLost(name: string, ...ids: readonly string[]): Read {
  return { name, collection: 'lostItems', ids: ids.filter((id) => id !== '') };
}

/** The found item among what was loaded. */
export function itemIn(loaded: Loaded, name = 'item'): FoundItem | undefined {
  return loaded[name]?.find((doc): doc is FoundItem => doc.kind === 'foundItem');
}

/** The loss report among what was loaded. */
export function reportIn(loaded: Loaded, name = 'report'): LossReport | undefined {
  return loaded[name]?.find((doc): doc is LossReport => doc.kind === 'lossReport');
}

/** Decides on the loaded item; a missing one and a void one are refused. */
export function decideOnItem(loaded: Loaded, decide: (item: FoundItem) => Decision): Decision {
  const item = itemIn(loaded);
  if (!item) return refuse({ code: 'notFound' });
  if (item.status === 'void') return refuse({ code: 'recordVoid' });
  return decide(item);
}

/** Decides on the loaded loss report; a missing one and a void one are refused. */
export function decideOnReport(loaded: Loaded, decide: (report: LossReport) => Decision): Decision {
  const report = reportIn(loaded);
  if (!report) return refuse({ code: 'notFound' });
  if (report.status === 'void') return refuse({ code: 'recordVoid' });
  return decide(report);
}

/** What all events of the act at hand have in common. */
export function eventBase(
  context: Context,
  second: StaffMark | null,
): Pick<CustodyEvent, 'id' | 'at' | 'by' | 'desk' | 'second'> {
  return { id: context.actId, at: context.now, by: context.actor.id, desk: context.desk, second };
}

/** The item after one more event of its custody. */
export function withEvent(
  item: FoundItem,
  event: CustodyEvent,
  context: Context,
  act: string,
  why?: Pick<LogEntry, 'reason' | 'changes'>,
): FoundItem {
  const body = { ...item.body, events: [...item.body.events, event] };
  return restated(item, withLog(body, context, act, why), context.settings);
}

/** One record of `lostItems` to write. */
export const lostWrite = (doc: Write['doc']): Write => ({ collection: 'lostItems', doc });

/** Accepts one changed record. */
export const acceptLost = (doc: Write['doc']): Decision => accept(lostWrite(doc));

/** The refusals as a decision, or what `next` decides when there are none. */
export function unlessRefused(refusals: readonly Refusal[], next: () => Decision): Decision {
  return refusals.length > 0 ? refuse(...refusals) : next();
}

/** Roles of HR's own commands (DOMAIN §1). */
export const HR_ROLES: Command<unknown>['roles'] = ['hr'];
