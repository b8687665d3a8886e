/** `fee.take`: a fee is paid; its card, agreement and paper receipt go out in the same act (DOMAIN §5). */
import { accept, refuse, type Command } from '../core/command';
import { Checks } from '../core/field-checks';
import { DESK_ROLES } from '../core/roles';
import { newEntry } from '../ledger/entry';
import { accountsRead, checkPayments } from '../ledger/payments';
import type { NumberedStock, NumberedStockKind } from '../ledger/entries/fees';
import { checkSignatory } from '../ledger/signatory';
import { needSession } from '../ledger/sessions';
import { checkFee, type FeeFields } from './fee-fields';
import { numberedWrite } from './move-numbered';
import { checkMove, NUMBERED_READ, pieceBook } from './numbered';

export interface TakeFee {
  readonly id: string;
  readonly fields: FeeFields;
}

export const takeFee: Command<TakeFee> = {
  type: 'fee.take',
  roles: DESK_ROLES,
  books: true,
  reads: ({ id, fields }) => [
    { name: 'self', collection: 'ledger', ids: [id] },
    NUMBERED_READ,
    accountsRead(fields.payments),
  ],
  decide: ({ id, fields }, loaded, context) => {
    if (loaded.self?.length) return refuse({ code: 'recordExists' });
    const checks = new Checks();
    const session = needSession(checks, context);
    const part = checkFee(checks, fields, context);
    const moves = (loaded.numbered ?? []) as readonly NumberedStock[];
    // A paper receipt always leaves the book; a card or agreement may be one the customer has had for long.
    const leaving = [
      ['card', 'cardNo', fields.issueCard],
      ['agreement', 'agreementNo', fields.issueAgreement],
      ['receiptBook', 'receiptNo', part.receiptNo !== ''],
    ] as const satisfies readonly (readonly [NumberedStockKind, keyof FeeFields, boolean])[];
    const issued = leaving
      .filter(([, field, goes]) => goes && part[field] !== '')
      .flatMap(([stock, field]) => {
        const range = checkMove(checks, field, pieceBook(moves, stock), 'issued', part[field], '');
        return range ? [{ stock, range }] : [];
      });
    const payments =
      part.amount === 0
        ? null
        : checkPayments(checks, fields.payments, { total: part.amount, direction: 'in' }, loaded, context);
    const signature = checkSignatory(checks, fields, fields.payments, loaded, context);
    if (!payments || checks.refusals.length > 0) return refuse(...checks.refusals);
    return accept(
      {
        collection: 'ledger',
        doc: newEntry(id, 'fee', 'fee.take', { ...part, payments, signature }, context, session),
        number: 'fee',
      },
      ...issued.map(({ stock, range }) =>
        numberedWrite(
          `issue:${id}:${stock}`,
          'fee.take',
          { stock, move: 'issued', fee: id, reason: '', approval: null },
          range,
          context,
        ),
      ),
    );
  },
};
