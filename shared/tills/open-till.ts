/** `till.open`: the first float, or the recount of the night's seal with its difference (DOMAIN §6). */
import { accept, refuse, type Command } from '../core/command';
import { Checks } from '../core/field-checks';
import { DESK_ROLES } from '../core/roles';
import { booksOf, openOf } from '../ledger/books';
import { newEntry } from '../ledger/entry';
import type { TillSeal } from '../ledger/entries/tills';
import { openSession } from '../ledger/sessions';
import { reopenId } from './ids';
import { sessionHere } from './reads';
import { amountOf, LIMITS, readPieces, type TypedPieces } from './schema';
import { nearestShift } from './shift';

export interface OpenTill {
  /** Id of the session where no seal waits. */
  readonly id: string;
  readonly pieces: TypedPieces;
  /** Needed when the recount differs from the seal. */
  readonly reason: string;
  /** '' means the shift that begins nearest to now. */
  readonly shift: string;
}

export const openTill: Command<OpenTill> = {
  type: 'till.open',
  roles: DESK_ROLES,
  books: true,
  reads: ({ id }, context) => {
    const seals = openOf(booksOf(context), 'sealedFloat').map(({ ref }) => ref);
    return [
      { name: 'seals', collection: 'ledger', ids: seals },
      // The open session too: it may be this very act, sent twice.
      { name: 'sessions', collection: 'ledger', ids: [id, sessionHere(context), ...seals.map(reopenId)] },
    ];
  },
  decide: ({ id, pieces: typed, reason: why, shift: named }, loaded, context) => {
    const { desk, actor, now, settings } = context;
    if (openSession(booksOf(context), desk)) return refuse({ code: 'tillAlreadyOpen' });
    const seal = (loaded.seals as readonly TillSeal[] | undefined)
      ?.filter((one) => one.desk === desk)
      .sort((a, b) => a.body.n - b.body.n)
      .at(-1);
    const checks = new Checks();
    const pieces = readPieces(typed, settings.denominations);
    if (!pieces) checks.refuse('pieces', 'badPieces');
    else if (Object.keys(pieces).length === 0) checks.refuse('pieces', 'countTheCash');
    const float = amountOf(pieces ?? {});
    const expected = seal ? seal.body.float : float;
    const reason = checks.text('reason', why, { max: LIMITS.reason });
    if (checks.refusals.length === 0 && float !== expected && reason === '')
      checks.refuse('reason', 'differenceNeedsReason');
    const shift = checks.text('shift', named, { max: LIMITS.shift }) || nearestShift(settings.shifts, now);
    if (!pieces || checks.refusals.length > 0) return refuse(...checks.refusals);
    const session = seal ? reopenId(seal.id) : id;
    if (loaded.sessions?.some((one) => one.id === session)) return refuse({ code: 'tillAlreadyOpen' });
    const opener = { staff: actor.id, name: actor.name, at: now };
    const doc = newEntry(
      session,
      'tillOpen',
      'till.open',
      { pieces, float, from: seal?.id ?? '', expected, reason, opener, shift },
      context,
      session,
    );
    return accept({ collection: 'ledger', doc, number: 'tillSession' });
  },
};
