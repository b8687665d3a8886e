/** `cash.check` and `cash.uncheck`: finance ticks a day's cash off, or takes the tick back with a reason (DOMAIN §6). */
import { accept, refuse, type Command } from '../core/command';
import { changed, newRecord } from '../core/documents';
import { Checks } from '../core/field-checks';
import { cashCheckId, type CashCheck, type CashCheckBody, type CashFigures } from './schema';

const MAX_NOTE = 200;

export interface CheckCash {
  readonly day: string;
  /** As they stood on the page. */
  readonly figures: CashFigures;
  readonly note: string;
}

const readCheck = ({ day }: { readonly day: string }) =>
  [{ name: 'check', collection: 'stockDocuments', ids: [cashCheckId(day)] }] as const;

export const checkCash: Command<CheckCash> = {
  type: 'cash.check',
  roles: ['finance'],
  reads: readCheck,
  decide: ({ day, figures, note: typed }, loaded, context) => {
    if (day >= context.day) return refuse({ code: 'dayNotOver' });
    const before = loaded.check?.[0] as CashCheck | undefined;
    if (before?.status === 'checked') return refuse({ code: 'dayChecked' });
    const checks = new Checks();
    const note = checks.text('note', typed, { max: MAX_NOTE });
    if (checks.refusals.length > 0) return refuse(...checks.refusals);
    const { total, difference, deposited, waiting } = figures;
    const body = { day, total, difference, deposited, waiting, note };
    const doc = before
      ? changed(before, 'cash.check', body, context, { status: 'checked' })
      : {
          ...newRecord<'cashCheck', CashCheckBody>(
            cashCheckId(day),
            'cashCheck',
            'cash.check',
            body,
            context,
          ),
          status: 'checked' as const,
          day,
        };
    return accept({ collection: 'stockDocuments', doc });
  },
};

export interface UncheckCash {
  readonly day: string;
  readonly reason: string;
}

export const uncheckCash: Command<UncheckCash> = {
  type: 'cash.uncheck',
  roles: ['finance'],
  reads: readCheck,
  decide: ({ reason: typed }, loaded, context) => {
    const check = loaded.check?.[0] as CashCheck | undefined;
    if (check?.status !== 'checked') return refuse({ code: 'notFound' });
    const checks = new Checks();
    const reason = checks.text('reason', typed, { max: MAX_NOTE, required: true });
    if (checks.refusals.length > 0) return refuse(...checks.refusals);
    return accept({
      collection: 'stockDocuments',
      doc: changed(check, 'cash.uncheck', {}, context, { status: 'open', reason }),
    });
  },
};
