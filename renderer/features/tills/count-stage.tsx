/** The count of a blind close: committed before anything that would reveal the books is shown (DOMAIN §6). */
import type { ReactElement } from 'react';
import { countTill } from '@shared/tills/close';
import type { CloseFields } from '@shared/tills/close-fields';
import type { Till } from '@shared/tills/till';
import { runCommand } from '../../data/gateway';
import { FormPanel, useForm } from '../../ui/form';
import { t } from '../../ui/i18n';
import { toast } from '../../ui/toast';
import { CLOSE_PARTS } from './close-values';
import { PiecesTable } from './pieces-table';
import { TenderTable } from './tender-table';

type CountValues = Pick<CloseFields, 'pieces' | 'totals' | 'batchNos' | 'slips'>;

export function CountStage({
  till,
  onClose,
}: {
  readonly till: Till;
  readonly onClose: () => void;
}): ReactElement {
  const form = useForm<CountValues>({
    draftKey: `till.count:${till.id}`,
    parts: CLOSE_PARTS,
    initial: { pieces: {}, totals: {}, batchNos: {}, slips: {} },
    save: ({ pieces, totals }, actId) =>
      runCommand(countTill, { session: till.id, pieces, totals }, { actId }),
    onSaved: () => toast(t('tills.counted')),
  });
  return (
    <FormPanel form={form} title="" submitLabel={t('tills.countFirst')} onClose={onClose}>
      <section className="column">
        <h2>{t('tills.countCash')}</h2>
        <PiecesTable
          label={t('tills.countCash')}
          value={form.values.pieces}
          onChange={(pieces) => form.set({ pieces })}
          error={form.errors.pieces}
        />
      </section>
      <section className="column">
        <h2>{t('tills.countOthers')}</h2>
        <TenderTable form={form} states={null} />
      </section>
      <section className="column">
        <p className="notice">{t('tills.countFirstHelp')}</p>
      </section>
    </FormPanel>
  );
}
