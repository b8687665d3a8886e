/** 审批: what somebody asked for is approved or sent back with a note, by whoever may decide. */
import { useState, type ReactElement, type ReactNode } from 'react';
import type { Witness } from '@shared/core/command';
import type { Role } from '@shared/core/roles';
import type { Outcome, RunOptions } from '../../data/gateway';
import { Approver } from '../../ui/approver';
import { SelectField, TextField } from '../../ui/fields';
import { useForm } from '../../ui/form';
import { FormDialog } from '../../ui/form-dialog';
import { t } from '../../ui/i18n';
import { toast } from '../../ui/toast';

export interface Decided {
  readonly approve: boolean;
  readonly note: string;
}

interface DecideDialogProps {
  /** Whose decision it is, e.g. 主管意见. */
  readonly label: string;
  readonly draftKey: string;
  readonly title: string;
  /** Who confirms, as a label. */
  readonly approver: string;
  readonly roles: readonly Role[];
  /** Staff ids who may not. */
  readonly notBy: readonly string[];
  readonly width?: number;
  readonly run: (decided: Decided, options: RunOptions) => Promise<Outcome>;
  readonly onClose: () => void;
  /** What the decision is about. */
  readonly children: ReactNode;
}

export function DecideDialog(props: DecideDialogProps): ReactElement {
  const { label, draftKey, title, approver, roles, notBy, width, run, onClose, children } = props;
  const [who, setWho] = useState<Witness | null>(null);
  const form = useForm<{ readonly approve: 'yes' | 'no'; readonly note: string }>({
    draftKey,
    initial: { approve: 'yes', note: '' },
    parts: ['approval'],
    save: ({ approve, note }, actId) =>
      run({ approve: approve === 'yes', note }, { actId, witnesses: who ? [who] : [] }),
    onSaved: () => {
      toast(t('roster.decision.done'));
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={title}
      submitLabel={t('ui.confirm')}
      onClose={onClose}
      {...(width ? { width } : {})}
    >
      {children}
      <SelectField
        form={form}
        name="approve"
        label={label}
        options={[
          { value: 'yes', label: t('roster.decision.approve') },
          { value: 'no', label: t('roster.decision.refuse') },
        ]}
        wide
      />
      <TextField
        form={form}
        name="note"
        label={t('roster.decision.note')}
        required={form.values.approve === 'no'}
        wide
      />
      <Approver
        label={approver}
        roles={roles}
        notBy={notBy}
        witness={who}
        onWitness={setWho}
        error={form.errors.approval}
      />
    </FormDialog>
  );
}
