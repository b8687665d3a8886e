/** `reply.save`: a standard reply, or its next version; a clerk's waits for a lead (DOMAIN §3.9). */
import { accept, refuse, type Command } from '../core/command';
import { newRecord } from '../core/documents';
import { Checks } from '../core/field-checks';
import { changesBetween, withLog } from '../core/log';
import { DESK_ROLES } from '../core/roles';
import { isReply, REPLY_LIMITS, type ReplyBody, type ReplyVersion } from './schema';

export interface ReplyFields {
  readonly situation: string;
  readonly category: string;
  readonly wording: string;
  readonly forbidden: readonly string[];
}

export interface SaveReply {
  readonly id: string;
  readonly fields: ReplyFields;
  /** The enquiry it is made from, or null. */
  readonly source: ReplyBody['source'];
}

function checkFields(checks: Checks, fields: ReplyFields, categories: readonly string[]): ReplyFields {
  const forbidden = [...new Set(fields.forbidden)];
  if (forbidden.length > REPLY_LIMITS.forbiddenWords)
    checks.refuse('forbidden', 'linesTooMany', { max: REPLY_LIMITS.forbiddenWords });
  return {
    situation: checks.text('situation', fields.situation, { max: REPLY_LIMITS.situation, required: true }),
    category: checks.choice('category', fields.category, categories) ?? '',
    wording: checks.text('wording', fields.wording, {
      max: REPLY_LIMITS.wording,
      required: true,
      lines: true,
    }),
    forbidden: forbidden.map((word) => checks.text('forbidden', word, { max: REPLY_LIMITS.forbidden })),
  };
}

const VERSIONED = ['situation', 'category', 'wording'] as const;

/** A clerk changes their own proposal only; a lead's saving is the approval. */
export const saveReply: Command<SaveReply> = {
  type: 'reply.save',
  roles: DESK_ROLES,
  reads: ({ id }) => [{ name: 'reply', collection: 'directory', ids: [id] }],
  decide: ({ id, fields, source }, loaded, context) => {
    const { actor, settings, now } = context;
    const isLead = actor.roles.includes('lead');
    const old = loaded.reply?.find(isReply);
    if (loaded.reply?.length && !old) return refuse({ code: 'notFound' });
    if (old && !isLead && (old.status !== 'proposed' || old.by !== actor.id))
      return refuse({ code: 'replyNotYours' });
    const checks = new Checks();
    // A category that was taken out of settings may stay where it is.
    const categories = old ? [...settings.replyCategories, old.body.category] : settings.replyCategories;
    const clean = checkFields(checks, fields, categories);
    if (checks.refusals.length > 0) return refuse(...checks.refusals);
    const status = isLead ? 'active' : 'proposed';
    if (!old) {
      const content = { ...clean, version: 1, earlier: [], source };
      const doc = newRecord<'reply', ReplyBody>(id, 'reply', 'reply.save', content, context);
      return accept({ collection: 'directory', doc: { ...doc, status } });
    }
    const changes = changesBetween<ReplyFields>(old.body, clean, [...VERSIONED, 'forbidden']);
    if (changes.length === 0 && status === old.status) return refuse({ code: 'nothingChanged' });
    const isNewVersion = VERSIONED.some((field) => old.body[field] !== clean[field]);
    const { version, situation, category, wording } = old.body;
    const before: ReplyVersion = { version, situation, category, wording, at: now, by: actor.id };
    const body: ReplyBody = {
      ...old.body,
      ...clean,
      ...(isNewVersion ? { version: version + 1, earlier: [...old.body.earlier, before] } : {}),
    };
    return accept({
      collection: 'directory',
      doc: { ...old, status, body: withLog(body, context, 'reply.save', { changes }) },
    });
  },
};
