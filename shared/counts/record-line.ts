/** `count.recordLine`, `count.explainLine`: one figure, one reason; each act writes its line and nothing else (DOMAIN §4). */
import { accept, refuse, type Command, type Context, type Decision, type Loaded } from '../core/command';
import { changed } from '../core/documents';
import { NEVER_DUE } from '../core/envelope';
import { Checks } from '../core/field-checks';
import { withLog } from '../core/log';
import { DESK_ROLES } from '../core/roles';
import { booksOf } from '../ledger/books';
import { lineId } from './lines';
import { LIMITS, type Count, type CountLine, type CountLineBody, type LineKey } from './schema';

interface OfLine extends LineKey {
  readonly count: string;
}

export interface RecordLine extends OfLine {
  /** Base units as typed. */
  readonly quantity: string;
}

/** A line's record is found by its place, which the count knows; all places of the product are loaded. */
const readsOf = ({ count, product }: OfLine): ReturnType<Command<OfLine>['reads']> => [
  { name: 'count', collection: 'stockDocuments', ids: [count] },
  {
    name: 'lines',
    collection: 'stockDocuments',
    ids: Array.from({ length: 20 }, (_, at) => `${count}:${product}:${at}`),
  },
];

function onLine(
  input: OfLine,
  loaded: Loaded,
  decide: (count: Count, id: string, line: CountLine | null) => Decision,
): Decision {
  const count = loaded.count?.[0] as Count | undefined;
  if (!count || (count.status !== 'counting' && count.status !== 'submitted'))
    return refuse({ code: 'countClosed' });
  const id = lineId(count, input);
  if (id === null) return refuse({ field: 'quantity', code: 'notInCount' });
  return decide(
    count,
    id,
    ((loaded.lines ?? []) as readonly CountLine[]).find((one) => one.id === id) ?? null,
  );
}

/** A whole number of 0 or more, or null with its refusal. */
export function readQuantity(checks: Checks, typed: string): number | null {
  const text = typed.normalize('NFKC').trim();
  if (!/^\d{1,7}$/.test(text) || Number(text) > LIMITS.quantity) {
    checks.refuse('quantity', 'badCount');
    return null;
  }
  return Number(text);
}

function newLine(count: Count, id: string, body: CountLineBody, context: Context): Omit<CountLine, 'ver'> {
  return {
    id,
    kind: 'countLine',
    status: 'counted',
    day: count.day,
    dueAt: NEVER_DUE,
    desk: context.desk,
    by: context.actor.id,
    at: context.now,
    key: count.id,
    body,
  };
}

/** The first figure, or a recount where there is one already. */
export const recordLine: Command<RecordLine> = {
  type: 'count.recordLine',
  roles: DESK_ROLES,
  books: true,
  reads: readsOf,
  decide: (input, loaded, context) =>
    onLine(input, loaded, (count, id, line) => {
      // What is sent for approval is counted again, not begun.
      if (count.status === 'submitted' && !line) return refuse({ code: 'countClosed' });
      const checks = new Checks();
      const quantity = readQuantity(checks, input.quantity);
      if (quantity === null) return refuse(...checks.refusals);
      const { now: at, actor, desk } = context;
      const figure = { quantity, at, by: actor.id, desk, cut: booksOf(context).seen };
      const { product, location } = input;
      const before = line?.body ?? { v: 1, count: count.id, product, location, figures: [], reason: '' };
      const body = withLog<CountLineBody>(
        { ...before, figures: [...before.figures, figure] },
        context,
        'count.recordLine',
      );
      return accept({
        collection: 'stockDocuments',
        doc: line ? { ...line, body } : newLine(count, id, body, context),
      });
    }),
};

export interface ExplainLine extends OfLine {
  readonly reason: string;
}

/** Why a line differs; '' takes the reason back. */
export const explainLine: Command<ExplainLine> = {
  type: 'count.explainLine',
  roles: DESK_ROLES,
  reads: readsOf,
  decide: (input, loaded, context) =>
    onLine(input, loaded, (_count, _id, line) => {
      if (!line) return refuse({ code: 'changedMeanwhile' });
      const checks = new Checks();
      const reason = checks.text('reason', input.reason, { max: LIMITS.reason });
      if (checks.refusals.length > 0) return refuse(...checks.refusals);
      return accept({
        collection: 'stockDocuments',
        doc: changed(line, 'count.explainLine', { reason }, context),
      });
    }),
};
