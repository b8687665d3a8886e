/** 交接 and 封存: count, other tenders, things handed over and signatures on one screen (DOMAIN §6). */
import { useState, type ReactElement } from 'react';
import type { Witness } from '@shared/core/command';
import { formatMoney, parseMoney } from '@shared/core/money';
import { openOf } from '@shared/ledger/books';
import type { TillHandover } from '@shared/ledger/entries/tills';
import { handOverTill, sealTill } from '@shared/tills/close';
import type { TillCount } from '@shared/tills/schema';
import { nearestShift } from '@shared/tills/shift';
import { linesToCheck, type Till } from '@shared/tills/till';
import { useBooks } from '../../data/books';
import { nowIso } from '../../data/clock';
import { useDirectory } from '../../data/directory';
import { runCommand } from '../../data/gateway';
import { FormPanel, useForm } from '../../ui/form';
import { TextField } from '../../ui/fields';
import { t } from '../../ui/i18n';
import { toast } from '../../ui/toast';
import { CLOSE_PARTS, initialClose, statesOf, type CloseValues } from './close-values';
import { ItemsColumn } from './items-column';
import { LineChecks } from './line-checks';
import { Difference } from './money';
import { PiecesTable } from './pieces-table';
import { TenderTable } from './tender-table';

interface CloseFormProps {
  readonly mode: 'handover' | 'seal';
  readonly till: Till;
  /** The count committed blindly, or null where counting is open. */
  readonly count: TillCount | null;
  readonly onClose: () => void;
  readonly onClosed: (session: string) => void;
}

/** `在管押金 3 笔 ¥600.00；借出物品 4 件；待付小费 ¥120.00`, or '' when nothing is held. */
function depositsHeld(): string {
  const { books } = useBooks.getState();
  if (!books) return '';
  const [deposits, loans, tips] = [
    openOf(books, 'securityDeposit'),
    openOf(books, 'loan'),
    openOf(books, 'tip'),
  ];
  const sum = (rows: readonly { readonly amount: number }[]): string =>
    formatMoney(rows.reduce((all, { amount }) => all + amount, 0));
  if (deposits.length + loans.length + tips.length === 0) return '';
  return t('tills.depositsHeld', {
    count: deposits.length,
    amount: sum(deposits),
    loans: loans.length,
    tips: sum(tips),
  });
}

export function CloseForm({ mode, till, count, onClose, onClosed }: CloseFormProps): ReactElement {
  const settings = useDirectory((state) => state.settings);
  const { denominations, tillFloat, tillDifferenceLimit } = settings;
  const [other, setOther] = useState<Witness | null>(null);
  const [lead, setLead] = useState<Witness | null>(null);
  const session = till.id;
  const form = useForm<CloseValues>({
    draftKey: `till.close:${session}`,
    parts: CLOSE_PARTS,
    initial: initialClose(till, count, {
      float: tillFloat,
      deposits: depositsHeld(),
      shift: nearestShift(settings.shifts, nowIso()),
    }),
    save: ({ shift, sealNo, safe, ...fields }, actId) => {
      const witnesses = [other, lead].filter((one) => one !== null);
      const close = { ...fields, session, approver: lead?.staff ?? '' };
      const by = other?.staff ?? '';
      return mode === 'handover'
        ? runCommand(handOverTill, { ...close, taking: by, shift }, { actId, witnesses })
        : runCommand(sealTill, { ...close, sealNo, safe, witness: by }, { actId, witnesses });
    },
    onSaved: (docs) => {
      const handed = docs.find((doc): doc is TillHandover => doc.kind === 'tillHandover');
      toast(
        handed
          ? t('tills.handedOver', { name: handed.body.taking.name, no: handed.body.no ?? '' })
          : t('tills.sealed'),
      );
      onClosed(session);
    },
  });
  const { values, errors, set } = form;
  const states = statesOf(till, values, denominations);
  const differences = states.map(({ actual, expected }) => Math.abs((actual ?? expected) - expected));
  const largest = Math.max(0, ...differences);
  const cash = states.find(({ tender }) => tender === 'cash');
  const counted = cash?.actual ?? null;
  const float = parseMoney(values.float) ?? 0;
  return (
    <FormPanel
      form={form}
      title=""
      submitLabel={t(mode === 'handover' ? 'tills.handOver' : 'tills.seal')}
      onClose={onClose}
    >
      <section className="column">
        <h2>{t('tills.countCash')}</h2>
        <PiecesTable
          label={t('tills.countCash')}
          value={values.pieces}
          onChange={(pieces) => set({ pieces })}
          error={errors.pieces}
        />
        <dl className="till-sums">
          <div>
            <dt>{t('tills.cashFormula')}</dt>
            <dd>{formatMoney(cash?.expected ?? 0)}</dd>
          </div>
          <div className="strong">
            <dt>{t('tills.field.difference')}</dt>
            <dd>{counted === null ? '—' : <Difference fen={counted - (cash?.expected ?? 0)} />}</dd>
          </div>
          <div>
            <dt>{t('tills.toDeposit')}</dt>
            <dd>{counted === null ? '—' : formatMoney(counted - float)}</dd>
          </div>
        </dl>
        <TextField form={form} name="float" label={t('tills.field.floatLeft')} required />
      </section>
      <section className="column">
        <h2>{t('tills.countOthers')}</h2>
        <TenderTable form={form} states={states} />
        <LineChecks
          lines={linesToCheck(till)}
          value={values.exceptions}
          onChange={(exceptions) => set({ exceptions })}
          error={errors.exceptions}
        />
      </section>
      <ItemsColumn
        mode={mode}
        form={form}
        differs={largest > 0}
        needsLead={largest > tillDifferenceLimit}
        other={other}
        onOther={setOther}
        lead={lead}
        onLead={setLead}
      />
    </FormPanel>
  );
}
