/** Totals of the tenders that are not cash: what the terminal, the app or the slips say, beside what was recorded. */
import type { ReactElement } from 'react';
import { formatMoney } from '@shared/core/money';
import { COUNTED_TENDERS, type CloseFields, type CountedTender } from '@shared/tills/close-fields';
import type { Form } from '../../ui/form';
import { t } from '../../ui/i18n';
import type { TenderState } from './close-values';
import { Difference } from './money';

interface TenderTableProps<V extends Pick<CloseFields, 'totals' | 'batchNos' | 'slips'>> {
  readonly form: Form<V>;
  /** Null in a blind count: nothing is shown that would reveal the books. */
  readonly states: readonly TenderState[] | null;
}

type Table = 'totals' | 'batchNos' | 'slips';

export function TenderTable<V extends Pick<CloseFields, Table>>({
  form,
  states,
}: TenderTableProps<V>): ReactElement {
  const { values, errors } = form;
  const cell = (table: Table, tender: CountedTender): ReactElement => {
    const label = `${t(`ledger.tender.${tender}`)} ${t(
      table === 'totals'
        ? 'tills.field.actual'
        : table === 'slips'
          ? 'tills.field.slips'
          : 'tills.field.batchNo',
    )}`;
    const error = errors[`${table}.${tender}`];
    return (
      <>
        <input
          className="input"
          autoComplete="off"
          aria-label={label}
          aria-invalid={error !== undefined}
          inputMode={table === 'batchNos' ? 'text' : 'numeric'}
          value={values[table][tender] ?? ''}
          onChange={({ target }) =>
            form.set({ [table]: { ...values[table], [tender]: target.value } } as unknown as Partial<V>)
          }
        />
        {error && (
          <span className="error" role="alert">
            {error}
          </span>
        )}
      </>
    );
  };
  const accounts = states?.filter(({ tender }) => tender === 'member' || tender === 'onAccount') ?? [];
  return (
    <table className="tenders" aria-label={t('tills.countOthers')}>
      <thead>
        <tr>
          <th>{t('tills.field.tender')}</th>
          {states && <th>{t('tills.field.expected')}</th>}
          <th>{t('tills.field.actual')}</th>
          <th>{t('tills.field.slips')}</th>
          <th>{t('tills.field.batchNo')}</th>
          {states && <th>{t('tills.field.difference')}</th>}
        </tr>
      </thead>
      <tbody>
        {COUNTED_TENDERS.map((tender) => {
          const state = states?.find((one) => one.tender === tender);
          return (
            <tr key={tender}>
              <th scope="row">{t(`ledger.tender.${tender}`)}</th>
              {state && <td>{formatMoney(state.expected)}</td>}
              <td>{cell('totals', tender)}</td>
              <td>{cell('slips', tender)}</td>
              <td>{tender === 'card' ? cell('batchNos', tender) : null}</td>
              {state && (
                <td>{state.actual === null ? '—' : <Difference fen={state.actual - state.expected} />}</td>
              )}
            </tr>
          );
        })}
        {accounts.map(({ tender, expected }) => (
          <tr key={tender}>
            <th scope="row">{t(`ledger.tender.${tender}`)}</th>
            <td>{formatMoney(expected)}</td>
            <td className="quiet" colSpan={4}>
              {t('tills.byBooks')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
