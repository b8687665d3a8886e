/** Steps of a talk: a lead's word, the result, the filed signature, the archive number, the void. */
import { useState, type ReactElement } from 'react';
import type { Witness } from '@shared/core/command';
import { approveTalk, sendBackTalk } from '@shared/talks/decide';
import { archiveTalk, fileTalkPaper, solveTalk, voidTalk } from '@shared/talks/finish';
import type { Talk } from '@shared/talks/schema';
import { awaitsSignature } from '@shared/talks/state';
import { useDirectory } from '../../data/directory';
import { runCommand } from '../../data/gateway';
import { useSession } from '../../data/session';
import { FormDialog } from '../../ui/form-dialog';
import { TextField } from '../../ui/fields';
import { useForm } from '../../ui/form';
import { t } from '../../ui/i18n';
import { SecondStaff } from '../../ui/second-staff';
import { toast } from '../../ui/toast';
import { toCivil, toInstant } from '../../ui/typed';
import { VoidRecordDialog } from '../../ui/void-dialog';

interface TalkDialogProps {
  readonly talk: Talk;
  readonly onClose: () => void;
}

/** A lead beside the signed-in person, where that is not one who may decide. */
function useLead(talk: Talk): {
  readonly witnesses: readonly Witness[];
  readonly field: (error: string | undefined) => ReactElement | null;
} {
  const actor = useSession((session) => session.actor);
  const [lead, setLead] = useState<Witness | null>(null);
  const mayAlone = actor !== null && actor.roles.includes('lead') && actor.id !== talk.by;
  return {
    witnesses: lead ? [lead] : [],
    field: (error) =>
      mayAlone ? null : (
        <SecondStaff
          label={t('talks.leadConfirms')}
          help={t('talks.leadHelp')}
          witness={lead}
          onWitness={setLead}
          error={error}
        />
      ),
  };
}

/** 审批通过. */
export function ApproveDialog({ talk, onClose }: TalkDialogProps): ReactElement {
  const { id, body } = talk;
  const staff = useDirectory((state) => state.staff);
  const names = staff.filter(({ status }) => status === 'active').map((one) => one.body.name);
  const { witnesses, field } = useLead(talk);
  const form = useForm({
    draftKey: `talk.approve:${id}`,
    initial: { handler: body.handler, agreedAt: toCivil(body.agreedAt), note: '' },
    parts: ['lead'],
    save: ({ agreedAt, ...values }, actId) =>
      runCommand(approveTalk, { id, agreedAt: toInstant(agreedAt), ...values }, { actId, witnesses }),
    onSaved: () => {
      toast(t('talks.approved'));
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={t('talks.approveTitle', { no: body.no ?? '' })}
      submitLabel={t('talks.approve')}
      onClose={onClose}
      width={520}
    >
      <TextField form={form} name="handler" label={t('talks.field.handler')} list={names} required />
      <TextField
        form={form}
        name="agreedAt"
        label={t('talks.field.agreedAt')}
        type="datetime-local"
        required
      />
      <TextField form={form} name="note" label={t('talks.field.note')} rows={2} wide />
      {field(form.errors.lead)}
    </FormDialog>
  );
}

/** 退回修改. */
export function ReturnDialog({ talk, onClose }: TalkDialogProps): ReactElement {
  const { witnesses, field } = useLead(talk);
  const form = useForm({
    draftKey: `talk.sendBack:${talk.id}`,
    initial: { reason: '' },
    parts: ['lead'],
    save: ({ reason }, actId) => runCommand(sendBackTalk, { id: talk.id, reason }, { actId, witnesses }),
    onSaved: () => {
      toast(t('talks.sentBack'));
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={t('talks.sendBackTitle')}
      submitLabel={t('talks.sendBack')}
      onClose={onClose}
    >
      <TextField form={form} name="reason" label={t('talks.field.reason')} rows={2} required wide />
      {field(form.errors.lead)}
    </FormDialog>
  );
}

/** 办理完毕. */
export function SolveDialog({ talk, onClose }: TalkDialogProps): ReactElement {
  const form = useForm({
    draftKey: `talk.solve:${talk.id}`,
    initial: { result: '' },
    save: ({ result }, actId) => runCommand(solveTalk, { id: talk.id, result }, { actId }),
    onSaved: () => {
      toast(t('talks.solved'));
      onClose();
    },
  });
  return (
    <FormDialog form={form} title={t('talks.solveTitle')} submitLabel={t('talks.solve')} onClose={onClose}>
      <TextField form={form} name="result" label={t('talks.field.result')} rows={4} required wide />
    </FormDialog>
  );
}

/** 补登归档号 of the customer's paper signature. */
export function PaperDialog({ talk, onClose }: TalkDialogProps): ReactElement {
  const form = useForm({
    draftKey: `talk.filePaper:${talk.id}`,
    initial: { archiveNo: '' },
    save: ({ archiveNo }, actId) => runCommand(fileTalkPaper, { id: talk.id, archiveNo }, { actId }),
    onSaved: () => {
      toast(t('signatures.filed'));
      onClose();
    },
  });
  return (
    <FormDialog form={form} title={t('talks.filePaper')} submitLabel={t('talks.filePaper')} onClose={onClose}>
      <p className="wide">{t('signatures.filePaperText', { name: talk.body.signature.name })}</p>
      <TextField form={form} name="archiveNo" label={t('signatures.archiveNo')} required wide />
    </FormDialog>
  );
}

/** 归档. */
export function ArchiveDialog({ talk, onClose }: TalkDialogProps): ReactElement {
  const { witnesses, field } = useLead(talk);
  const unsigned = awaitsSignature(talk);
  const form = useForm({
    draftKey: `talk.archive:${talk.id}`,
    initial: { archiveNo: '', unsignedReason: '' },
    parts: ['lead'],
    save: (values, actId) => runCommand(archiveTalk, { id: talk.id, ...values }, { actId, witnesses }),
    onSaved: () => {
      toast(t('talks.archived', { archiveNo: form.values.archiveNo }));
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={t('talks.archiveTitle', { no: talk.body.no ?? '' })}
      submitLabel={t('talks.archive')}
      onClose={onClose}
    >
      <TextField form={form} name="archiveNo" label={t('talks.field.archiveNo')} required wide />
      {unsigned && (
        <>
          <div className="notice wide">{t('talks.unsignedText')}</div>
          <TextField
            form={form}
            name="unsignedReason"
            label={t('talks.field.unsignedReason')}
            required
            wide
          />
          {field(form.errors.lead)}
        </>
      )}
    </FormDialog>
  );
}

/** 作废. */
export function VoidDialog({ talk, onClose }: TalkDialogProps): ReactElement {
  const no = talk.body.no ?? '';
  return (
    <VoidRecordDialog
      record={talk}
      act="talk.void"
      leadField="lead"
      texts={{
        title: t('talks.voidTitle', { no }),
        text: t('talks.voidText'),
        submit: t('talks.voidConfirm'),
        reason: t('talks.field.reason'),
        lead: t('talks.leadConfirms'),
        done: t('talks.voided', { no }),
      }}
      save={(reason, act) => runCommand(voidTalk, { id: talk.id, reason }, act)}
      onClose={onClose}
    />
  );
}
