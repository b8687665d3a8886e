/** The original of a deposit slip that finance signed by hand is filed. */
import type { ReactElement } from 'react';
import { filePaper } from '@shared/ledger/file-paper';
import type { Deposit } from '@shared/ledger/entries/tills';
import { runCommand } from '../../data/gateway';
import { TextField } from '../../ui/fields';
import { useForm } from '../../ui/form';
import { FormDialog } from '../../ui/form-dialog';
import { t } from '../../ui/i18n';
import { toast } from '../../ui/toast';

interface PaperDialogProps {
  readonly deposit: Deposit;
  readonly onClose: () => void;
}

export function PaperDialog({ deposit: { id, body }, onClose }: PaperDialogProps): ReactElement {
  const form = useForm({
    draftKey: `ledger.paper:${id}`,
    initial: { archiveNo: '' },
    save: ({ archiveNo }, actId) => runCommand(filePaper, { of: id, archiveNo }, { actId }),
    onSaved: () => {
      toast(t('deposits.filed'));
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={`${t('deposits.filePaper')} ${body.no ?? ''}`}
      submitLabel={t('ui.save')}
      onClose={onClose}
    >
      <TextField form={form} name="archiveNo" label={t('signatures.archiveNo')} required wide />
    </FormDialog>
  );
}
