/** `stock.transfer`: 调拨 between locations, 补架 among them (DOMAIN §4). */
import { accept, refuse, type Command } from '../core/command';
import { Checks } from '../core/field-checks';
import { DESK_ROLES } from '../core/roles';
import { newEntry } from '../ledger/entry';
import type { Product } from '../products/schema';
import { checkLines, readLineProducts, type StockLineInput } from './lines';

export interface TransferFields {
  readonly from: string;
  readonly to: string;
  readonly lines: readonly StockLineInput[];
  readonly remark: string;
}

export interface TransferGoods {
  readonly id: string;
  readonly fields: TransferFields;
}

export const transferGoods: Command<TransferGoods> = {
  type: 'stock.transfer',
  roles: DESK_ROLES,
  reads: ({ id, fields }) => [
    { name: 'self', collection: 'ledger', ids: [id] },
    readLineProducts(fields.lines),
  ],
  decide: ({ id, fields }, loaded, context) => {
    if (loaded.self?.length) return refuse({ code: 'recordExists' });
    const checks = new Checks();
    const { locations } = context.settings;
    const from = checks.choice('from', fields.from, locations) ?? '';
    const to = checks.choice('to', fields.to, locations) ?? '';
    if (from !== '' && from === to) checks.refuse('to', 'sameLocation');
    const lines = checkLines(checks, fields.lines, (loaded.products ?? []) as readonly Product[], false).map(
      ({ price: _price, amount: _amount, ...line }) => line,
    );
    const remark = checks.text('remark', fields.remark, { max: 200 });
    if (checks.refusals.length > 0) return refuse(...checks.refusals);
    return accept({
      collection: 'ledger',
      doc: newEntry(id, 'transfer', 'stock.transfer', { from, to, lines, remark }, context),
      number: 'goodsIssued',
    });
  },
};
