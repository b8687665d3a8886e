/** `audit.record`: what is not a change of a record but must be known later: a revealed phone, an export. */
import { accept, type Command } from '../core/command';
import { NEVER_DUE, type BodyBase, type Envelope } from '../core/envelope';
import { withLog } from '../core/log';
import { ROLES } from '../core/roles';

export interface AuditBody extends BodyBase {
  /** What happened, e.g. `phone.reveal`, `visits.export`. */
  readonly what: string;
  /** Record id, or '' where it concerns none. */
  readonly subject: string;
  /** Figures such as a period or a number of rows; never personal data. */
  readonly detail: Readonly<Record<string, string | number>>;
}
/** `key` is the subject. */
export type AuditEvent = Envelope<'audit', 'recorded', AuditBody>;

export type RecordAudit = Pick<AuditBody, 'what' | 'subject' | 'detail'>;

/** The event's id is the act's, so that a repeated act is one event. */
export const recordAudit: Command<RecordAudit> = {
  type: 'audit.record',
  roles: ROLES,
  reads: (_input, { actId }) => [{ name: 'event', collection: 'auditEvents', ids: [actId] }],
  decide: ({ what, subject, detail }, _loaded, context) => {
    const { actId: id, desk, actor, now: at, day } = context;
    const body = withLog({ v: 1, what, subject, detail }, context, what);
    const doc: Omit<AuditEvent, 'ver'> = {
      id,
      kind: 'audit',
      status: 'recorded',
      day,
      dueAt: NEVER_DUE,
      desk,
      by: actor.id,
      at,
      key: subject,
      body,
    };
    return accept({ collection: 'auditEvents', doc });
  },
};
