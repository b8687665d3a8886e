/** A desk without an app: commands run as the gateway runs them, on records kept in a map. */
import { expect } from 'vitest';
import type { Actor, Command, Context, Read, Refusal, Witness } from '@shared/core/command';
import { INDEXES, type Envelope, type IndexName } from '@shared/core/envelope';
import { formatNumber } from '@shared/core/numbers';
import { DEFAULT_SETTINGS, type Settings } from '@shared/core/settings';
import { businessDay } from '@shared/core/time';
import { faultsOf } from '@shared/core/validate';
import { nextVer } from '@shared/core/ver';
import { EMPTY_BOOKS, withEntries, type Books } from '@shared/ledger/books';
import { placed } from '@shared/ledger/entry';
import type { LedgerEntry } from '@shared/ledger/schema';

export const CLERK: Actor = { id: 'staff:1001', name: '林晓彤', roles: ['clerk'], departments: [] };
export const LEAD: Actor = { id: 'staff:1002', name: '周立', roles: ['lead'], departments: [] };
export const HR: Actor = { id: 'staff:3001', name: '孙悦', roles: ['hr'], departments: [] };
export const FINANCE: Actor = { id: 'staff:2001', name: '王会计', roles: ['finance'], departments: [] };
export const MANAGER: Actor = { id: 'staff:4001', name: '陈总', roles: ['manager'], departments: [] };
export const ADMIN: Actor = { id: 'staff:9001', name: '系统管理员', roles: ['admin'], departments: [] };

/** Somebody's PIN given as a witness. */
export const pinOf = ({ id, name, roles }: Actor, at = '2026-11-21T01:42:00.000Z'): Witness => ({
  staff: id,
  name,
  roles,
  at,
});

export interface Act {
  readonly actor?: Actor;
  readonly witnesses?: readonly Witness[];
  readonly actId?: string;
}

/** Whether a record lies in an index's range; a shorter `to` includes all that begin so. */
function isIn(record: Envelope, { index, from, to }: Extract<Read, { readonly index: IndexName }>): boolean {
  const key = INDEXES[index].map((field) => record[field]);
  const compare = (bound: readonly string[]): number => {
    for (const [at, part] of bound.entries()) if (key[at] !== part) return (key[at] ?? '') < part ? -1 : 1;
    return 0;
  };
  return compare(from) >= 0 && compare(to) <= 0;
}

/** One pretended desk; `now` is its clock (ISO instant, set freely). */
export class Desk {
  readonly records = new Map<string, Envelope>();
  private acts = 0;

  constructor(
    public now: string,
    readonly settings: Settings = DEFAULT_SETTINGS,
    readonly desk = 'A',
  ) {}

  context({ actor = CLERK, witnesses = [], actId }: Act = {}): Context {
    this.acts += 1;
    const { now, settings, desk } = this;
    const day = businessDay(now, settings.cutOffHour);
    return { actId: actId ?? `act-${this.acts}`, now, day, desk, actor, witnesses, settings };
  }

  /** Runs a command; its refusals, or none when its documents were stored. */
  run<I>(command: Command<I>, input: I, act: Act = {}): readonly Refusal[] {
    const here = this.context(act);
    const context = command.books ? { ...here, books: this.books() } : here;
    const loaded = Object.fromEntries(
      command.reads(input, context).map((read) => {
        const all = [...this.records.values()];
        return [
          read.name,
          all.filter((record) => ('ids' in read ? read.ids.includes(record.id) : isIn(record, read))),
        ];
      }),
    );
    const isOurs = ({ body }: Envelope): boolean => body.log?.some(({ id }) => id === context.actId) ?? false;
    // A repeated act is a success that writes nothing, as in the gateway.
    if (Object.values(loaded).flat().some(isOurs)) return [];
    const decision = command.decide(input, loaded, context);
    if (!decision.ok) return decision.refusals;
    for (const { collection, doc, number } of decision.writes) {
      let { body } = doc;
      if (number) body = { ...body, no: this.nextNumber(this.settings.prefixes[number], doc.day) };
      const numbered = { ...doc, body, ver: nextVer(this.records.get(doc.id)?.ver, this.desk) };
      const own = this.ledger().filter((entry) => entry.desk === this.desk).length;
      const whole: Envelope = collection === 'ledger' ? placed(numbered, own + 1) : numbered;
      expect(faultsOf(collection, whole)).toBeNull();
      this.records.set(whole.id, whole);
    }
    return [];
  }

  /** Every entry this desk has, in order. */
  ledger(): readonly LedgerEntry[] {
    const entries = [...this.records.values()].filter(({ body }) => 'n' in body) as LedgerEntry[];
    return entries.sort((a, b) => a.body.n - b.body.n);
  }

  /** Sums of the ledger. */
  books(): Books {
    return withEntries(EMPTY_BOOKS, this.ledger());
  }

  /** Codes of the refusals, each with its field: `timeOut timeOutBeforeIn`. */
  codes<I>(command: Command<I>, input: I, act: Act = {}): readonly string[] {
    return this.run(command, input, act).map(({ field = '', code }) => `${field} ${code}`.trim());
  }

  // The caller knows the kind of what it wrote under this id.
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters
  get<E extends Envelope>(id: string): E {
    const record = this.records.get(id);
    if (!record) throw new Error(`no record ${id}`);
    return record as E;
  }

  private nextNumber(prefix: string, day: string): string {
    const taken = [...this.records.values()].filter((record) => record.day === day && record.body.no).length;
    return formatNumber(prefix, this.desk, day, taken + 1);
  }
}
