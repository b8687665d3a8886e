/** A desk in memory: runs commands at any time of the past, as the gateway would, and keeps their acts. */
import type { Act, Actor, Command, Context, Loaded, Read, Witness } from '../core/command';
import { INDEXES, type Envelope } from '../core/envelope';
import { formatNumber } from '../core/numbers';
import type { Settings } from '../core/settings';
import { businessDay } from '../core/time';
import { nextVer } from '../core/ver';
import { EMPTY_BOOKS, withEntries, type Books } from '../ledger/books';
import { placed } from '../ledger/entry';
import type { LedgerEntry } from '../ledger/schema';

export class PretendDesk {
  /** Records by id, newest state. */
  readonly records = new Map<string, Envelope>();
  /** Acts since they were last taken. */
  private acts: Act[] = [];
  private readonly running = new Map<string, number>();
  private entries = 0;
  private sums: Books = EMPTY_BOOKS;
  /** Entries not yet in `sums`. */
  private unsummed: LedgerEntry[] = [];

  constructor(
    readonly desk: string,
    readonly settings: Settings,
  ) {}

  /** Runs one act. @throws Error when the command refuses: demo data keeps the rules. */
  run<I>(
    command: Command<I>,
    input: I,
    actId: string,
    now: string,
    actor: Actor,
    witnesses: readonly Witness[] = [],
  ): void {
    const day = businessDay(now, this.settings.cutOffHour);
    const context: Context = {
      actId,
      now,
      day,
      desk: this.desk,
      actor,
      witnesses,
      settings: this.settings,
      ...(command.books ? { books: this.books() } : {}),
    };
    const decision = command.decide(input, this.load(command.reads(input, context)), context);
    if (!decision.ok)
      throw new Error(
        `${command.type} refused: ${decision.refusals.map(({ field, code }) => `${field ?? ''} ${code}`).join(', ')}`,
      );
    const docs = decision.writes.map(({ collection, doc, number }) => {
      const body = number
        ? { ...doc.body, no: this.nextNumber(this.settings.prefixes[number], doc.day) }
        : doc.body;
      const numbered = { ...doc, body, ver: nextVer(this.records.get(doc.id)?.ver, this.desk) };
      const whole: Envelope = collection === 'ledger' ? placed(numbered, (this.entries += 1)) : numbered;
      this.records.set(whole.id, whole);
      if (collection === 'ledger') this.unsummed.push(whole as LedgerEntry);
      return { collection, doc: whole };
    });
    this.acts.push({ id: actId, type: command.type, at: now, by: actor.id, desk: this.desk, docs });
  }

  /** Sums of everything this desk has entered. */
  books(): Books {
    this.sums = withEntries(this.sums, this.unsummed);
    this.unsummed = [];
    return this.sums;
  }

  /** Acts since the last call, and forgets them. */
  takeActs(): readonly Act[] {
    const taken = this.acts;
    this.acts = [];
    return taken;
  }

  private load(reads: readonly Read[]): Loaded {
    return Object.fromEntries(
      reads.map((read) => [
        read.name,
        'ids' in read
          ? read.ids.map((id) => this.records.get(id)).filter((record) => record !== undefined)
          : [...this.records.values()].filter((record) => {
              const key = INDEXES[read.index].map((field) => record[field]);
              return (
                read.from.every((part, at) => (key[at] ?? '') >= part) &&
                read.to.every((part, at) => (key[at] ?? '') <= part)
              );
            }),
      ]),
    );
  }

  private nextNumber(prefix: string, day: string): string {
    const key = `${prefix}${day}`;
    const next = (this.running.get(key) ?? 0) + 1;
    this.running.set(key, next);
    return formatNumber(prefix, this.desk, day, next);
  }
}
