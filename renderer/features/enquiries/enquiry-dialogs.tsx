/** Answering, calling back and voiding an enquiry. */
import type { ReactElement } from 'react';
import { answerEnquiry } from '@shared/enquiries/answer';
import { callBack } from '@shared/enquiries/call-back';
import { CALL_RESULTS, type Enquiry } from '@shared/enquiries/schema';
import { voidEnquiry } from '@shared/enquiries/void';
import { runCommand } from '../../data/gateway';
import { ChoiceField } from '../../ui/choice-field';
import { TextField } from '../../ui/fields';
import { useForm, type Form } from '../../ui/form';
import { FormDialog } from '../../ui/form-dialog';
import { t } from '../../ui/i18n';
import { CallHead } from '../../ui/service/call-head';
import { ForbiddenHint } from '../../ui/service/forbidden-hint';
import { ReplySearch, withWording } from '../../ui/service/reply-search';
import { toast } from '../../ui/toast';
import { toInstant } from '../../ui/typed';
import { VoidRecordDialog } from '../../ui/void-dialog';

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
      <CallHead matter={body} place="callBack" />
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

export function VoidDialog({ enquiry, onClose }: DialogProps): ReactElement {
  const no = enquiry.body.no ?? '';
  return (
    <VoidRecordDialog
      record={enquiry}
      act="enquiry.void"
      leadField="approval"
      texts={{
        title: t('enquiries.voidTitle', { no }),
        text: t('enquiries.voidText'),
        submit: t('enquiries.voidConfirm'),
        reason: t('enquiries.voidReason'),
        lead: t('enquiries.leadConfirms'),
        done: t('enquiries.voided', { no }),
      }}
      save={(reason, act) => runCommand(voidEnquiry, { id: enquiry.id, reason }, act)}
      onClose={onClose}
    />
  );
}
