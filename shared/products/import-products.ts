/** `product.import`: a part of a checked sheet as one act, whole or not at all (leads; DOMAIN §4). */
import { accept, refuse, type Command, type Refusal } from '../core/command';
import { changed, newRecord } from '../core/documents';
import { Checks } from '../core/field-checks';
import { codesOf, readProducts } from './fields';
import { changesOf, importedBody, type ImportProduct, type ImportedBody } from './import/imported';
import { PRODUCT_ROLES } from './save-product';
import type { Product, ProductBody } from './schema';

export interface ImportProducts {
  readonly rows: readonly ImportProduct[];
}

/** Rows of one act: its line in the journal stays small. */
export const ROWS_PER_ACT = 200;

const ACT = 'product.import';

/** Rows whose codes would stand on two products; the stock may have changed since the preview. */
function doubled(
  after: ReadonlyMap<string, Pick<ProductBody, 'sku' | 'barcode' | 'pack' | 'name'>>,
  rows: readonly ImportProduct[],
): readonly Refusal[] {
  const owners = new Map<string, string[]>();
  for (const [id, body] of after)
    for (const code of codesOf(body)) owners.set(code, [...(owners.get(code) ?? []), id]);
  return rows.flatMap(({ id, line }) => {
    const body = after.get(id);
    const code = body && codesOf(body).find((one) => (owners.get(one)?.length ?? 0) > 1);
    const other = code && owners.get(code)?.find((owner) => owner !== id);
    return code
      ? [{ field: String(line), code: 'codeTaken', params: { name: after.get(other ?? id)?.name ?? '' } }]
      : [];
  });
}

/** Refusals carry the file's line as their field. */
export const importProducts: Command<ImportProducts> = {
  type: ACT,
  roles: PRODUCT_ROLES,
  reads: readProducts,
  decide: ({ rows }, loaded, context) => {
    const stored = new Map(((loaded.products ?? []) as readonly Product[]).map((one) => [one.id, one]));
    const refusals: Refusal[] = [];
    const bodies = new Map<string, ImportedBody>();
    for (const row of rows) {
      const checks = new Checks();
      bodies.set(row.id, importedBody(checks, stored.get(row.id), row, context.day));
      refusals.push(...checks.refusals.map((refusal) => ({ ...refusal, field: String(row.line) })));
    }
    const after = new Map([...[...stored].map(([id, { body }]) => [id, body] as const), ...bodies]);
    refusals.push(...doubled(after, rows));
    if (refusals.length > 0) return refuse(...refusals);
    const writes = [...bodies].flatMap(([id, body]) => {
      const before = stored.get(id);
      if (before && changesOf(before, body).length === 0) return [];
      const doc = before
        ? changed(before, ACT, body, context)
        : { ...newRecord<'product', ProductBody>(id, 'product', ACT, body, context), status: 'new' as const };
      return [{ collection: 'products' as const, doc: { ...doc, key: body.barcode } }];
    });
    return accept(...writes);
  },
};
