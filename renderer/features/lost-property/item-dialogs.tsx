/** Short acts on a record: an attempt to reach somebody, the archive number of a signed paper. */
import type { ReactElement } from 'react';
import { contactOwner } from '@shared/lost-property/contact-owner';
import { openSignatures } from '@shared/lost-property/custody';
import {
  CONTACT_RESULTS,
  CONTACT_WAYS,
  type ContactAttempt,
  type FoundItem,
  type Handover,
  type LossReport,
} from '@shared/lost-property/schema';
import { signPaper } from '@shared/lost-property/sign-paper';
import { runCommand } from '../../data/gateway';
import { ChoiceField } from '../../ui/choice-field';
import { FormDialog } from '../../ui/form-dialog';
import { TextField } from '../../ui/fields';
import { useForm } from '../../ui/form';
import { t } from '../../ui/i18n';
import { toast } from '../../ui/toast';

interface ContactDialogProps {
  readonly record: FoundItem | LossReport;
  readonly onClose: () => void;
}

interface ContactValues {
  readonly how: ContactAttempt['how'];
  readonly result: ContactAttempt['result'];
  readonly note: string;
}

export function ContactDialog({ record, onClose }: ContactDialogProps): ReactElement {
  const { id, body } = record;
  const owner = body.owner;
  const form = useForm<ContactValues>({
    draftKey: `lostItem.contact:${id}`,
    initial: { how: 'phone', result: 'reached', note: '' },
    save: (values, actId) => runCommand(contactOwner, { id, ...values }, { actId }),
    onSaved: () => {
      toast(t('lostProperty.contactSaved'));
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={t('lostProperty.contactTitle', { name: owner?.name ?? '' })}
      submitLabel={t('ui.save')}
      onClose={onClose}
    >
      {owner?.phone && <p className="wide call">{owner.phone}</p>}
      <ChoiceField
        form={form}
        name="how"
        label={t('lostProperty.field.how')}
        options={CONTACT_WAYS.map((value) => ({ value, label: t(`lostProperty.contactHow.${value}`) }))}
        wide
      />
      <ChoiceField
        form={form}
        name="result"
        label={t('lostProperty.field.result')}
        options={CONTACT_RESULTS.map((value) => ({ value, label: t(`lostProperty.contactResult.${value}`) }))}
        wide
      />
      <TextField form={form} name="note" label={t('lostProperty.field.note')} rows={2} wide />
    </FormDialog>
  );
}

interface PaperFormProps {
  readonly id: string;
  readonly event: string;
  readonly name: string;
  readonly onClose: () => void;
}

function PaperForm({ id, event, name, onClose }: PaperFormProps): ReactElement {
  const form = useForm({
    draftKey: `lostItem.paper:${id}:${event}`,
    initial: { archiveNo: '' },
    save: ({ archiveNo }, actId) => runCommand(signPaper, { id, event, archiveNo }, { actId }),
    onSaved: () => {
      toast(t('lostProperty.paperFiled'));
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={t('lostProperty.paperFile')}
      submitLabel={t('lostProperty.paperFile')}
      onClose={onClose}
    >
      <p className="wide">{t('lostProperty.paperOpen', { name })}</p>
      <TextField form={form} name="archiveNo" label={t('signatures.archiveNo')} required wide />
    </FormDialog>
  );
}

/** The oldest paper signature of an item that waits. */
export function PaperDialog({
  item,
  onClose,
}: {
  readonly item: FoundItem;
  readonly onClose: () => void;
}): ReactElement | null {
  const open = openSignatures(item.body)[0];
  return open ? <PaperForm id={item.id} event={open.event} name={open.name} onClose={onClose} /> : null;
}

/** The receiver's paper signature of a handover sheet. */
export function SheetPaperDialog({
  sheet,
  onClose,
}: {
  readonly sheet: Handover;
  readonly onClose: () => void;
}): ReactElement {
  return <PaperForm id={sheet.id} event="" name={sheet.body.receiver.name} onClose={onClose} />;
}
