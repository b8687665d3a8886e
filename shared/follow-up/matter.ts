/** The matter a call is about hears of it: a talk is followed up by its call, and a void call leaves the matter to be called about again. */
import type { Context, Loaded, Read, Write } from '../core/command';
import type { Envelope } from '../core/envelope';
import { withLog } from '../core/log';
import { originIn, readOrigin } from '../service/origin';
import type { MatterBody, Origin } from '../service/schema';
import { isTalk } from '../talks/access';
import { followedUp, notFollowedUp } from '../talks/finish';
import type { FollowUp } from './schema';
import { readFollowUp } from './state';

/** A call as its commands name it. */
export interface CallOf {
  readonly id: string;
  /** The matter it is about, as the call itself says; null where it is about none. */
  readonly origin: Pick<Origin, 'collection' | 'id'> | null;
}

/** Asks for a call together with the matter it is about. */
export const readCall = ({ id, origin }: CallOf): readonly Read[] => [
  readFollowUp(id),
  ...readOrigin(origin),
];

const matterIn = (loaded: Loaded, { body }: FollowUp): Envelope | undefined => {
  const matter = originIn(loaded);
  return matter?.id === body.origin?.id && matter?.status !== 'void' ? matter : undefined;
};

/** What a call that is over brings to its matter: the follow-up a solved talk waits for was made. */
export function toldOfCall(
  loaded: Loaded,
  followUp: FollowUp,
  context: Context,
  act: string,
): readonly Write[] {
  const matter = matterIn(loaded, followUp);
  return matter && isTalk(matter) ? [followedUp(matter, context, act)] : [];
}

/** A void call leaves the list of its matter, which may then be called about again. */
export function toldOfVoid(
  loaded: Loaded,
  followUp: FollowUp,
  context: Context,
  act: string,
): readonly Write[] {
  const matter = matterIn(loaded, followUp);
  if (!matter || !('children' in matter.body)) return [];
  const body = matter.body as MatterBody;
  const children = body.children.filter(({ id }) => id !== followUp.id);
  if (children.length === body.children.length) return [];
  const changes = [{ field: 'children', from: 'followUp', to: null }];
  const after = { ...matter, body: withLog({ ...body, children }, context, act, { changes }) };
  return [{ collection: 'tickets', doc: isTalk(after) ? notFollowedUp(after) : after }];
}
