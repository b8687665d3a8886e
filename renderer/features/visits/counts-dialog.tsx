/** Players and caddies on site, as the starter's desk tells. */
import type { ReactElement } from 'react';
import { recordStarterCounts } from '@shared/visits/record-starter-counts';
import { runCommand } from '../../data/gateway';
import { FormDialog } from '../../ui/form-dialog';
import { TextField } from '../../ui/fields';
import { useForm } from '../../ui/form';
import { t } from '../../ui/i18n';
import { toast } from '../../ui/toast';
import { toInstant, toNumber } from '../../ui/typed';

export function CountsDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const form = useForm({
    draftKey: 'visit.starterCounts',
    initial: { players: '', caddies: '', countedAt: '' },
    save: ({ players, caddies, countedAt }, actId) =>
      runCommand(
        recordStarterCounts,
        {
          id: actId,
          players: toNumber(players),
          caddies: toNumber(caddies),
          countedAt: toInstant(countedAt),
        },
        { actId },
      ),
    onSaved: () => {
      toast(t('visits.countsSaved'));
      onClose();
    },
  });
  return (
    <FormDialog form={form} title={t('visits.enterCounts')} submitLabel={t('ui.save')} onClose={onClose}>
      <TextField form={form} name="players" label={t('visits.field.players')} required numeric />
      <TextField form={form} name="caddies" label={t('visits.field.caddies')} required numeric />
      <TextField
        form={form}
        name="countedAt"
        label={t('visits.field.countedAt')}
        help={t('visits.timeInHelp')}
        type="datetime-local"
        wide
      />
    </FormDialog>
  );
}
