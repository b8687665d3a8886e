/** `lossReport.decideMatch`: a proposed match is accepted or refused, and not proposed again (DOMAIN §3.6). */
import { refuse, type Command } from '../core/command';
import { withLog } from '../core/log';
import { DESK_ROLES } from '../core/roles';
import type { MatchDecision } from './schema';
import { acceptLost, decideOnReport, itemIn, readLost } from './state';

export interface DecideMatch {
  readonly report: string;
  readonly item: string;
  readonly decision: MatchDecision['decision'];
}

/** Refusing an accepted match opens the report again. */
export const decideMatch: Command<DecideMatch> = {
  type: 'lossReport.decideMatch',
  roles: DESK_ROLES,
  reads: ({ report, item }) => [readLost('report', report), readLost('item', item)],
  decide: ({ item: id, decision }, loaded, context) =>
    decideOnReport(loaded, (report) => {
      const item = itemIn(loaded);
      if (!item) return refuse({ code: 'notFound' });
      if (report.status !== 'open' && report.status !== 'matched') return refuse({ code: 'reportClosed' });
      if (decision === 'accepted' && item.status !== 'held' && item.status !== 'handedOver')
        return refuse({ code: 'itemGone' });
      const others = report.body.decisions.filter((one) => one.item !== id);
      const decisions: readonly MatchDecision[] = [
        ...others,
        { item: id, decision, at: context.now, by: context.actor.id },
      ];
      const status = decisions.some((one) => one.decision === 'accepted') ? 'matched' : 'open';
      const changes = [{ field: decision, from: null, to: item.body.no ?? '' }];
      return acceptLost({
        ...report,
        status,
        body: withLog({ ...report.body, decisions }, context, 'lossReport.decideMatch', { changes }),
      });
    }),
};
