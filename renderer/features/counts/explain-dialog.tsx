/** Recount and reason of a line that differs; the first figure stays. */
import type { ReactElement } from 'react';
import { explainLine, recordLine } from '@shared/counts/record-line';
import type { CountRow } from '@shared/counts/rows';
import { runCommand } from '../../data/gateway';
import { TextField } from '../../ui/fields';
import { useForm } from '../../ui/form';
import { FormDialog } from '../../ui/form-dialog';
import { t } from '../../ui/i18n';

interface ExplainValues {
  readonly quantity: string;
  readonly reason: string;
}

interface ExplainDialogProps {
  readonly count: string;
  readonly row: CountRow;
  readonly name: string;
  readonly onClose: () => void;
}

export function ExplainDialog({ count, row, name, onClose }: ExplainDialogProps): ReactElement {
  const { product, location, difference, book, first } = row;
  const form = useForm<ExplainValues>({
    draftKey: `count.explain:${count}:${product}:${location}`,
    initial: { quantity: '', reason: row.reason },
    save: async ({ quantity, reason }, actId) => {
      const line = { count, product, location };
      const recounted =
        quantity.trim() === '' ? null : await runCommand(recordLine, { ...line, quantity }, { actId });
      if (recounted && !recounted.ok) return recounted;
      return runCommand(explainLine, { ...line, reason });
    },
    onSaved: onClose,
  });
  const sign = difference > 0 ? `+${difference}` : `−${-difference}`;
  return (
    <FormDialog
      form={form}
      title={t('counts.explainTitle', { name, difference: sign })}
      submitLabel={t('counts.save')}
      onClose={onClose}
    >
      <p className="quiet small wide">{t('counts.explainText', { book, first: first ?? 0 })}</p>
      <TextField
        form={form}
        name="quantity"
        label={t('counts.recount')}
        help={row.needsRecount ? '' : t('counts.recountHelp')}
        required={row.needsRecount}
        wide
      />
      <TextField form={form} name="reason" label={t('counts.reason')} help={t('counts.reasonHelp')} wide />
    </FormDialog>
  );
}
