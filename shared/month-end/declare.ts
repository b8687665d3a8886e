/** `month.declare`: this desk's records of a month are complete, up to its highest entry (DESIGN §2). */
import { accept, refuse, type Command } from '../core/command';
import { changed, newRecord } from '../core/documents';
import { booksOf } from '../ledger/books';
import { isMonth, monthOfDay } from './months';
import { declarationId, type MonthDeclaration } from './schema';

export interface DeclareMonth {
  readonly month: string;
}

export const declareMonth: Command<DeclareMonth> = {
  type: 'month.declare',
  roles: ['clerk', 'lead', 'finance'],
  books: true,
  reads: ({ month }, { desk }) => [
    { name: 'declared', collection: 'stockDocuments', ids: [declarationId(month, desk)] },
  ],
  decide: ({ month }, loaded, context) => {
    if (!isMonth(month)) return refuse({ field: 'month', code: 'badMonth' });
    if (month > monthOfDay(context.day)) return refuse({ field: 'month', code: 'monthNotOver' });
    const body = { month, upTo: booksOf(context).seen[context.desk] ?? 0, name: context.actor.name };
    const [before] = (loaded.declared ?? []) as readonly MonthDeclaration[];
    const doc = before
      ? changed(before, 'month.declare', body, context)
      : newRecord<'monthDeclaration', MonthDeclaration['body']>(
          declarationId(month, context.desk),
          'monthDeclaration',
          'month.declare',
          body,
          context,
        );
    return accept({ collection: 'stockDocuments', doc });
  },
};
