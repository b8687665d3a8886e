/** Swaps step by step: asked, agreed by the colleague, decided by a lead; the roster changes with the approval alone. */
import { accept, refuse, type Command, type Context, type Decision, type Loaded } from '../core/command';
import { changed } from '../core/documents';
import { NEVER_DUE } from '../core/envelope';
import { Checks } from '../core/field-checks';
import { withLog } from '../core/log';
import { DESK_ROLES, hasRole } from '../core/roles';
import type { Staff } from '../directory/schema';
import { decider, himself, loadedOf, readOne } from './decide';
import { rosterOf, rosterReads } from './roster';
import { LIMITS, isSwap, type Deciding, type Swap, type SwapBody } from './schema';
import { dutyWrite } from './set-plans';
import { swapCells, swapDueAt, swapFaults, type SwapTerms } from './swap';

export interface AskSwap extends SwapTerms {
  /** Id of the new swap. */
  readonly id: string;
  readonly reason: string;
}

function readsOf(terms: SwapTerms): ReturnType<typeof rosterReads> {
  const days = [terms.day, terms.returnDay].filter((day) => day !== '').sort();
  return rosterReads(days[0] ?? '9999-01-01', days.at(-1) ?? '9999-01-01');
}

const rosterIn = (loaded: Loaded) => rosterOf(Object.values(loaded).flat());

/** `swap.ask`: the applicant by session or PIN. A colleague whose PIN is given with it has agreed at once. */
export const askSwap: Command<AskSwap> = {
  type: 'swap.ask',
  roles: DESK_ROLES,
  reads: (input) => [
    readOne('swap', input.id),
    ...readsOf(input),
    { name: 'staff', collection: 'directory', ids: [input.applicant, input.colleague] },
  ],
  decide: ({ id, reason: typed, ...terms }, loaded, context) => {
    if (loaded.swap?.length) return refuse({ code: 'recordExists' });
    const checks = new Checks();
    const staff = (loaded.staff ?? []) as readonly Staff[];
    const applicant = himself(checks, 'applicant', terms.applicant, context);
    const colleague = staff.find((one) => one.id === terms.colleague);
    if (!colleague || colleague.status !== 'active' || !hasRole(colleague.body.roles, DESK_ROLES))
      checks.refuse('colleague', 'required');
    else if (terms.day === '' || terms.shift === '') checks.refuse('shift', 'required');
    else checks.refusals.push(...swapFaults(rosterIn(loaded), terms, context.day));
    const reason = checks.text('reason', typed, { max: LIMITS.reason, required: true });
    if (checks.refusals.length > 0 || !applicant || !colleague) return refuse(...checks.refusals);
    const agreed = context.witnesses.find((one) => one.staff === terms.colleague);
    const answer: Deciding | null = agreed
      ? { staff: agreed.staff, name: agreed.name, at: agreed.at, note: '' }
      : null;
    const body: SwapBody = {
      v: 1,
      ...terms,
      applicantName: applicant.name,
      colleagueName: colleague.body.name,
      reason,
      answer,
      decision: null,
    };
    const doc: Omit<Swap, 'ver'> = {
      id,
      kind: 'swap',
      status: answer ? 'agreed' : 'asked',
      day: context.day,
      dueAt: swapDueAt(terms, context.settings),
      desk: context.desk,
      by: context.actor.id,
      at: context.now,
      key: terms.applicant,
      body: withLog(body, context, 'swap.ask'),
    };
    return accept({ collection: 'roster', doc, number: 'swap' });
  },
};

/** Decides on the loaded swap in one of the states; others are refused. */
function onSwap(
  loaded: Loaded,
  states: readonly Swap['status'][],
  decide: (swap: Swap) => Decision,
): Decision {
  const swap = loadedOf(loaded, 'swap', isSwap);
  if (!swap) return refuse({ code: 'notFound' });
  return states.includes(swap.status) ? decide(swap) : refuse({ code: 'swapDone' });
}

