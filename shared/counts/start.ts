/** `count.start`: begins the morning count or the month-end stocktake, once a day or month (DOMAIN §4). */
import { accept, refuse, type Command, type Context } from '../core/command';
import { NEVER_DUE } from '../core/envelope';
import { withLog } from '../core/log';
import { DESK_ROLES } from '../core/roles';
import { addDays } from '../core/time';
import { booksOf, type Books } from '../ledger/books';
import type { Cut, LedgerEntry } from '../ledger/schema';
import { openSession } from '../ledger/sessions';
import { priceOn } from '../products/price';
import type { Product } from '../products/schema';
import { countId, countIds, MAX_ROUNDS } from './lines';
import type { Count, CountBody, CountProduct, CountType } from './schema';

export interface StartCount {
  readonly type: CountType;
  /** Business day of a morning count, month `YYYY-MM` of a stocktake. */
  readonly period: string;
}

/** Days of counts looked through for the last approved one. */
const LOOK_BACK = 62;

function openSessions(books: Books): readonly string[] {
  return Object.keys(books.seen).flatMap((desk) => openSession(books, desk)?.id ?? []);
}

/** Up to the entry that opened each running session; all of a desk where none runs. */
function openingCut(books: Books, opened: readonly LedgerEntry[]): Cut {
  return { ...books.seen, ...Object.fromEntries(opened.map(({ desk, body }) => [desk, body.n])) };
}

/** On sale, or still there: off sale but in stock, or below zero. */
function isCounted({ id, status }: Product, { stock }: Books): boolean {
  return status === 'onSale' || Object.values(stock[id] ?? {}).some((quantity) => quantity !== 0);
}

/** What a count begun now would count, in the order of the shelves. */
export function productsToCount(
  products: readonly Product[],
  books: Books,
  context: Pick<Context, 'settings' | 'day'>,
): readonly CountProduct[] {
  return products
    .filter((product) => isCounted(product, books))
    .sort((a, b) => a.body.shelf.localeCompare(b.body.shelf) || a.body.sku.localeCompare(b.body.sku))
    .map((product) => countProduct(product, books, context));
}

function countProduct(
  product: Product,
  books: Books,
  { settings, day }: Pick<Context, 'settings' | 'day'>,
): CountProduct {
  const { sku, name, spec, category, unit, shelf } = product.body;
  // The club's places for every product alike: leaving out empty ones would tell the book.
  const elsewhere = Object.entries(books.stock[product.id] ?? {})
    .filter(([location, quantity]) => quantity !== 0 && !settings.locations.includes(location))
    .map(([location]) => location);
  return {
    product: product.id,
    sku,
    name,
    spec,
    category,
    unit,
    shelf,
    price: priceOn(product.body, day)?.price ?? 0,
    locations: [...settings.locations, ...elsewhere],
  };
}

/** Days of a month in which the stocktake of the month before is still taken. */
const AFTER_MONTH = 5;

/** The month a stocktake begun on this business day belongs to. */
export function stocktakeMonth(day: string): string {
  return Number(day.slice(8)) <= AFTER_MONTH
    ? addDays(`${day.slice(0, 7)}-01`, -1).slice(0, 7)
    : day.slice(0, 7);
}

export const startCount: Command<StartCount> = {
  type: 'count.start',
  roles: DESK_ROLES,
  books: true,
  reads: ({ type, period }, context) => [
    { name: 'same', collection: 'stockDocuments', ids: countIds(type, period) },
    {
      name: 'counts',
      collection: 'stockDocuments',
      index: 'kind',
      from: ['count', addDays(context.day, -LOOK_BACK)],
      to: ['count', '9'],
    },
    { name: 'products', collection: 'products', index: 'kind', from: ['product'], to: ['product'] },
    { name: 'opened', collection: 'ledger', ids: openSessions(booksOf(context)) },
  ],
  decide: ({ type, period }, loaded, context) => {
    const same = (loaded.same ?? []) as readonly Count[];
    const running = same.find(({ status }) => status !== 'void');
    if (running) return refuse({ code: 'countExists', params: { no: running.body.no ?? '' } });
    if (same.length >= MAX_ROUNDS) return refuse({ code: 'countRounds' });
    const books = booksOf(context);
    const products = productsToCount((loaded.products ?? []) as readonly Product[], books, context);
    if (products.length === 0) return refuse({ code: 'nothingToCount' });
    const { now, day, desk, actor, settings } = context;
    const previous = ((loaded.counts ?? []) as readonly Count[])
      .filter((count) => count.status === 'approved' && count.body.type === 'morning')
      .sort((a, b) => a.at.localeCompare(b.at))
      .at(-1);
    const body: Omit<CountBody, 'log'> = {
      v: 1,
      type,
      period,
      blind: type === 'morning' && settings.blindCount,
      opening: openingCut(books, (loaded.opened ?? []) as readonly LedgerEntry[]),
      previous: previous?.id ?? '',
      products,
      submitted: null,
      skipped: [],
      skipReason: '',
      skipApproval: null,
      approval: null,
      finance: null,
      final: null,
    };
    const doc: Omit<Count, 'ver'> = {
      id: countId(type, period, same.length + 1),
      kind: 'count',
      status: 'counting',
      day,
      dueAt: NEVER_DUE,
      desk,
      by: actor.id,
      at: now,
      key: '',
      body: withLog<CountBody>(body, context, 'count.start'),
    };
    const number = type === 'morning' ? 'morningCount' : 'monthEndCount';
    return accept({ collection: 'stockDocuments', doc, number });
  },
};
