/** What the desk does with a complaint: tell progress, handle, answer, solve, follow up, archive. */
import type { ReactElement } from 'react';
import { answerComplaint } from '@shared/complaints/answer';
import { archiveComplaint } from '@shared/complaints/archive';
import { followUpComplaint } from '@shared/complaints/follow-up';
import { handleComplaint } from '@shared/complaints/handle';
import { tellProgress } from '@shared/complaints/notice';
import { CALL_RESULTS, isComplaint, type CallResult } from '@shared/complaints/schema';
import { solveComplaint } from '@shared/complaints/solve';
import { standingOf } from '@shared/complaints/standing';
import { useDirectory } from '../../data/directory';
import { runCommand } from '../../data/gateway';
import { ChoiceField } from '../../ui/choice-field';
import { TextField } from '../../ui/fields';
import { t } from '../../ui/i18n';
import { MaskedPhone } from '../../ui/masked-phone';
import { dayTime, toInstant } from '../../ui/typed';
import { ActForm, ToldFields, WhenField, type DialogProps } from './act-form';

const TOLD = { when: '', how: 'phone' as const, text: '' };

/** Whom to call; the number shows on request, which is logged. */
function Call({ complaint: { id, body } }: Pick<DialogProps, 'complaint'>): ReactElement | null {
  if (body.customer.phone === '') return null;
  return (
    <p className="wide form-note">
      {body.customer.name} <MaskedPhone phone={body.customer.phone} record={id} />
    </p>
  );
}

export function NoticeDialog(props: DialogProps): ReactElement {
  const { id, body } = props.complaint;
  return (
    <ActForm
      {...props}
      act="notice"
      title={t('complaints.dialog.notice', { name: body.customer.name })}
      initial={TOLD}
      save={(values, act) => runCommand(tellProgress, { id, ...values, when: toInstant(values.when) }, act)}
      said={(docs) => {
        const last = docs.find(isComplaint)?.body.events.at(-1);
        return t('complaints.saved.notice', {
          time: last?.type === 'noticed' ? dayTime(last.next.dueAt) : '',
        });
      }}
    >
      {(form) => (
        <>
          <Call complaint={props.complaint} />
          <ToldFields form={form} />
          <TextField form={form} name="text" label={t('complaints.field.text')} rows={3} required wide />
        </>
      )}
    </ActForm>
  );
}

export function AnswerDialog(props: DialogProps): ReactElement {
  const { id, body } = props.complaint;
  return (
    <ActForm
      {...props}
      act="answer"
      title={t('complaints.dialog.answer', { name: body.customer.name })}
      initial={TOLD}
      save={(values, act) =>
        runCommand(answerComplaint, { id, ...values, when: toInstant(values.when) }, act)
      }
    >
      {(form) => (
        <>
          <Call complaint={props.complaint} />
          <ToldFields form={form} />
          <TextField form={form} name="text" label={t('complaints.field.text')} rows={4} required wide />
          <p className="wide quiet small">{t('complaints.solveHelp')}</p>
        </>
      )}
    </ActForm>
  );
}

export function HandleDialog(props: DialogProps): ReactElement {
  const { id } = props.complaint;
  return (
    <ActForm
      {...props}
      act="handle"
      initial={{ text: '', compensation: '', amount: '' }}
      save={(values, act) => runCommand(handleComplaint, { id, ...values }, act)}
    >
      {(form) => (
        <>
          <TextField form={form} name="text" label={t('complaints.field.text')} rows={3} required wide />
          <TextField
            form={form}
            name="compensation"
            label={t('complaints.field.compensation')}
            help={t('complaints.compensationHelp')}
          />
          <TextField form={form} name="amount" label={t('complaints.field.amount')} numeric />
        </>
      )}
    </ActForm>
  );
}

export function SolveDialog(props: DialogProps): ReactElement {
  const { id, body } = props.complaint;
  const { handled, answer, determination } = standingOf(body);
  const isReady = answer !== null && (handled.length > 0 || determination?.kind === 'notResponsible');
  return (
    <ActForm
      {...props}
      act="solve"
      initial={{ when: '', result: '' }}
      save={(values, act) => runCommand(solveComplaint, { id, ...values, when: toInstant(values.when) }, act)}
      said={() => t('complaints.saved.solved')}
    >
      {(form) => (
        <>
          {!isReady && <p className="notice wide">{t('complaints.solveNeeds')}</p>}
          {answer && <p className="wide quiet small">{answer.text}</p>}
          <WhenField form={form} />
          <TextField form={form} name="result" label={t('complaints.field.result')} rows={3} required wide />
        </>
      )}
    </ActForm>
  );
}

export function FollowUpDialog(props: DialogProps): ReactElement {
  const { id, body } = props.complaint;
  const { tries } = standingOf(body);
  const max = useDirectory(({ settings }) => settings.followUpAttempts);
  return (
    <ActForm<{ readonly result: CallResult | ''; readonly note: string }>
      {...props}
      act="followUp"
      title={t('complaints.dialog.followUp', { name: body.customer.name })}
      submitLabel={t('ui.save')}
      initial={{ result: '', note: '' }}
      save={(values, act) => runCommand(followUpComplaint, { id, ...values }, act)}
      said={(docs) =>
        t(
          docs.find(isComplaint)?.status === 'reopened'
            ? 'complaints.saved.reopened'
            : 'complaints.saved.done',
        )
      }
    >
      {(form) => (
        <>
          <Call complaint={props.complaint} />
          <ChoiceField
            form={form}
            name="result"
            label={t('complaints.field.satisfaction')}
            options={CALL_RESULTS.map((value) => ({ value, label: t(`complaints.callResult.${value}`) }))}
            required
            wide
          />
          <TextField
            form={form}
            name="note"
            label={t('complaints.field.note')}
            rows={3}
            required={form.values.result === 'dissatisfied'}
            wide
          />
          <p className="wide quiet small">{t('complaints.followUpHelp', { tries, max })}</p>
        </>
      )}
    </ActForm>
  );
}

export function ArchiveDialog(props: DialogProps): ReactElement {
  const { id, body } = props.complaint;
  return (
    <ActForm
      {...props}
      act="archive"
      title={t('complaints.dialog.archive', { no: body.no ?? '' })}
      initial={{ archiveNo: body.no ?? '' }}
      save={(values, act) => runCommand(archiveComplaint, { id, ...values }, act)}
      said={() => t('complaints.saved.archived', { no: body.no ?? '' })}
    >
      {(form) => (
        <>
          <TextField form={form} name="archiveNo" label={t('complaints.field.archiveNo')} required wide />
          <p className="wide quiet small">{t('complaints.archiveHelp')}</p>
        </>
      )}
    </ActForm>
  );
}
