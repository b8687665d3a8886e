/** 周例会记录 in `roster` (DOMAIN §3.8): one sheet a week, whoever saves it, with every change in its log. */
import type { BodyBase, Envelope } from '../core/envelope';
import { spanOf } from '../roster/spans';

/** What one person did and what is to be better. */
export interface MeetingEntry {
  /** Staff id. */
  readonly id: string;
  readonly name: string;
  readonly work: string;
  readonly improve: string;
}

export interface MeetingBody extends BodyBase {
  /** Staff id of who leads the meeting. */
  readonly host: string;
  /** Business day it was held, or ''. */
  readonly heldOn: string;
  readonly entries: readonly MeetingEntry[];
  /** 会议传达: what is passed on to everybody. */
  readonly passedOn: string;
}
/** Id `meeting:<Monday>`, `day` the Monday, `key` the host. Who was there stands in its log. */
export type Meeting = Envelope<'meeting', 'kept', MeetingBody>;

export const LIMITS = { work: 2_000, improve: 1_000, passedOn: 2_000 } as const;

/** Act of the log by which somebody confirms to have been there. */
export const ATTEND = 'meeting.attend';

export const meetingId = (monday: string): string => `meeting:${monday}`;

/** Monday of a business day's week. */
export const mondayOf = (day: string): string => spanOf('week', day).from;

/** Who confirmed, when, and whether the sheet was changed afterwards; by time. */
export function attendeesOf({
  body,
}: Meeting): readonly { readonly staff: string; readonly at: string; readonly changedSince: boolean }[] {
  const log = body.log ?? [];
  const last = log.filter(({ act }) => act === 'meeting.save').at(-1)?.at ?? '';
  return log
    .filter(({ act }) => act === ATTEND)
    .map(({ by, at }) => ({ staff: by, at, changedSince: at < last }));
}
