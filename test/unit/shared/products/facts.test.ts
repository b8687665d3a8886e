/** No product goes on sale before the clerks on the roster have read its facts (DOMAIN §3.9). */
import { describe, expect, it } from 'vitest';
import type { Envelope } from '@shared/core/envelope';
import { DEFAULT_SETTINGS } from '@shared/core/settings';
import type { Staff } from '@shared/directory/schema';
import { factReaders } from '@shared/products/facts';
import { putOnSale } from '@shared/products/put-on-sale';
import { Desk, LEAD } from '../../../helpers/desk';

const DAY = '2026-11-21';

function record(id: string, kind: string, body: object, rest: Partial<Envelope> = {}): Envelope {
  return {
    id,
    kind,
    status: 'active',
    day: DAY,
    dueAt: '9999',
    desk: 'A',
    by: LEAD.id,
    at: `${DAY}T00:00:00.000Z`,
    key: '',
    ver: {},
    body: { v: 1, ...body },
    ...rest,
  };
}
const staff = (id: string, status = 'active'): Staff =>
  record(id, 'staff', { name: id, roles: ['clerk'] }, { status }) as Staff;
const duty = (id: string, day: string, plan: readonly string[]): Envelope =>
  record(`duty:${day}:${id}`, 'duty', { plan }, { day, key: id });
const published = (from: string, to: string): Envelope => record('p', 'rosterPeriod', { from, to });

const CLERKS = [staff('a'), staff('b'), staff('gone', 'left')];
const ids = (documents: readonly Envelope[]): readonly string[] =>
  factReaders(CLERKS, documents, DAY).map(({ id }) => id);

describe('who must read', () => {
  it('is every active clerk while there is no roster, or only a draft', () => {
    expect(ids([])).toEqual(['a', 'b']);
    expect(ids([duty('a', DAY, ['early'])])).toEqual(['a', 'b']);
  });

  it('is whoever the published roster lets work in the next two weeks', () => {
    const roster = [published(DAY, '2026-12-31'), duty('a', '2026-11-22', ['early'])];
    expect(ids(roster)).toEqual(['a']);
    expect(ids([...roster, duty('b', '2026-11-23', ['rest'])])).toEqual(['a']);
    expect(ids([...roster, duty('b', '2026-12-20', ['late'])])).toEqual(['a']);
    expect(ids([...roster, duty('b', '2026-12-04', ['late'])])).toEqual(['a', 'b']);
  });
});

describe('putting on sale', () => {
  const desk = (factsBeforeSale: boolean): Desk => {
    const made = new Desk(`${DAY}T01:42:00.000Z`, { ...DEFAULT_SETTINGS, factsBeforeSale });
    const product = record(
      'p1',
      'product',
      {
        sku: 'A1',
        barcode: '',
        name: '手套',
        spec: '',
        unit: '只',
        pack: null,
        category: '手套',
        prices: [{ from: DAY, price: 6_000, memberPrice: null }],
        cost: 0,
        supplier: '',
        reorderPoint: 0,
        reorderQuantity: 0,
        displayMinimum: 0,
        shelf: '',
        facts: { text: '左手', version: 1 },
        acknowledged: [],
      },
      { status: 'new' },
    );
    for (const doc of [...CLERKS, product, published(DAY, '2026-12-31'), duty('a', DAY, ['early'])])
      made.records.set(doc.id, doc);
    return made;
  };

  it('names who on the roster has not read the facts', () => {
    expect(desk(true).run(putOnSale, { ids: ['p1'] }, { actor: LEAD })).toEqual([
      { code: 'factsUnread', params: { product: '手套', names: 'a' } },
    ]);
  });

  it('does without where the club says so', () => {
    const free = desk(false);
    expect(free.run(putOnSale, { ids: ['p1'] }, { actor: LEAD })).toEqual([]);
    expect(free.get('p1').status).toBe('onSale');
  });
});
