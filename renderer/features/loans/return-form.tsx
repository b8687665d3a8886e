/** 退还: the deposit goes back the way it came, in whole or with a part kept by a lead; a late fee is charged apart. */
import { useState, type ReactElement } from 'react';
import type { Witness } from '@shared/core/command';
import { formatMoney, parseMoney } from '@shared/core/money';
import { EMPTY_PAYMENT } from '@shared/ledger/payments';
import type { DepositReturned } from '@shared/ledger/entries/money';
import { returnDeposit, waysBack, type ReturnFields } from '@shared/loans/return-deposit';
import type { LoanRow } from '@shared/loans/rows';
import { LOAN_TENDERS } from '@shared/loans/take-deposit';
import { runCommand } from '../../data/gateway';
import { Field, TextField } from '../../ui/fields';
import { FormPanel, useForm } from '../../ui/form';
import { t } from '../../ui/i18n';
import { PaymentsField } from '../../ui/payments/payments-field';
import { asTyped, filled, lineOf } from '../../ui/payments/sums';
import { SecondStaff } from '../../ui/second-staff';
import { SignatureField } from '../../ui/signature-field';
import { toast } from '../../ui/toast';
import { printReturn } from './prints';
import { thingName } from './thing';

interface ReturnFormProps {
  readonly row: LoanRow;
  readonly onDone: () => void;
}

const fen = (typed: string): number => parseMoney(typed) ?? 0;

/** Messages of the late fee's tenders, as its own field names them. */
function ofCharged(errors: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(errors)
      .filter(([field]) => field === 'charged' || field.startsWith('charged.'))
      .map(([field, message]) => [field.replace('charged', 'payments'), message]),
  );
}

export function ReturnForm({ row, onDone }: ReturnFormProps): ReactElement {
  const { taken } = row;
  const { amount, no = '' } = taken.body;
  const [lead, setLead] = useState<Witness | null>(null);
  const ways = waysBack(taken.body);
  const back = (kept: string): number => Math.max(0, amount - fen(kept));

  /** Money back by the tenders it came by, in their order. */
  const backBy = (total: number): ReturnFields['payments'] => {
    let rest = total;
    return ways.flatMap(({ tender, amount: came, account }) => {
      const part = Math.min(rest, came);
      rest -= part;
      return part > 0 ? [{ ...EMPTY_PAYMENT, tender, account, amount: asTyped(part) }] : [];
    });
  };

  const form = useForm<ReturnFields>({
    draftKey: `loan.return:${taken.id}`,
    initial: {
      kept: '',
      reason: '',
      lateFee: '',
      payments: backBy(amount),
      charged: [lineOf('cash')],
      signature: null,
    },
    parts: ['approval'],
    save: (values, actId) => {
      const fields = {
        ...values,
        payments: filled(values.payments, back(values.kept)),
        charged: filled(values.charged, fen(values.lateFee)),
      };
      return runCommand(returnDeposit, { of: taken.id, fields }, { actId, witnesses: lead ? [lead] : [] });
    },
    onSaved: (docs) => {
      const returned = docs.find((doc): doc is DepositReturned => doc.kind === 'depositReturned');
      if (returned)
        toast(
          amount > 0
            ? t('loans.returnDone', { no, amount: formatMoney(returned.body.returned) })
            : t('loans.returnDoneFree', { no }),
          {
            action: {
              label: t('loans.printReturn'),
              run: () => void printReturn({ ...row, returned }),
            },
          },
        );
      onDone();
    },
  });
  const { values, errors } = form;
  const lateFee = fen(values.lateFee);
  return (
    <FormPanel
      form={form}
      title={t('loans.returnTitle', { no })}
      submitLabel={
        amount > 0 ? t('loans.returnDo', { amount: formatMoney(back(values.kept)) }) : t('loans.returnDoFree')
      }
      onClose={onDone}
    >
      <p className="wide">
        <b>{thingName(taken.body)}</b>　{taken.body.customer.name}
        <br />
        <span className="quiet">
          {amount > 0 ? t('loans.returnText', { amount: formatMoney(amount) }) : t('loans.returnTextFree')}
        </span>
      </p>
      {amount > 0 && (
        <Field label={t('loans.field.kept')} error={errors.kept}>
          {(ids) => (
            <input
              {...ids}
              className="input money"
              inputMode="decimal"
              autoComplete="off"
              value={values.kept}
              onChange={({ target }) =>
                form.set({ kept: target.value, payments: backBy(back(target.value)) })
              }
            />
          )}
        </Field>
      )}
      <TextField form={form} name="lateFee" label={t('loans.field.lateFee')} numeric />
      {fen(values.kept) > 0 && (
        <>
          <TextField form={form} name="reason" label={t('loans.field.reason')} required wide />
          <SecondStaff
            label={t('loans.keepsLead')}
            witness={lead}
            onWitness={setLead}
            error={errors.approval}
          />
        </>
      )}
      {back(values.kept) > 0 && (
        <PaymentsField
          total={back(values.kept)}
          value={values.payments}
          onChange={(payments) => form.set({ payments })}
          errors={errors}
          direction="out"
          among={[...new Set(ways.map(({ tender }) => tender))]}
        />
      )}
      {lateFee > 0 && (
        <>
          <h3 className="wide">{t('loans.chargedTitle')}</h3>
          <PaymentsField
            total={lateFee}
            value={values.charged}
            onChange={(charged) => form.set({ charged })}
            errors={ofCharged(errors)}
            among={LOAN_TENDERS}
          />
        </>
      )}
      {amount > 0 && (
        <SignatureField
          label={t('loans.field.signature')}
          modes={['screen', 'paper']}
          value={values.signature}
          onChange={(signature) => form.set({ signature })}
          error={errors.signature}
        />
      )}
    </FormPanel>
  );
}
