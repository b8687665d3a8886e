/** Answering, calling back and voiding an enquiry. */
import { useState, type ReactElement } from 'react';
import type { Witness } from '@shared/core/command';
import { answerEnquiry } from '@shared/enquiries/answer';
import { callBack } from '@shared/enquiries/call-back';
import { CALL_RESULTS, type Enquiry } from '@shared/enquiries/schema';
import { voidEnquiry } from '@shared/enquiries/void';
import { runCommand } from '../../data/gateway';
import { useSession } from '../../data/session';
import { ChoiceField } from '../../ui/choice-field';
import { TextField } from '../../ui/fields';
import { useForm, type Form } from '../../ui/form';
import { FormDialog } from '../../ui/form-dialog';
import { t } from '../../ui/i18n';
import { SecondStaff } from '../../ui/second-staff';
import { ForbiddenHint } from '../../ui/service/forbidden-hint';
import { ReplySearch, withWording } from '../../ui/service/reply-search';
import { Scripts } from '../../ui/service/scripts';
import { toast } from '../../ui/toast';
import { toInstant } from '../../ui/typed';

interface DialogProps {
  readonly enquiry: Enquiry;
  readonly onClose: () => void;
}

interface AnswerValues {
  readonly answer: string;
  readonly replies: readonly string[];
}

/** The answer with the standard replies to choose from. */
function AnswerPart({ form }: { readonly form: Form<AnswerValues> }): ReactElement {
  return (
    <>
      <TextField
        form={form}
        name="answer"
        label={t('enquiries.field.answer')}
        help={t('enquiries.answerHelp')}
        rows={4}
        required
        wide
      />
      <ForbiddenHint text={form.values.answer} />
      <div className="wide">
        <ReplySearch
          compact
          onInsert={({ id, wording }) =>
            form.set({
              answer: withWording(form.values.answer, wording),
              replies: [...new Set([...form.values.replies, id])],
            })
          }
        />
      </div>
    </>
  );
}

const NO_REPLIES: readonly string[] = [];

export function AnswerDialog({ enquiry: { id, body }, onClose }: DialogProps): ReactElement {
  const no = body.no ?? '';
  const form = useForm({
    draftKey: `enquiry.answer:${id}`,
    initial: { answer: body.answer, answeredAt: '', replies: NO_REPLIES },
    save: ({ answer, answeredAt, replies }, actId) =>
      runCommand(answerEnquiry, { id, answer, answeredAt: toInstant(answeredAt), replies }, { actId }),
    onSaved: () => {
      toast(t('enquiries.answered', { no }));
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={t('enquiries.answerTitle', { no })}
      submitLabel={t('enquiries.answerAct')}
      onClose={onClose}
      width={600}
    >
      <p className="wide as-typed quiet">{body.summary}</p>
      <AnswerPart form={form} />
      <TextField
        form={form}
        name="answeredAt"
        label={t('enquiries.field.answeredAt')}
        help={t('enquiries.now')}
        type="datetime-local"
        wide
      />
    </FormDialog>
  );
}

export function CallDialog({ enquiry: { id, body }, onClose }: DialogProps): ReactElement {
  const no = body.no ?? '';
  const form = useForm({
    draftKey: `enquiry.callBack:${id}`,
    initial: { result: '', answer: body.answer, note: '', nextAt: '', replies: NO_REPLIES },
    save: (values, actId) =>
      runCommand(callBack, { id, ...values, nextAt: toInstant(values.nextAt) }, { actId }),
    onSaved: () => {
      toast(t('enquiries.callBackSaved'));
      onClose();
    },
  });
  const { result } = form.values;
  return (
    <FormDialog
      form={form}
      title={t('enquiries.callBackTitle', { no })}
      submitLabel={t('ui.save')}
      onClose={onClose}
      width={600}
    >
      <p className="wide">
        <strong>{body.customer.name}</strong> {body.customer.phone}
        <span className="quiet as-typed">　{body.summary}</span>
      </p>
      <Scripts place="callBack" />
      <ChoiceField
        form={form}
        name="result"
        label={t('enquiries.field.result')}
        options={CALL_RESULTS.map((value) => ({ value, label: t(`enquiries.result.${value}`) }))}
        required
        wide
      />
      {result === 'reached' && <AnswerPart form={form} />}
      {result === 'later' && (
        <TextField
          form={form}
          name="nextAt"
          label={t('enquiries.field.nextAt')}
          type="datetime-local"
          required
          wide
        />
      )}
      <TextField form={form} name="note" label={t('enquiries.field.note')} wide />
    </FormDialog>
  );
}

export function VoidDialog({ enquiry: { id, by, body }, onClose }: DialogProps): ReactElement {
  const no = body.no ?? '';
  const mayAlone = useSession(({ actor }) => actor?.roles.includes('lead') && actor.id !== by);
  const [lead, setLead] = useState<Witness | null>(null);
  const form = useForm({
    draftKey: `enquiry.void:${id}`,
    initial: { reason: '' },
    parts: ['approval'],
    save: ({ reason }, actId) =>
      runCommand(voidEnquiry, { id, reason }, { actId, witnesses: lead ? [lead] : [] }),
    onSaved: () => {
      toast(t('enquiries.voided', { no }));
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={t('enquiries.voidTitle', { no })}
      submitLabel={t('enquiries.voidConfirm')}
      onClose={onClose}
      danger
    >
      <p className="wide">{t('enquiries.voidText')}</p>
      <TextField form={form} name="reason" label={t('enquiries.voidReason')} required wide />
      {!mayAlone && (
        <SecondStaff
          label={t('enquiries.leadConfirms')}
          witness={lead}
          onWitness={setLead}
          error={form.errors.approval}
        />
      )}
    </FormDialog>
  );
}
