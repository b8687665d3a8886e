/** `visit.signOut`: a visitor leaves, now or at a time given afterwards (DOMAIN §3.1). */
import { refuse, type Command } from '../core/command';
import { Checks } from '../core/field-checks';
import { withLog } from '../core/log';
import { DESK_ROLES } from '../core/roles';
import { moved } from './rules';
import { acceptVisit, decideOn, readVisit } from './state';

export interface SignOut {
  readonly id: string;
  /** ISO instant; '' means now. */
  readonly timeOut: string;
}

/** Also closes a visit whose leaving was not recorded, once the time is known. */
export const signOut: Command<SignOut> = {
  type: 'visit.signOut',
  roles: DESK_ROLES,
  reads: ({ id }) => readVisit(id),
  decide: ({ timeOut }, loaded, context) =>
    decideOn(loaded, (visit) => {
      if (visit.status === 'left') return refuse({ code: 'alreadyLeft' });
      const checks = new Checks();
      const at = checks.past('timeOut', timeOut, context.now);
      if (at !== '' && at < visit.body.timeIn) checks.refuse('timeOut', 'timeOutBeforeIn');
      if (checks.refusals.length > 0) return refuse(...checks.refusals);
      const body = withLog({ ...visit.body, timeOut: at }, context, 'visit.signOut');
      return acceptVisit(moved(visit, 'left', body, context.settings));
    }),
};
