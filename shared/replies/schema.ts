/** Standard replies 统一答复 (DOMAIN §3.9), kind `reply` of the `directory` collection. */
import type { BodyBase, Envelope } from '../core/envelope';

/** The wording as it stood before a change. */
export interface ReplyVersion {
  readonly version: number;
  readonly situation: string;
  readonly category: string;
  readonly wording: string;
  /** ISO instant and staff id of whoever replaced it. */
  readonly at: string;
  readonly by: string;
}

export interface ReplyBody extends BodyBase {
  /** When it is used, in the customer's words. */
  readonly situation: string;
  /** One of `settings.replyCategories`. */
  readonly category: string;
  readonly wording: string;
  /** 禁用语 in this situation, beside those of settings. */
  readonly forbidden: readonly string[];
  /** From 1; each change of the wording adds one. */
  readonly version: number;
  /** Oldest first. */
  readonly earlier: readonly ReplyVersion[];
  /** The enquiry it was made from, or null. */
  readonly source: { readonly id: string; readonly no: string } | null;
}

/** `proposed`: a clerk's, waits for a lead; `retired`: no longer offered. */
export const REPLY_STATUSES = ['active', 'proposed', 'retired'] as const;
export type ReplyStatus = (typeof REPLY_STATUSES)[number];
export type Reply = Envelope<'reply', ReplyStatus, ReplyBody>;

export const isReply = (doc: { readonly kind: string }): doc is Reply => doc.kind === 'reply';

/** Longest text per field, in characters. */
export const REPLY_LIMITS = { situation: 100, wording: 1_000, forbidden: 20, forbiddenWords: 20 } as const;
