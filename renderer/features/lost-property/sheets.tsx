/** 移交单: the sheets so far; HR receives one that waits, the desk may take it back. */
import { useState, type ReactElement } from 'react';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import { sheetWaits } from '@shared/lost-property/custody';
import { receiveHandover, withdrawHandover } from '@shared/lost-property/receive-handover';
import type { FoundItem, Handover } from '@shared/lost-property/schema';
import type { SignatureInput } from '@shared/signatures/signature';
import { runCommand } from '../../data/gateway';
import { isOffered } from '../../data/offered';
import { useSelf, useSession } from '../../data/session';
import { TextField } from '../../ui/fields';
import { useForm } from '../../ui/form';
import { FormDialog } from '../../ui/form-dialog';
import { t } from '../../ui/i18n';
import { SignatureField } from '../../ui/signature-field';
import { toast } from '../../ui/toast';
import { SheetPaperDialog } from './item-dialogs';
import { printSheet } from './prints';

interface SheetsProps {
  readonly sheets: readonly Handover[];
  readonly items: readonly FoundItem[];
}

export function Sheets({ sheets, items }: SheetsProps): ReactElement | null {
  const [open, setOpen] = useState<{
    readonly act: 'file' | 'receive' | 'withdraw';
    readonly id: string;
  } | null>(null);
  const roles = useSession(({ actor }) => actor?.roles) ?? [];
  const mayReceive = hasRole(roles, receiveHandover.roles) && isOffered(receiveHandover);
  const mayWithdraw = hasRole(roles, DESK_ROLES) && isOffered(withdrawHandover);
  const sheet = sheets.find(({ id }) => id === open?.id);
  const close = (): void => setOpen(null);
  if (sheets.length === 0) return null;
  return (
    <section className="panel" style={{ padding: '12px 16px' }}>
      <h2>{t('lostProperty.handoverSheets')}</h2>
      <ul className="sheets">
        {sheets.map((one) => (
          <li key={one.id}>
            <span>
              {one.body.no}{' '}
              <span className="quiet small">
                {t('lostProperty.sheetLines', { count: one.body.lines.length })}
              </span>
              {one.status === 'given' && <span className="tag due">{t('signatures.waitsForReceiver')}</span>}
              {one.status === 'void' && <span className="tag">{t('lostProperty.sheetWithdrawn')}</span>}
            </span>
            {one.status === 'given' && mayReceive && (
              <button
                type="button"
                className="button primary"
                onClick={() => setOpen({ act: 'receive', id: one.id })}
              >
                {t('lostProperty.sheetReceive')}
              </button>
            )}
            {one.status === 'given' && mayWithdraw && (
              <button
                type="button"
                className="button"
                onClick={() => setOpen({ act: 'withdraw', id: one.id })}
              >
                {t('lostProperty.sheetWithdraw')}
              </button>
            )}
            {sheetWaits(one) && (
              <button type="button" className="button" onClick={() => setOpen({ act: 'file', id: one.id })}>
                {t('lostProperty.paperFile')}
              </button>
            )}
            <button type="button" className="button" onClick={() => printSheet(one)}>
              {t('ui.print')}
            </button>
          </li>
        ))}
      </ul>
      {sheet && open?.act === 'file' && <SheetPaperDialog sheet={sheet} onClose={close} />}
      {sheet && open?.act === 'receive' && <ReceiveDialog sheet={sheet} items={items} onClose={close} />}
      {sheet && open?.act === 'withdraw' && <WithdrawDialog sheet={sheet} onClose={close} />}
    </section>
  );
}

interface ReceiveValues {
  /** Items of the sheet that are not there. */
  readonly missing: readonly string[];
  readonly signature: SignatureInput;
}

function ReceiveDialog({
  sheet: { id, body },
  items,
  onClose,
}: {
  readonly sheet: Handover;
  readonly items: readonly FoundItem[];
  readonly onClose: () => void;
}): ReactElement {
  const self = useSelf();
  const gone = new Set(items.filter(({ status }) => status !== 'held').map((item) => item.id));
  const form = useForm<ReceiveValues>({
    draftKey: `lostItem.receive:${id}`,
    parts: ['items'],
    initial: { missing: [], signature: { mode: 'pin', staff: self.staff } },
    save: ({ missing, signature }, actId) =>
      runCommand(
        receiveHandover,
        {
          id,
          items: body.lines.map(({ item }) => item).filter((item) => !missing.includes(item)),
          signature,
        },
        { actId },
      ),
    onSaved: (docs) => {
      const received = docs.find((doc): doc is Handover => doc.kind === 'handover');
      toast(t('lostProperty.sheetReceived', { no: body.no ?? '' }), {
        ...(received ? { action: { label: t('ui.print'), run: () => printSheet(received) } } : {}),
      });
      onClose();
    },
  });
  const { values, errors, set } = form;
  return (
    <FormDialog
      form={form}
      title={t('lostProperty.sheetReceiveTitle', { no: body.no ?? '' })}
      submitLabel={t('lostProperty.sheetReceive')}
      onClose={onClose}
    >
      <p className="wide quiet">
        {t('lostProperty.sheetReceiveText', { name: body.giver.name, count: body.lines.length })}
      </p>
      <fieldset className="field wide" aria-invalid={errors.items !== undefined}>
        {body.lines.map(({ item, no, name, quantity, bagNo }) => (
          <label key={item} className="check">
            <input
              type="checkbox"
              checked={!values.missing.includes(item) && !gone.has(item)}
              disabled={gone.has(item)}
              onChange={({ target }) =>
                set({
                  missing: target.checked
                    ? values.missing.filter((one) => one !== item)
                    : [...values.missing, item],
                })
              }
            />
            {name} ×{quantity} <span className="quiet small">{[no, bagNo].filter(Boolean).join(' · ')}</span>
          </label>
        ))}
        {errors.items && (
          <span className="error" role="alert">
            {errors.items}
          </span>
        )}
      </fieldset>
      <SignatureField
        label={t('lostProperty.handoverReceiver')}
        modes={['pin', 'screen']}
        value={values.signature}
        onChange={(signature) => set({ signature })}
        error={errors.signature}
        self={self}
      />
    </FormDialog>
  );
}

function WithdrawDialog({
  sheet: { id, body },
  onClose,
}: {
  readonly sheet: Handover;
  readonly onClose: () => void;
}): ReactElement {
  const form = useForm({
    draftKey: `lostItem.withdraw:${id}`,
    initial: { reason: '' },
    save: ({ reason }, actId) => runCommand(withdrawHandover, { id, reason }, { actId }),
    onSaved: onClose,
  });
  return (
    <FormDialog
      form={form}
      title={t('lostProperty.sheetWithdrawTitle', { no: body.no ?? '' })}
      submitLabel={t('lostProperty.sheetWithdraw')}
      onClose={onClose}
      danger
    >
      <TextField form={form} name="reason" label={t('lostProperty.sheetWithdrawReason')} required wide />
    </FormDialog>
  );
}
