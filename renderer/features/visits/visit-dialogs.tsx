/** Short acts on one visit: leaving at a given time, a department's answer, a filed consent. */
import type { ReactElement } from 'react';
import { answerTransfer } from '@shared/visits/answer-transfer';
import { fileConsent } from '@shared/visits/file-consent';
import type { Visit } from '@shared/visits/schema';
import { signOut } from '@shared/visits/sign-out';
import { nowIso } from '../../data/clock';
import { departmentName } from '../../data/directory';
import { runCommand } from '../../data/gateway';
import { FormDialog } from '../../ui/form-dialog';
import { TextField } from '../../ui/fields';
import { useForm } from '../../ui/form';
import { t } from '../../ui/i18n';
import { toast } from '../../ui/toast';
import { toCivil, toInstant } from '../../ui/typed';

interface VisitDialogProps {
  readonly visit: Visit;
  readonly onClose: () => void;
}

/** 补登离开时间. */
export function SignOutLaterDialog({ visit, onClose }: VisitDialogProps): ReactElement {
  const { id, body } = visit;
  const form = useForm({
    draftKey: `visit.signOut:${id}`,
    initial: { timeOut: toCivil(nowIso()) },
    save: ({ timeOut }, actId) => runCommand(signOut, { id, timeOut: toInstant(timeOut) }, { actId }),
    onSaved: () => {
      toast(t('ui.saved', { no: body.no ?? '' }));
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={t('visits.signOutLater')}
      submitLabel={t('visits.signOut')}
      onClose={onClose}
    >
      <TextField
        form={form}
        name="timeOut"
        label={t('visits.field.timeOut')}
        type="datetime-local"
        required
        wide
      />
    </FormDialog>
  );
}

/** 登记答复. */
export function AnswerDialog({ visit, onClose }: VisitDialogProps): ReactElement {
  const { id, body } = visit;
  const department = departmentName(body.transfer?.department ?? '');
  const form = useForm({
    draftKey: `visit.answer:${id}`,
    initial: { answeredBy: '', answer: '' },
    save: (values, actId) => runCommand(answerTransfer, { id, ...values }, { actId }),
    onSaved: () => {
      toast(t('visits.answerSaved', { department }));
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={t('visits.answerTitle', { department })}
      submitLabel={t('visits.answerTransfer')}
      onClose={onClose}
    >
      <TextField form={form} name="answeredBy" label={t('visits.field.answeredBy')} required wide />
      <TextField form={form} name="answer" label={t('visits.field.answer')} required wide rows={3} />
    </FormDialog>
  );
}

/** 同意书归档. */
export function ConsentDialog({ visit, onClose }: VisitDialogProps): ReactElement {
  const { id } = visit;
  const form = useForm({
    draftKey: `visit.consent:${id}`,
    initial: { archiveNo: '' },
    save: ({ archiveNo }, actId) => runCommand(fileConsent, { id, archiveNo }, { actId }),
    onSaved: () => {
      toast(t('visits.consentFiled'));
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={t('visits.fileConsent')}
      submitLabel={t('visits.fileConsent')}
      onClose={onClose}
    >
      <TextField form={form} name="archiveNo" label={t('visits.field.archiveNo')} required wide />
    </FormDialog>
  );
}
