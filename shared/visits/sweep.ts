/** `visit.sweep`: the closing-time question, answered for many visits in one act (DOMAIN §3.1). */
import { accept, refuse, type Command, type Context } from '../core/command';
import { Checks, wholeMinute } from '../core/field-checks';
import { withLog } from '../core/log';
import { DESK_ROLES } from '../core/roles';
import { moved } from './rules';
import type { Visit } from './schema';

export type SweepAnswer =
  | { readonly id: string; readonly answer: 'left'; readonly timeOut: string }
  | { readonly id: string; readonly answer: 'stillHere' }
  | { readonly id: string; readonly answer: 'unrecorded' };

export interface Sweep {
  readonly answers: readonly SweepAnswer[];
}

/** Visits closed meanwhile are passed over. A refusal's `field` is the visit's id. */
export const sweepVisits: Command<Sweep> = {
  type: 'visit.sweep',
  roles: DESK_ROLES,
  reads: ({ answers }) => [{ name: 'visits', collection: 'visits', ids: answers.map(({ id }) => id) }],
  decide: ({ answers }, loaded, context) => {
    const checks = new Checks();
    const swept: Visit[] = [];
    for (const answer of answers) {
      const visit = loaded.visits?.find(
        (doc): doc is Visit => doc.id === answer.id && doc.status === 'onSite',
      );
      if (!visit) continue;
      swept.push(answered(visit, answer, context, checks));
    }
    if (checks.refusals.length > 0) return refuse(...checks.refusals);
    if (swept.length === 0) return refuse({ code: 'nothingOpen' });
    return accept(...swept.map((doc) => ({ collection: 'visits' as const, doc })));
  },
};

/** The visit as answered; what is refused goes into `checks` under the visit's id. */
function answered(visit: Visit, answer: SweepAnswer, context: Context, checks: Checks): Visit {
  const { body } = visit;
  switch (answer.answer) {
    case 'left': {
      const timeOut = checks.past(visit.id, answer.timeOut, context.now);
      if (timeOut !== '' && timeOut < body.timeIn) checks.refuse(visit.id, 'timeOutBeforeIn');
      const left = withLog({ ...body, timeOut }, context, 'visit.signOut');
      return moved(visit, 'left', left, context.settings);
    }
    case 'stillHere': {
      const here = { ...body, stillHereAt: wholeMinute(context.now) };
      return moved(visit, 'onSite', withLog(here, context, 'visit.stillHere'), context.settings);
    }
    case 'unrecorded':
      return moved(visit, 'leftUnrecorded', withLog(body, context, 'visit.leftUnrecorded'), context.settings);
  }
}
