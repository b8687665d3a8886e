/** Who looked at, printed, exported or imported personal data is noted (DOMAIN §2). */
import { accept, type Command } from '../core/command';
import { NEVER_DUE, type BodyBase, type CollectionName, type Envelope } from '../core/envelope';
import { ROLES } from '../core/roles';

/** One entry of the audit: what was done with which record; never the personal data itself. */
export interface AuditInput {
  readonly what: 'phone.reveal' | 'print' | 'export' | 'import';
  /** Id of the record, or the form or register for prints, exports and imports. */
  readonly subject: string;
  readonly detail: Readonly<Record<string, string | number>>;
}

export type AuditEvent = Envelope<'audit', 'noted', BodyBase & AuditInput>;

const COLLECTION: CollectionName = 'auditEvents';

/** Notes in the audit that somebody looked at, printed, exported or imported personal data. */
export const recordAudit: Command<AuditInput> = {
  type: 'audit.record',
  roles: ROLES,
  reads: (_input, { actId }) => [{ name: 'self', collection: COLLECTION, ids: [actId] }],
  decide: ({ what, subject, detail }, _loaded, { actId, now, day, desk, actor }) => {
    const log = [{ id: actId, act: 'audit.record', at: now, by: actor.id, desk }];
    const doc: Omit<AuditEvent, 'ver'> = {
      id: actId,
      kind: 'audit',
      status: 'noted',
      day,
      dueAt: NEVER_DUE,
      desk,
      by: actor.id,
      at: now,
      key: subject,
      body: { v: 1, what, subject, detail, log },
    };
    return accept({ collection: COLLECTION, doc });
  },
};
