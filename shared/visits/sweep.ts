/** `visit.sweep`: the closing-time question, answered for many visits in one act (DOMAIN §3.1). */
import { accept, refuse, type Command, type Context, type Refusal } from '../core/command';
import { withLog } from '../core/log';
import { DESK_ROLES } from '../core/roles';
import { wholeMinute } from '../core/field-checks';
import { checkTime } from './fields';
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
    const refusals: Refusal[] = [];
    const swept: Visit[] = [];
    for (const answer of answers) {
      const visit = loaded.visits?.find(
        (doc): doc is Visit => doc.id === answer.id && doc.status === 'onSite',
      );
      if (!visit) continue;
      const next = answered(visit, answer, context);
      if ('code' in next) refusals.push({ ...next, field: visit.id });
      else swept.push(next);
    }
    if (refusals.length > 0) return refuse(...refusals);
    if (swept.length === 0) return refuse({ code: 'nothingOpen' });
    return accept(...swept.map((doc) => ({ collection: 'visits' as const, doc })));
  },
};

function answered(visit: Visit, answer: SweepAnswer, context: Context): Visit | Refusal {
  const { body } = visit;
  switch (answer.answer) {
    case 'left': {
      const checked = checkTime('timeOut', answer.timeOut, context.now);
      if ('code' in checked) return checked;
      if (checked.at < body.timeIn) return { code: 'timeOutBeforeIn' };
      return moved(
        visit,
        'left',
        withLog({ ...body, timeOut: checked.at }, context, 'visit.signOut'),
        context.settings,
      );
    }
    case 'stillHere': {
      const here = { ...body, stillHereAt: wholeMinute(context.now) };
      return moved(visit, 'onSite', withLog(here, context, 'visit.stillHere'), context.settings);
    }
    case 'unrecorded':
      return moved(visit, 'leftUnrecorded', withLog(body, context, 'visit.leftUnrecorded'), context.settings);
  }
}
