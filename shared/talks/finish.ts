/** The end of a talk: its result, the filed signature, the archive number; or it is void (DOMAIN §3.3). */
import { refuse, type Command, type Context, type Write } from '../core/command';
import { Checks } from '../core/field-checks';
import { withLog } from '../core/log';
import { DESK_ROLES, hasRole } from '../core/roles';
import { leadApproval } from '../signatures/lead-approval';
import { ARCHIVE_NO_MAX } from '../signatures/signature';
import { acceptTalk, decideOn, isTalk, readTalk, stepped } from './access';
import { LIMITS, type Talk } from './schema';
import { FOLLOW_UP_DAYS, awaitsSignature, endOfDay, talkDueAt } from './state';

export interface SolveTalk {
  readonly id: string;
  readonly result: string;
}

/** `talk.solve` 办理完毕; from then on the customer is to be followed up. */
export const solveTalk: Command<SolveTalk> = {
  type: 'talk.solve',
  roles: DESK_ROLES,
  reads: ({ id }) => [readTalk(id)],
  decide: (input, loaded, context) =>
    decideOn(loaded, 'solve', (talk) => {
      const { actor } = context;
      if (actor.id !== talk.key && !hasRole(actor.roles, ['lead']))
        return refuse({ code: 'onlyResponsible' });
      const checks = new Checks();
      const result = checks.text('result', input.result, { max: LIMITS.result, required: true, lines: true });
      if (checks.refusals.length > 0) return refuse(...checks.refusals);
      const followUpDue = endOfDay(context.now, FOLLOW_UP_DAYS);
      return stepped(talk, 'solve', { result, solvedAt: context.now, followUpDue }, context, 'talk.solve');
    }),
};

/** The talk once its follow-up call is over: what it still waits for is its archive number. */
export function followedUp(talk: Talk, context: Context, act: string): Write {
  const changes = [{ field: 'followedUpAt', from: null, to: context.now }];
  const body = withLog({ ...talk.body, followedUpAt: context.now }, context, act, { changes });
  return { collection: 'tickets', doc: { ...talk, dueAt: talkDueAt(talk.status, body), body } };
}

/** The talk after its follow-up call turned out to be void: it waits for one again. */
export function notFollowedUp({ body: { followedUpAt: _gone, ...body }, ...talk }: Talk): Talk {
  return { ...talk, dueAt: talkDueAt(talk.status, body), body };
}

export interface FileTalkPaper {
  readonly id: string;
  readonly archiveNo: string;
}

/** `talk.filePaper`: the customer's signed paper has its archive number (纸质签字). */
export const fileTalkPaper: Command<FileTalkPaper> = {
  type: 'talk.filePaper',
  roles: DESK_ROLES,
  reads: ({ id }) => [readTalk(id)],
  decide: (input, loaded, context) => {
    const talk = loaded.talk?.find(isTalk);
    if (!talk) return refuse({ code: 'notFound' });
    const { signature } = talk.body;
    if (signature.mode !== 'paper' || !awaitsSignature(talk)) return refuse({ code: 'noSignatureDue' });
    const checks = new Checks();
    const archiveNo = checks.text('archiveNo', input.archiveNo, { max: ARCHIVE_NO_MAX, required: true });
    if (checks.refusals.length > 0) return refuse(...checks.refusals);
    return acceptTalk(
      talk,
      talk.status,
      { signature: { ...signature, archiveNo } },
      context,
      'talk.filePaper',
    );
  },
};

export interface ArchiveTalk {
  readonly id: string;
  readonly archiveNo: string;
  /** Why the customer did not sign; a lead stands for it. '' where the talk is signed. */
  readonly unsignedReason: string;
}

/** `talk.archive` 归档. */
export const archiveTalk: Command<ArchiveTalk> = {
  type: 'talk.archive',
  roles: DESK_ROLES,
  reads: ({ id }) => [readTalk(id)],
  decide: (input, loaded, context) =>
    decideOn(loaded, 'archive', (talk) => {
      const checks = new Checks();
      const archiveNo = checks.text('archiveNo', input.archiveNo, { max: LIMITS.archiveNo, required: true });
      const open = awaitsSignature(talk);
      const unsignedReason = open
        ? checks.text('unsignedReason', input.unsignedReason, { max: LIMITS.reason, required: true })
        : '';
      const lead = open ? leadApproval(checks, 'lead', [talk.by], context) : null;
      if (checks.refusals.length > 0) return refuse(...checks.refusals);
      const changes = lead ? [{ field: 'approvedBy', from: null, to: lead.staff }] : [];
      return stepped(
        talk,
        'archive',
        { archiveNo, archivedAt: context.now, unsignedReason },
        context,
        'talk.archive',
        {
          ...(changes.length > 0 ? { changes } : {}),
          ...(unsignedReason === '' ? {} : { reason: unsignedReason }),
        },
      );
    }),
};

export interface VoidTalk {
  readonly id: string;
  readonly reason: string;
}

/** `talk.void` 作废: a lead who did not write it confirms; the number stays. */
export const voidTalk: Command<VoidTalk> = {
  type: 'talk.void',
  roles: DESK_ROLES,
  reads: ({ id }) => [readTalk(id)],
  decide: (input, loaded, context) =>
    decideOn(loaded, 'void', (talk) => {
      const checks = new Checks();
      const reason = checks.text('reason', input.reason, { max: LIMITS.reason, required: true });
      const lead = leadApproval(checks, 'lead', [talk.by], context);
      if (lead === null || checks.refusals.length > 0) return refuse(...checks.refusals);
      // A void meets a decision made at another desk at the same time.
      const decision = { ...talk.body.decision, id: context.actId };
      return stepped(talk, 'void', { decision }, context, 'talk.void', {
        reason,
        changes: [{ field: 'approvedBy', from: null, to: lead.staff }],
      });
    }),
};
