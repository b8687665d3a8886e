/** `product.save`: a new product, or changed particulars of one (leads). Prices of existing ones change by `product.setPrice`. */
import { accept, refuse, type Command } from '../core/command';
import { changed, newRecord } from '../core/documents';
import { Checks } from '../core/field-checks';
import type { Role } from '../core/roles';
import { checkCodes, checkFields, checkPrices, readProducts, type ProductFields } from './fields';
import type { Product, ProductBody } from './schema';

/** Who keeps products and prices (DOMAIN §1). */
export const PRODUCT_ROLES: readonly Role[] = ['lead', 'admin'];

export interface SaveProduct {
  readonly id: string;
  readonly fields: ProductFields;
}

const ACT = 'product.save';

export const saveProduct: Command<SaveProduct> = {
  type: ACT,
  roles: PRODUCT_ROLES,
  reads: readProducts,
  decide: ({ id, fields }, loaded, context) => {
    const all = (loaded.products ?? []) as readonly Product[];
    const before = all.find((product) => product.id === id);
    const checks = new Checks();
    const { factsText, ...body } = checkFields(checks, fields);
    checkCodes(checks, id, body, all);
    const { price, memberPrice } = before ? { price: null, memberPrice: null } : checkPrices(checks, fields);
    if (checks.refusals.length > 0) return refuse(...checks.refusals);
    if (before) {
      const facts =
        before.body.facts.text === factsText
          ? before.body.facts
          : { text: factsText, version: before.body.facts.version + 1 };
      return accept({
        collection: 'products',
        doc: { ...changed(before, ACT, { ...body, facts }, context), key: body.barcode },
      });
    }
    const doc: Omit<Product, 'ver'> = {
      ...newRecord<'product', ProductBody>(
        id,
        'product',
        ACT,
        {
          ...body,
          prices: [{ from: context.day, price: price ?? 0, memberPrice }],
          facts: { text: factsText, version: 1 },
          acknowledged: [],
        },
        context,
      ),
      status: 'new',
      key: body.barcode,
    };
    return accept({ collection: 'products', doc });
  },
};
