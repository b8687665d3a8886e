/** 登记收费 (DOMAIN §5): what for, who, how much, the preparation list, then the money. */
import { useMemo, type ReactElement } from 'react';
import { parseMoney } from '@shared/core/money';
import { emptyFee, type FeeFields } from '@shared/fees/fee-fields';
import { nextPiece, pieceBook } from '@shared/fees/numbered';
import { takeFee } from '@shared/fees/take-fee';
import type { NumberedStock } from '@shared/ledger/entries/fees';
import { useDirectory } from '../../data/directory';
import { runCommand } from '../../data/gateway';
import { ChoiceField } from '../../ui/choice-field';
import { TextField } from '../../ui/fields';
import { FormPanel, useForm, type Form } from '../../ui/form';
import { t } from '../../ui/i18n';
import { InvoiceFields } from '../../ui/invoice/invoice-fields';
import { PaymentsField } from '../../ui/payments/payments-field';
import { SignatoryFields } from '../../ui/payments/signatory-fields';
import { filled, lineOf } from '../../ui/payments/sums';
import { toast } from '../../ui/toast';

interface FeeFormProps {
  /** Every move of numbered stock, for the next numbers. */
  readonly numbered: readonly NumberedStock[];
  readonly onSaved: (id: string) => void;
  readonly onClose: () => void;
}

const totalOf = ({ amount }: FeeFields): number => parseMoney(amount) ?? 0;

export function FeeForm({ numbered, onSaved, onClose }: FeeFormProps): ReactElement {
  const types = useDirectory(({ settings }) => settings.feeTypes);
  const form = useForm<FeeFields>({
    draftKey: 'fee.take',
    initial: { ...emptyFee(types[0]?.name ?? ''), payments: [lineOf('cash')] },
    save: (values, actId) =>
      runCommand(
        takeFee,
        { id: actId, fields: { ...values, payments: filled(values.payments, totalOf(values)) } },
        { actId },
      ),
    onSaved: ([doc]) => {
      if (!doc) return;
      toast(t('fees.saved', { no: doc.body.no ?? '' }));
      onSaved(doc.id);
    },
  });
  const { values } = form;
  const next = useMemo(
    () => ({
      card: nextPiece(pieceBook(numbered, 'card')),
      agreement: nextPiece(pieceBook(numbered, 'agreement')),
      receipt: nextPiece(pieceBook(numbered, 'receiptBook')),
    }),
    [numbered],
  );
  return (
    <FormPanel form={form} title={t('fees.newTitle')} submitLabel={t('fees.save')} onClose={onClose}>
      <ChoiceField
        form={form}
        name="type"
        label={t('fees.field.type')}
        options={types.map(({ name }) => ({ value: name, label: name }))}
        required
        wide
      />
      <TextField form={form} name="name" label={t('fees.field.name')} required />
      <TextField form={form} name="amount" label={t('fees.field.amount')} required numeric />
      <Pieces form={form} next={next} />
      <Checklist form={form} items={types.find(({ name }) => name === values.type)?.checklist ?? []} />
      <PaymentsField
        total={totalOf(values)}
        value={values.payments}
        onChange={(payments) => form.set({ payments })}
        errors={form.errors}
      />
      <SignatoryFields form={form} />
      <TextField form={form} name="phone" label={t('fees.field.phone')} type="tel" />
      <TextField form={form} name="memberNo" label={t('fees.field.memberNo')} />
      <TextField
        form={form}
        name="receiptNo"
        label={t('fees.field.receiptNo')}
        help={next.receipt === '' ? t('fees.receiptNoHelp') : t('fees.nextPiece', { no: next.receipt })}
        wide
      />
      <InvoiceFields form={form} />
      <TextField form={form} name="remark" label={t('fees.field.remark')} wide />
    </FormPanel>
  );
}

/** Agreement and card, new from the stock or the customer's own. */
function Pieces({
  form,
  next,
}: {
  readonly form: Form<FeeFields>;
  readonly next: { readonly card: string; readonly agreement: string };
}): ReactElement {
  const { values } = form;
  return (
    <>
      <div className="piece-field">
        <TextField form={form} name="agreementNo" label={t('fees.field.agreementNo')} />
        <label className="check">
          <input
            type="checkbox"
            checked={values.issueAgreement}
            onChange={({ target }) =>
              form.set({
                issueAgreement: target.checked,
                ...(target.checked && values.agreementNo === '' ? { agreementNo: next.agreement } : {}),
              })
            }
          />
          {t('fees.issueAgreement')}
        </label>
      </div>
      <div className="piece-field">
        <TextField form={form} name="cardNo" label={t('fees.field.cardNo')} />
        <label className="check">
          <input
            type="checkbox"
            checked={values.issueCard}
            onChange={({ target }) =>
              form.set({
                issueCard: target.checked,
                ...(target.checked && values.cardNo === '' ? { cardNo: next.card } : {}),
              })
            }
          />
          {t('fees.issueCard')}
        </label>
      </div>
    </>
  );
}

/** Every item must be ticked before money is taken. */
function Checklist({
  form,
  items,
}: {
  readonly form: Form<FeeFields>;
  readonly items: readonly string[];
}): ReactElement | null {
  const { values, errors } = form;
  if (items.length === 0) return null;
  return (
    <fieldset className="field wide" aria-invalid={errors.ticked !== undefined}>
      <legend className="label">
        {t('fees.field.checklist')}
        <span className="required" title={t('ui.required')}>
          *
        </span>
      </legend>
      <div className="ticks">
        {items.map((item) => (
          <label key={item} className="check">
            <input
              type="checkbox"
              checked={values.ticked.includes(item)}
              onChange={({ target }) =>
                form.set({
                  ticked: target.checked
                    ? [...values.ticked, item]
                    : values.ticked.filter((other) => other !== item),
                })
              }
            />
            {item}
          </label>
        ))}
      </div>
      {errors.ticked && (
        <span className="error" role="alert">
          {errors.ticked}
        </span>
      )}
    </fieldset>
  );
}
