/** The end of an emergency: closed with its summary, or void because it was none (DOMAIN §3.11). */
import { refuse, type Command } from '../core/command';
import { Checks } from '../core/field-checks';
import { leadApproval } from '../signatures/lead-approval';
import { INCIDENT_ROLES, acceptIncident, readIncident, whileOpen } from './report';
import { LIMITS } from './schema';
import { hasLoose } from './state';

export interface CloseIncident {
  readonly id: string;
  readonly result: string;
  readonly summary: string;
  /** Asked for while somebody is neither reached nor told in person, or is missing. */
  readonly openReason: string;
}

/** `incident.close` 结案. */
export const closeIncident: Command<CloseIncident> = {
  type: 'incident.close',
  roles: INCIDENT_ROLES,
  reads: ({ id }) => [readIncident(id)],
  decide: (input, loaded, context) =>
    whileOpen(loaded, (incident) => {
      const checks = new Checks();
      const result = checks.text('result', input.result, { max: LIMITS.result, required: true, lines: true });
      const summary = checks.text('summary', input.summary, {
        max: LIMITS.summary,
        required: true,
        lines: true,
      });
      const loose = hasLoose(incident.body);
      const openReason = loose ? checks.text('openReason', input.openReason, { max: LIMITS.reason }) : '';
      if (loose && openReason === '' && input.openReason.trim() === '')
        checks.refuse('openReason', 'peopleLoose');
      if (checks.refusals.length > 0) return refuse(...checks.refusals);
      return acceptIncident(
        incident,
        'closed',
        { result, summary, openReason, closedAt: context.now },
        context,
        'incident.close',
        openReason === '' ? {} : { reason: openReason },
      );
    }),
};

export interface VoidIncident {
  readonly id: string;
  readonly reason: string;
}

/** `incident.void` 作废, e.g. a false alarm, by a lead who did not report it; the number and what was done stay. */
export const voidIncident: Command<VoidIncident> = {
  type: 'incident.void',
  roles: INCIDENT_ROLES,
  reads: ({ id }) => [readIncident(id)],
  decide: (input, loaded, context) =>
    whileOpen(loaded, (incident) => {
      const checks = new Checks();
      const reason = checks.text('reason', input.reason, { max: LIMITS.reason, required: true });
      const lead = leadApproval(checks, 'lead', [incident.by], context);
      if (!lead || checks.refusals.length > 0) return refuse(...checks.refusals);
      return acceptIncident(incident, 'void', {}, context, 'incident.void', {
        reason,
        changes: [{ field: 'approvedBy', from: null, to: lead.name }],
      });
    }),
};
