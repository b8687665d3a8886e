/** `month.treat`: 处理意见 of a difference, by a lead, while the month is open (FORMS). */
import { accept, refuse, type Command } from '../core/command';
import { changed, newRecord } from '../core/documents';
import { Checks } from '../core/field-checks';
import type { MonthClose, MonthReopen } from '../ledger/schema';
import { closesSince, isMonth, standingCloses } from './months';
import { TREATMENT_MAX, treatmentsId, type MonthTreatments } from './schema';

export interface TreatDifference {
  readonly month: string;
  readonly product: string;
  readonly treatment: string;
}

export const treatDifference: Command<TreatDifference> = {
  type: 'month.treat',
  roles: ['lead'],
  reads: ({ month }) => [
    { name: 'treatments', collection: 'stockDocuments', ids: [treatmentsId(month)] },
    ...closesSince(month),
  ],
  decide: ({ month, product, treatment }, loaded, context) => {
    if (!isMonth(month)) return refuse({ field: 'month', code: 'badMonth' });
    const marks = [...(loaded.monthClose ?? []), ...(loaded.monthReopen ?? [])] as (
      MonthClose | MonthReopen
    )[];
    if (standingCloses(marks).has(month)) return refuse({ code: 'monthClosed' });
    const checks = new Checks();
    const text = checks.text('treatment', treatment, { max: TREATMENT_MAX });
    if (checks.refusals.length > 0) return refuse(...checks.refusals);
    const [before] = (loaded.treatments ?? []) as readonly MonthTreatments[];
    const body = { month, texts: { ...before?.body.texts, [product]: text } };
    const doc = before
      ? changed(before, 'month.treat', body, context)
      : newRecord<'monthTreatments', MonthTreatments['body']>(
          treatmentsId(month),
          'monthTreatments',
          'month.treat',
          body,
          context,
        );
    return accept({ collection: 'stockDocuments', doc });
  },
};
