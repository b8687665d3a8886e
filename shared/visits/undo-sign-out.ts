/** `visit.undoSignOut`: takes a sign-out back; the log keeps both (DOMAIN §2). */
import { refuse, type Command } from '../core/command';
import { withLog } from '../core/log';
import { DESK_ROLES } from '../core/roles';
import { moved } from './rules';
import { acceptVisit, decideOn, readVisit } from './state';

export const undoSignOut: Command<{ readonly id: string }> = {
  type: 'visit.undoSignOut',
  roles: DESK_ROLES,
  reads: ({ id }) => readVisit(id),
  decide: (_input, loaded, context) =>
    decideOn(loaded, (visit) => {
      if (visit.status !== 'left') return refuse({ code: 'notLeft' });
      const changes = [{ field: 'timeOut', from: visit.body.timeOut, to: '' }];
      const body = withLog({ ...visit.body, timeOut: '' }, context, 'visit.undoSignOut', { changes });
      return acceptVisit(moved(visit, 'onSite', body, context.settings));
    }),
};
