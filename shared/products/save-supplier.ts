/** `product.saveSupplier`: whom goods are ordered from (leads). */
import { accept, refuse, type Command } from '../core/command';
import { changed, newRecord } from '../core/documents';
import { Checks } from '../core/field-checks';
import { PRODUCT_ROLES } from './save-product';
import type { Supplier, SupplierBody } from './schema';

export interface SaveSupplier {
  readonly id: string;
  readonly name: string;
  readonly contact: string;
  readonly phone: string;
  readonly leadDays: string;
  readonly remark: string;
  readonly active: boolean;
}

const ACT = 'product.saveSupplier';

export const saveSupplier: Command<SaveSupplier> = {
  type: ACT,
  roles: PRODUCT_ROLES,
  reads: () => [
    { name: 'suppliers', collection: 'directory', index: 'kind', from: ['supplier'], to: ['supplier'] },
  ],
  decide: (input, loaded, context) => {
    const all = (loaded.suppliers ?? []) as readonly Supplier[];
    const before = all.find(({ id }) => id === input.id);
    const checks = new Checks();
    const days = input.leadDays.trim();
    const body = {
      name: checks.text('name', input.name, { max: 60, required: true }),
      contact: checks.text('contact', input.contact, { max: 40 }),
      phone: checks.phone('phone', input.phone),
      leadDays: checks.whole(
        'leadDays',
        /^\d{1,3}$/.test(days) ? Number(days) : days === '' ? 0 : null,
        0,
        365,
      ),
      remark: checks.text('remark', input.remark, { max: 200 }),
    };
    if (all.some(({ id, body: other }) => id !== input.id && other.name === body.name))
      checks.refuse('name', 'nameTaken');
    if (checks.refusals.length > 0) return refuse(...checks.refusals);
    const status = input.active ? ('active' as const) : ('retired' as const);
    const doc = before
      ? changed(before, ACT, body, context, { status })
      : { ...newRecord<'supplier', SupplierBody>(input.id, 'supplier', ACT, body, context), status };
    return accept({ collection: 'directory', doc });
  },
};
