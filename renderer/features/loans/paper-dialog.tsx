/** 补登归档号: the original of a paper signature was filed (DOMAIN §2). */
import type { ReactElement } from 'react';
import { filePaper, signatureOf } from '@shared/ledger/file-paper';
import type { LedgerEntry } from '@shared/ledger/schema';
import { runCommand } from '../../data/gateway';
import { TextField } from '../../ui/fields';
import { useForm } from '../../ui/form';
import { FormDialog } from '../../ui/form-dialog';
import { t } from '../../ui/i18n';
import { toast } from '../../ui/toast';

export function PaperDialog({
  entry,
  onClose,
}: {
  readonly entry: LedgerEntry;
  readonly onClose: () => void;
}): ReactElement {
  const form = useForm({
    draftKey: `ledger.paper:${entry.id}`,
    initial: { archiveNo: '' },
    save: ({ archiveNo }, actId) => runCommand(filePaper, { of: entry.id, archiveNo }, { actId }),
    onSaved: () => {
      toast(t('loans.paperFiled'));
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={`${t('loans.filePaper')} ${entry.body.no ?? ''}`}
      submitLabel={t('loans.filePaper')}
      onClose={onClose}
    >
      <p className="wide">{t('loans.filePaperText', { name: signatureOf(entry)?.name ?? '' })}</p>
      <TextField form={form} name="archiveNo" label={t('signatures.archiveNo')} required wide />
    </FormDialog>
  );
}