export interface AnswerSwap {
  readonly id: string;
  readonly agree: boolean;
  readonly note: string;
}

/** `swap.answer`: the colleague agrees or declines, by session or PIN. */
export const answerSwap: Command<AnswerSwap> = {
  type: 'swap.answer',
  roles: DESK_ROLES,
  reads: ({ id }) => [readOne('swap', id)],
  decide: ({ agree, note: typed }, loaded, context) =>
    onSwap(loaded, ['asked'], (swap) => {
      const checks = new Checks();
      const who = himself(checks, 'answer', swap.body.colleague, context);
      const note = checks.text('note', typed, { max: LIMITS.note });
      if (checks.refusals.length > 0 || !who) return refuse(...checks.refusals);
      const answer = { staff: who.staff, name: who.name, at: context.now, note };
      return write(swap, { answer }, agree ? 'agreed' : 'declined', 'swap.answer', note, context);
    }),
};

export interface WithdrawSwap {
  readonly id: string;
  readonly reason: string;
}

/** `swap.withdraw`: the applicant takes the request back while nobody has decided; it stays in the list. */
export const withdrawSwap: Command<WithdrawSwap> = {
  type: 'swap.withdraw',
  roles: DESK_ROLES,
  reads: ({ id }) => [readOne('swap', id)],
  decide: ({ reason: typed }, loaded, context) =>
    onSwap(loaded, ['asked', 'agreed'], (swap) => {
      const checks = new Checks();
      himself(checks, 'applicant', swap.body.applicant, context);
      const reason = checks.text('reason', typed, { max: LIMITS.reason });
      if (checks.refusals.length > 0) return refuse(...checks.refusals);
      return write(swap, {}, 'withdrawn', 'swap.withdraw', reason, context);
    }),
};

export interface DecideSwap {
  /** The swap as shown: what it is about decides what is read. */
  readonly swap: Swap;
  readonly approve: boolean;
  readonly note: string;
}

/**
 * `swap.decide`: a lead who is neither of the two. Approving changes the cells of both in the same act, and only while
 * the roster still is what the swap was asked for; a refusal says why.
 */
export const decideSwap: Command<DecideSwap> = {
  type: 'swap.decide',
  roles: DESK_ROLES,
  reads: ({ swap }) => [readOne('swap', swap.id), ...readsOf(swap.body)],
  decide: ({ approve, note: typed }, loaded, context) =>
    onSwap(loaded, approve ? ['agreed'] : ['asked', 'agreed'], (swap) => {
      const checks = new Checks();
      const { body } = swap;
      const note = checks.text('note', typed, { max: LIMITS.note, required: !approve });
      const notBy = [body.applicant, body.colleague];
      const decision = decider(checks, 'approval', ['lead'], notBy, note, context);
      const roster = rosterIn(loaded);
      // Its fields belong to the form that asked; here they concern the whole.
      if (approve && swapFaults(roster, body, context.day).length > 0)
        checks.refusals.push({ code: 'swapStale' });
      if (checks.refusals.length > 0 || !decision) return refuse(...checks.refusals);
      const done = write(swap, { decision }, approve ? 'approved' : 'refused', 'swap.decide', note, context);
      if (!approve || !done.ok) return done;
      const cells = swapCells(roster, body).map((cell) =>
        dutyWrite(roster, cell, context, 'swap.decide', body.no ?? '', swap),
      );
      return accept(...done.writes, ...cells);
    }),
};

function write(
  swap: Swap,
  body: Partial<SwapBody>,
  status: Swap['status'],
  act: string,
  reason: string,
  context: Context,
): Decision {
  const dueAt = status === 'agreed' ? swap.dueAt : NEVER_DUE;
  const doc = changed<Swap>(swap, act, body, context, { status, dueAt, ...(reason ? { reason } : {}) });
  return accept({ collection: 'roster', doc });
}
