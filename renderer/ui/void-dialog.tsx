/** Voiding a record: a reason, and a lead who did not make it — here, or by PIN (DOMAIN §2). */
import { useState, type ReactElement } from 'react';
import type { Witness } from '@shared/core/command';
import type { Envelope } from '@shared/core/envelope';
import type { Outcome } from '../data/gateway';
import { useSession } from '../data/session';
import { TextField } from './fields';
import { useForm } from './form';
import { FormDialog } from './form-dialog';
import { SecondStaff } from './second-staff';
import { toast } from './toast';

interface VoidDialogProps {
  readonly record: Pick<Envelope, 'id' | 'by'>;
  /** The command's type: its draft is kept under it. */
  readonly act: string;
  /** Field of the command's refusal that asks for the lead. */
  readonly leadField: 'approval' | 'lead';
  readonly texts: {
    readonly title: string;
    readonly text: string;
    readonly submit: string;
    readonly reason: string;
    readonly lead: string;
    readonly done: string;
  };
  readonly save: (
    reason: string,
    act: { readonly actId: string; readonly witnesses: readonly Witness[] },
  ) => Promise<Outcome>;
  readonly onClose: () => void;
}

export function VoidRecordDialog(props: VoidDialogProps): ReactElement {
  const { record, act, leadField, texts, save, onClose } = props;
  const mayAlone = useSession(({ actor }) => actor?.roles.includes('lead') && actor.id !== record.by);
  const [lead, setLead] = useState<Witness | null>(null);
  const form = useForm({
    draftKey: `${act}:${record.id}`,
    initial: { reason: '' },
    parts: [leadField],
    save: ({ reason }, actId) => save(reason, { actId, witnesses: lead ? [lead] : [] }),
    onSaved: () => {
      toast(texts.done);
      onClose();
    },
  });
  return (
    <FormDialog form={form} title={texts.title} submitLabel={texts.submit} onClose={onClose} danger>
      <p className="wide">{texts.text}</p>
      <TextField form={form} name="reason" label={texts.reason} required wide />
      {!mayAlone && (
        <SecondStaff label={texts.lead} witness={lead} onWitness={setLead} error={form.errors[leadField]} />
      )}
    </FormDialog>
  );
}
