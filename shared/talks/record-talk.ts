/** Writing a talk down, and correcting it while no lead has approved it (DOMAIN §3.3). */
import { accept, refuse, type Command } from '../core/command';
import { Checks } from '../core/field-checks';
import { changesBetween, withLog } from '../core/log';
import { DESK_ROLES } from '../core/roles';
import { readDepartment } from '../service/department';
import { linkChild, originIn, originOf, readOrigin } from '../service/origin';
import type { Origin } from '../service/schema';
import { checkSignature, type SignatureInput } from '../signatures/signature';
import { decideOn, readTalk, stepped } from './access';
import { checkTalk, signedChanged, type CleanTalk, type TalkFields } from './fields';
import type { Talk, TalkBody, TalkDecision } from './schema';
import { talkDueAt } from './state';

const waiting = (id: string): TalkDecision => ({ id, state: 'waiting', lead: null, note: '' });

export interface RecordTalk {
  readonly id: string;
  readonly fields: TalkFields;
  readonly signature: SignatureInput | null;
  readonly origin: Pick<Origin, 'collection' | 'id'> | null;
}

/** `talk.record`: waits for a lead's approval from then on. */
export const recordTalk: Command<RecordTalk> = {
  type: 'talk.record',
  roles: DESK_ROLES,
  reads: ({ id, fields, origin }) => [readTalk(id), readDepartment(fields.department), ...readOrigin(origin)],
  decide: ({ id, fields, signature: typed, origin }, loaded, context) => {
    if (loaded.talk?.[0]) return refuse({ code: 'changedMeanwhile' });
    const parent = originIn(loaded);
    if (origin && !parent) return refuse({ code: 'notFound' });
    if (parent?.status === 'void') return refuse({ code: 'recordVoid' });
    const checks = new Checks();
    const clean = checkTalk(checks, fields, loaded, context);
    const signature = checkSignature(checks, 'signature', typed, clean.customer.name, context);
    if (signature === null || checks.refusals.length > 0) return refuse(...checks.refusals);
    const body: TalkBody = {
      v: 1,
      ...clean,
      origin: parent && origin ? originOf(origin.collection, parent) : null,
      children: [],
      handOvers: [],
      signature,
      decision: waiting(context.actId),
      result: '',
      solvedAt: '',
      followUpDue: '',
      archiveNo: '',
      archivedAt: '',
      unsignedReason: '',
    };
    const doc: Omit<Talk, 'ver'> = {
      id,
      kind: 'talk',
      status: 'open',
      day: context.day,
      dueAt: talkDueAt('open', body),
      desk: context.desk,
      by: context.actor.id,
      at: context.now,
      key: parent?.key && parent.kind !== 'visit' ? parent.key : context.actor.id,
      body: withLog(body, context, 'talk.record'),
    };
    return accept(
      { collection: 'tickets', doc, number: 'talk' },
      ...linkChild(parent, doc, context, 'talk.record'),
    );
  },
};

export interface CorrectTalk {
  readonly id: string;
  readonly fields: TalkFields;
  /** Null keeps the signature there is, which stands only while what was signed stays. */
  readonly signature: SignatureInput | null;
}

const FIELDS = [
  'customer',
  'ground',
  'heldAt',
  'place',
  'department',
  'summary',
  'request',
  'customerSaid',
  'weSaid',
  'agreedAt',
  'handler',
] as const satisfies readonly (keyof CleanTalk)[];

/** `talk.correct`: a talk sent back, or found wrong before its approval; the lead is asked again. */
export const correctTalk: Command<CorrectTalk> = {
  type: 'talk.correct',
  roles: DESK_ROLES,
  reads: ({ id, fields }) => [readTalk(id), readDepartment(fields.department)],
  decide: ({ fields, signature: typed }, loaded, context) =>
    decideOn(loaded, 'correct', (talk) => {
      const checks = new Checks();
      const clean = checkTalk(checks, fields, loaded, context);
      const signature = typed
        ? checkSignature(checks, 'signature', typed, clean.customer.name, context)
        : talk.body.signature;
      if (!typed && checks.refusals.length === 0 && signedChanged(talk.body, clean))
        checks.refuse('signature', 'signAgain');
      if (signature === null || checks.refusals.length > 0) return refuse(...checks.refusals);
      return stepped(
        talk,
        'correct',
        { ...clean, signature, decision: waiting(context.actId) },
        context,
        'talk.correct',
        { changes: changesBetween<CleanTalk>(talk.body, clean, FIELDS) },
      );
    }),
};
