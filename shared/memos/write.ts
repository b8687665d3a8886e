/** The three commands of a memo: write (or change), finish, and take up again; each by its author alone (DOMAIN §3.8). */
import { accept, refuse, type Command, type Context, type Decision, type Loaded } from '../core/command';
import { NEVER_DUE } from '../core/envelope';
import { Checks } from '../core/field-checks';
import { withLog } from '../core/log';
import { ROLES } from '../core/roles';
import { MEMO_MAX, type Memo, type MemoBody } from './schema';

export interface MemoFields {
  readonly text: string;
  /** ISO instant of the reminder, or ''. */
  readonly remindAt: string;
}

export interface WriteMemo {
  readonly id: string;
  readonly fields: MemoFields;
}

const readMemo = (id: string) => [{ name: 'memo', collection: 'roster', ids: [id] }] as const;
const memoIn = (loaded: Loaded): Memo | undefined =>
  loaded.memo?.find((doc): doc is Memo => doc.kind === 'memo');

/** Somebody else's memo is as good as none. */
function decideOnOwn(loaded: Loaded, context: Context, decide: (memo: Memo) => Decision): Decision {
  const memo = memoIn(loaded);
  return memo?.by === context.actor.id ? decide(memo) : refuse({ code: 'notFound' });
}

export const writeMemo: Command<WriteMemo> = {
  type: 'memo.write',
  roles: ROLES,
  reads: ({ id }) => readMemo(id),
  decide: ({ id, fields }, loaded, context) => {
    const { actor, now, day, desk } = context;
    const before = memoIn(loaded);
    if (before && before.by !== actor.id) return refuse({ code: 'notFound' });
    const checks = new Checks();
    const text = checks.text('text', fields.text, { max: MEMO_MAX, required: true, lines: true });
    const dueAt = fields.remindAt === '' ? NEVER_DUE : fields.remindAt;
    if (dueAt <= now && dueAt !== before?.dueAt) checks.refuse('remindAt', 'dueInPast');
    if (checks.refusals.length > 0) return refuse(...checks.refusals);
    if (before) {
      const body = withLog({ ...before.body, text }, context, 'memo.change');
      return accept({ collection: 'roster', doc: { ...before, dueAt, body } });
    }
    const body: MemoBody = { v: 1, text };
    const doc: Omit<Memo, 'ver'> = {
      id,
      kind: 'memo',
      status: 'open',
      day,
      dueAt,
      desk,
      by: actor.id,
      at: now,
      key: actor.id,
      body: withLog(body, context, 'memo.write'),
    };
    return accept({ collection: 'roster', doc });
  },
};

export interface FinishMemo {
  readonly id: string;
  /** False takes it up again. */
  readonly done: boolean;
}

export const finishMemo: Command<FinishMemo> = {
  type: 'memo.finish',
  roles: ROLES,
  reads: ({ id }) => readMemo(id),
  decide: ({ done }, loaded, context) =>
    decideOnOwn(loaded, context, (memo) =>
      accept({
        collection: 'roster',
        doc: {
          ...memo,
          status: done ? 'done' : 'open',
          dueAt: NEVER_DUE,
          body: withLog(memo.body, context, done ? 'memo.finish' : 'memo.reopen'),
        },
      }),
    ),
};
