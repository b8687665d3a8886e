/** `complaint.explain`: the department answers a 质询, itself in the browser or through the desk. */
import { refuse, type Command } from '../core/command';
import { Checks } from '../core/field-checks';
import { DESK_ROLES, hasRole } from '../core/roles';
import { LIMITS } from './schema';
import { acceptEvent, decideOn, readComplaint } from './state';
import { TABLE } from './table';

export interface ExplainComplaint {
  readonly id: string;
  /** Id of the question. */
  readonly of: string;
  readonly text: string;
  /** Who explained. */
  readonly person: string;
}

/** A handler explains only for the department that was asked (DOMAIN §1). */
export const explainComplaint: Command<ExplainComplaint> = {
  type: 'complaint.explain',
  roles: TABLE.explained.who,
  reads: ({ id }) => [readComplaint(id)],
  decide: (input, loaded, context) =>
    decideOn(loaded, context, 'explained', (complaint) => {
      const { events } = complaint.body;
      const asked = events.find((event) => event.id === input.of);
      if (asked?.type !== 'inquired') return refuse({ code: 'notFound' });
      if (events.some((event) => event.type === 'explained' && event.of === asked.id))
        return refuse({ code: 'alreadyAnswered' });
      const { roles, departments } = context.actor;
      if (!hasRole(roles, [...DESK_ROLES, 'manager']) && !departments.includes(asked.department))
        return refuse({ code: 'notYourDepartment' });
      const checks = new Checks();
      const text = checks.text('text', input.text, { max: LIMITS.text, required: true, lines: true });
      const person = checks.text('person', input.person, { max: LIMITS.person, required: true });
      if (checks.refusals.length > 0) return refuse(...checks.refusals);
      const part = { type: 'explained', of: asked.id, text, person } as const;
      return acceptEvent(complaint, part, context, 'complaint.explain');
    }),
};
