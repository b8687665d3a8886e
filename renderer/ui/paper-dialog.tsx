/** 补登归档号: the original of a paper signature was filed (DOMAIN §2). */
import type { ReactElement } from 'react';
import { filePaper, signatureOf } from '@shared/ledger/file-paper';
import type { LedgerEntry } from '@shared/ledger/schema';
import { runCommand } from '../data/gateway';
import { TextField } from './fields';
import { useForm } from './form';
import { FormDialog } from './form-dialog';
import { t } from './i18n';
import { toast } from './toast';

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
      toast(t('signatures.filed'));
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={`${t('signatures.filePaper')} ${entry.body.no ?? ''}`}
      submitLabel={t('signatures.filePaper')}
      onClose={onClose}
    >
      <p className="wide">{t('signatures.filePaperText', { name: signatureOf(entry)?.name ?? '' })}</p>
      <TextField form={form} name="archiveNo" label={t('signatures.archiveNo')} required wide />
    </FormDialog>
  );
}
