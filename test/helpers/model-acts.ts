/** Commands at a model desk, as its gateway would run them: read, decide, number, one act. */
import type { Actor, Command, Witness } from '@shared/core/command';
import type { Envelope } from '@shared/core/envelope';
import { formatNumber } from '@shared/core/numbers';
import { businessDay } from '@shared/core/time';
import type { ModelDesk } from './model-desk';

export interface ActAt {
  readonly actor: Actor;
  readonly witnesses?: readonly Witness[];
  /** ISO instant. */
  readonly now: string;
  readonly actId: string;
}

/** Codes of the refusals, none when the act was stored. */
export async function runAt<I>(
  desk: ModelDesk,
  command: Command<I>,
  input: I,
  { actor, witnesses = [], now, actId }: ActAt,
): Promise<readonly string[]> {
  const settings = desk.settings();
  const day = businessDay(now, settings.cutOffHour);
  const context = { actId, now, day, desk: desk.desk, actor, witnesses, settings };
  const loaded: Record<string, readonly Envelope[]> = {};
  for (const read of command.reads(input, context))
    loaded[read.name] =
      'ids' in read
        ? await desk.docs(read.collection, read.ids)
        : await desk.range(read.collection, read.index, read.from, read.to);
  const decision = command.decide(input, loaded, context);
  if (!decision.ok) return decision.refusals.map(({ code }) => code);
  for (const { collection, doc, number } of decision.writes) {
    const taken = [...desk.of(collection).values()].filter(
      (one) => one.desk === desk.desk && one.day === doc.day && one.body.no,
    ).length;
    const no = number && formatNumber(settings.prefixes[number], desk.desk, doc.day, taken + 1);
    desk.act(collection, { ...doc, ver: {}, body: no ? { ...doc.body, no } : doc.body });
  }
  return [];
}

/** Somebody's PIN given now. */
export const pinAt = ({ id, name, roles }: Actor, at: string): Witness => ({ staff: id, name, roles, at });
