/** `lostItem.claim`: the owner, or somebody on their behalf, takes an item or a part of it (DOMAIN §3.6). */
import { accept, refuse, type Command, type Context, type Decision, type Write } from '../core/command';
import { Checks } from '../core/field-checks';
import { withLog } from '../core/log';
import { DESK_ROLES } from '../core/roles';
import type { SignatureInput } from '../signatures/signature';
import { checkClaim, type ClaimFields } from './claim-fields';
import { custodyOf } from './custody';
import type { FoundItem, LossReport } from './schema';
import { HR_ROLES, decideOnItem, eventBase, lostWrite, readLost, reportIn, withEvent } from './state';

export interface ClaimItem {
  readonly id: string;
  /** Loss report the claim answers, or ''. */
  readonly report: string;
  readonly fields: ClaimFields;
  readonly signature: SignatureInput | null;
}

const reads = ({ id, report }: ClaimItem): ReturnType<Command<ClaimItem>['reads']> => [
  readLost('item', id),
  readLost('report', report),
];

export const claimItem: Command<ClaimItem> = {
  type: 'lostItem.claim',
  roles: DESK_ROLES,
  reads,
  decide: (input, loaded, context) =>
    decideOnItem(loaded, (item) => give(input, item, reportIn(loaded), context, 'claimed')),
};

/** `lostItem.returnLater`: HR returns what was handed over to its owner; checked like a claim. */
export const returnLater: Command<ClaimItem> = {
  type: 'lostItem.returnLater',
  roles: HR_ROLES,
  reads,
  decide: (input, loaded, context) =>
    decideOnItem(loaded, (item) => give(input, item, reportIn(loaded), context, 'returned')),
};

function give(
  input: ClaimItem,
  item: FoundItem,
  report: LossReport | undefined,
  context: Context,
  type: 'claimed' | 'returned',
): Decision {
  const custody = custodyOf(item.body);
  const there = type === 'claimed' ? custody.held : custody.hr;
  if (there === 0) return refuse({ code: type === 'claimed' ? 'nothingHeld' : 'nothingAtHr' });
  if (input.report !== '' && !report) return refuse({ code: 'notFound' });
  const checks = new Checks();
  const checked = checkClaim(checks, input.fields, input.signature, item.body, there, input.report, context);
  if (!checked) return refuse(...checks.refusals);
  const { quantity, claim, signature, second } = checked;
  const act = type === 'claimed' ? 'lostItem.claim' : 'lostItem.returnLater';
  const writes: Write[] = [
    lostWrite(
      withEvent(item, { ...eventBase(context, second), type, quantity, claim, signature }, context, act),
    ),
  ];
  if (report && report.status !== 'void') {
    const body = withLog({ ...report.body, returnedItem: item.id }, context, act);
    writes.push(lostWrite({ ...report, status: 'returned', body }));
  }
  return accept(...writes);
}
