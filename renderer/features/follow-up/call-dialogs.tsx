/** Recording an attempt, closing as 未接通, and voiding. */
import type { ReactElement } from 'react';
import { giveUpFollowUp, recordAttempt, voidFollowUp } from '@shared/follow-up/call';
import { RESULTS, SATISFACTIONS, WAYS, type FollowUp } from '@shared/follow-up/schema';
import { missed } from '@shared/follow-up/state';
import { runCommand } from '../../data/gateway';
import { ChoiceField } from '../../ui/choice-field';
import { TextField } from '../../ui/fields';
import { useForm } from '../../ui/form';
import { FormDialog } from '../../ui/form-dialog';
import { t } from '../../ui/i18n';
import { CallHead } from '../../ui/service/call-head';
import { toast } from '../../ui/toast';
import { toInstant } from '../../ui/typed';
import { VoidRecordDialog } from '../../ui/void-dialog';

interface DialogProps {
  readonly call: FollowUp;
  readonly onClose: () => void;
}

/** The script stands above; the reached customer's answer needs one digit more than the result. */
export function AttemptDialog({ call: { id, body }, onClose }: DialogProps): ReactElement {
  const form = useForm({
    draftKey: `followUp.attempt:${id}`,
    initial: {
      way: 'phone',
      result: '',
      satisfaction: '',
      answer: '',
      opinion: '',
      note: '',
      nextAt: '',
    },
    save: (values, actId) =>
      runCommand(
        recordAttempt,
        { id, origin: body.origin, ...values, nextAt: toInstant(values.nextAt) },
        { actId },
      ),
    onSaved: () => {
      toast(t('followUp.callSaved'));
      onClose();
    },
  });
  const { result } = form.values;
  return (
    <FormDialog
      form={form}
      title={t('followUp.callTitle', { no: body.no ?? '' })}
      submitLabel={t('ui.save')}
      onClose={onClose}
      width={600}
    >
      <CallHead matter={body} place="followUp" />
      <ChoiceField
        form={form}
        name="result"
        label={t('followUp.field.result')}
        // The first digit is what a call is made for.
        options={[...RESULTS].reverse().map((value) => ({ value, label: t(`followUp.result.${value}`) }))}
        required
        wide
      />
      {result === 'reached' && (
        <>
          <ChoiceField
            form={form}
            name="satisfaction"
            label={t('followUp.field.satisfaction')}
            options={SATISFACTIONS.map((value) => ({ value, label: t(`followUp.satisfaction.${value}`) }))}
            required
            wide
          />
          <TextField form={form} name="answer" label={t('followUp.field.answer')} rows={2} wide />
          <TextField
            form={form}
            name="opinion"
            label={t('followUp.field.opinion')}
            help={t('followUp.dissatisfiedHelp')}
            rows={2}
            required={form.values.satisfaction === 'dissatisfied'}
            wide
          />
        </>
      )}
      {result === 'notReached' && (
        <TextField
          form={form}
          name="nextAt"
          label={t('followUp.field.nextAt')}
          help={t('followUp.nextAtHelp')}
          type="datetime-local"
          wide
        />
      )}
      <ChoiceField
        form={form}
        name="way"
        label={t('followUp.field.way')}
        options={WAYS.map((value) => ({ value, label: t(`followUp.way.${value}`) }))}
        wide
      />
      <TextField form={form} name="note" label={t('followUp.field.note')} wide />
    </FormDialog>
  );
}

export function GiveUpDialog({ call: { id, body }, onClose }: DialogProps): ReactElement {
  const no = body.no ?? '';
  const form = useForm({
    draftKey: `followUp.giveUp:${id}`,
    initial: { note: '' },
    save: ({ note }, actId) => runCommand(giveUpFollowUp, { id, origin: body.origin, note }, { actId }),
    onSaved: () => {
      toast(t('followUp.givenUp', { no }));
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={t('followUp.giveUpTitle', { no })}
      submitLabel={t('followUp.giveUp')}
      onClose={onClose}
    >
      <p className="wide">{t('followUp.giveUpText', { tries: missed(body) })}</p>
      <TextField form={form} name="note" label={t('followUp.field.note')} wide />
    </FormDialog>
  );
}

export function VoidDialog({ call, onClose }: DialogProps): ReactElement {
  const no = call.body.no ?? '';
  return (
    <VoidRecordDialog
      record={call}
      act="followUp.void"
      leadField="approval"
      texts={{
        title: t('followUp.voidTitle', { no }),
        text: t('followUp.voidText'),
        submit: t('followUp.voidConfirm'),
        reason: t('followUp.voidReason'),
        lead: t('followUp.leadConfirms'),
        done: t('followUp.voided', { no }),
      }}
      save={(reason, act) => runCommand(voidFollowUp, { id: call.id, origin: call.body.origin, reason }, act)}
      onClose={onClose}
    />
  );
}
