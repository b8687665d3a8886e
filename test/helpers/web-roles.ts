/** The roles of the web view as tests hold them against the endpoint: who may do what, and who of the demo club is who. */
import { randomUUID } from 'node:crypto';
import type { WebRole } from '@shared/sync/scope';
import type { Schema } from '../../server/commands/web-command';

/** Who of the web view may do what, written out once more: a command that becomes another's fails here. */
export const MAY: Readonly<Record<string, readonly WebRole[]>> = {
  'visit.answerTransfer': ['handler'],
  'workOrder.accept': ['handler'],
  'workOrder.refuse': ['handler'],
  'workOrder.progress': ['handler'],
  'workOrder.finish': ['handler'],
  'workOrder.handBack': ['handler'],
  'workOrder.askExtension': ['handler'],
  'workOrder.escalate': ['manager'],
  'complaint.handle': ['manager', 'handler'],
  'complaint.explain': ['manager', 'handler'],
  'complaint.instruct': ['manager'],
  'complaint.pursue': ['manager'],
  'lostItem.receive': ['hr'],
  'lostItem.store': ['hr'],
  'lostItem.notice': ['hr'],
  'lostItem.toPolice': ['hr'],
  'lostItem.dispose': ['hr'],
  'lostItem.returnLater': ['hr'],
  'lostItem.signPaper': ['hr'],
  'deposit.receive': ['finance'],
  'deposit.giveBack': ['finance'],
  'cash.check': ['finance'],
  'cash.uncheck': ['finance'],
  'invoice.step': ['finance'],
  'ledger.filePaper': ['finance'],
  'account.save': ['finance'],
  'month.declare': ['finance'],
  'month.close': ['finance'],
  'month.reopen': ['finance'],
  'roster.setPlans': ['hr'],
  'roster.publish': ['hr'],
  'leave.ask': ['hr'],
  'leave.decide': ['hr'],
  'leave.end': ['hr'],
  'attendance.decideExplanation': ['hr'],
  'attendance.mark': ['hr'],
  'audit.record': ['finance', 'hr', 'manager', 'handler'],
};

/** Something of the shape a command takes; it says nothing. */
export function sample({ type, anyOf, properties, enum: values, items, pattern }: Schema): unknown {
  if (anyOf) return (anyOf as readonly Schema[]).some((one) => one.type === 'null') ? null : undefined;
  if (pattern) return [randomUUID(), '2026-11-20'].find((text) => new RegExp(pattern as string).test(text));
  if (values) return (values as readonly unknown[])[0];
  switch (type) {
    case 'string':
      return 'x';
    case 'integer':
      return 1;
    case 'boolean':
      return true;
    case 'array':
      return items ? [sample(items as Schema)] : [];
    case 'object':
      return Object.fromEntries(
        Object.entries((properties ?? {}) as Readonly<Record<string, Schema>>).map(([name, of]) => [
          name,
          sample(of),
        ]),
      );
    default:
      return null;
  }
}

/** Staff numbers of the demo club by role. */
export const STAFF: Readonly<Record<WebRole, string>> = {
  finance: '2001',
  hr: '3001',
  manager: '4001',
  handler: '5001',
};
