/** A short form in a dialog; what was typed and not saved is there again when it is opened the next time. */
import type { ReactElement, ReactNode } from 'react';
import { Dialog } from './dialog';
import { DraftNote, type Form } from './form';
import { t } from './i18n';

interface FormDialogProps<V> {
  readonly form: Form<V>;
  readonly title: string;
  readonly submitLabel: string;
  readonly onClose: () => void;
  readonly danger?: boolean;
  readonly width?: number;
  readonly children: ReactNode;
}

export function FormDialog<V extends object>({
  form,
  title,
  submitLabel,
  onClose,
  danger,
  width,
  children,
}: FormDialogProps<V>): ReactElement {
  return (
    <Dialog
      title={title}
      onClose={onClose}
      onSubmit={() => void form.submit()}
      {...(width ? { width } : {})}
      foot={
        <>
          <button type="button" className="button" onClick={onClose}>
            {t('ui.cancel')}
          </button>
          <button type="submit" className={danger ? 'button danger' : 'button primary'} disabled={form.busy}>
            {submitLabel}
          </button>
        </>
      }
    >
      <DraftNote form={form} />
      {form.errors[''] && (
        <div className="notice overdue" role="alert">
          {form.errors['']}
        </div>
      )}
      <div className="form-grid">{children}</div>
    </Dialog>
  );
}
