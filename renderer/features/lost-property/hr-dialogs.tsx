/** HR's acts on what was handed over: storage, the authority's notice, the police, disposal (DOMAIN §3.6). */
import { useState, type ReactElement } from 'react';
import type { Witness } from '@shared/core/command';
import { custodyOf } from '@shared/lost-property/custody';
import { disposeItem, giveToPolice, isEarly, noticeItem, storeItem } from '@shared/lost-property/hr';
import { DISPOSAL_GROUNDS, type DisposalGround, type FoundItem } from '@shared/lost-property/schema';
import { runCommand } from '../../data/gateway';
import { today } from '../../data/session';
import { FormDialog } from '../../ui/form-dialog';
import { CheckField, SelectField, TextField } from '../../ui/fields';
import { useForm } from '../../ui/form';
import { t } from '../../ui/i18n';
import { SecondStaff } from '../../ui/second-staff';
import { toast } from '../../ui/toast';
import { toNumber } from '../../ui/typed';

interface HrDialogProps {
  readonly item: FoundItem;
  readonly onClose: () => void;
}

const done = (onClose: () => void) => (): void => {
  toast(t('lostProperty.hrDone'));
  onClose();
};

/** 继续保管. */
export function StoreDialog({ item: { id }, onClose }: HrDialogProps): ReactElement {
  const form = useForm({
    draftKey: `lostItem.store:${id}`,
    initial: { place: '', note: '' },
    save: (values, actId) => runCommand(storeItem, { id, ...values }, { actId }),
    onSaved: done(onClose),
  });
  return (
    <FormDialog
      form={form}
      title={t('lostProperty.hrStore')}
      submitLabel={t('lostProperty.hrStore')}
      onClose={onClose}
    >
      <TextField form={form} name="place" label={t('lostProperty.field.keepPlace')} required wide />
      <TextField form={form} name="note" label={t('lostProperty.field.note')} wide />
    </FormDialog>
  );
}

/** 公告日期. */
export function NoticeDialog({ item: { id, body }, onClose }: HrDialogProps): ReactElement {
  const form = useForm({
    draftKey: `lostItem.notice:${id}`,
    initial: { noticeDay: custodyOf(body).noticeDay || today() },
    save: ({ noticeDay }, actId) => runCommand(noticeItem, { id, noticeDay }, { actId }),
    onSaved: done(onClose),
  });
  return (
    <FormDialog form={form} title={t('lostProperty.hrNotice')} submitLabel={t('ui.save')} onClose={onClose}>
      <p className="wide">{t('lostProperty.noticeHelp')}</p>
      <TextField
        form={form}
        name="noticeDay"
        label={t('lostProperty.field.noticeDay')}
        type="date"
        required
        wide
      />
    </FormDialog>
  );
}

/** 送交公安. */
export function PoliceDialog({ item: { id, body }, onClose }: HrDialogProps): ReactElement {
  const form = useForm({
    draftKey: `lostItem.police:${id}`,
    initial: { quantity: String(custodyOf(body).hr), receiptNo: '' },
    save: ({ quantity, receiptNo }, actId) =>
      runCommand(giveToPolice, { id, quantity: toNumber(quantity), receiptNo }, { actId }),
    onSaved: done(onClose),
  });
  return (
    <FormDialog
      form={form}
      title={t('lostProperty.hrPolice')}
      submitLabel={t('lostProperty.hrPolice')}
      onClose={onClose}
    >
      <TextField form={form} name="quantity" label={t('lostProperty.field.quantity')} required numeric />
      <TextField form={form} name="receiptNo" label={t('lostProperty.field.receiptNo')} required />
    </FormDialog>
  );
}

interface DisposeValues {
  readonly quantity: string;
  readonly ground: DisposalGround | '';
  readonly destination: string;
  readonly earlyConfirmed: boolean;
}

/** 处理, with a second witness; before the law's year it warns. */
export function DisposeDialog({ item, onClose }: HrDialogProps): ReactElement {
  const { id, body } = item;
  const [second, setSecond] = useState<Witness | null>(null);
  const form = useForm<DisposeValues>({
    draftKey: `lostItem.dispose:${id}`,
    parts: ['second'],
    initial: { quantity: String(custodyOf(body).hr), ground: '', destination: '', earlyConfirmed: false },
    save: ({ quantity, ...values }, actId) =>
      runCommand(
        disposeItem,
        { id, quantity: toNumber(quantity), ...values },
        { actId, witnesses: second ? [second] : [] },
      ),
    onSaved: done(onClose),
  });
  const { values, errors } = form;
  return (
    <FormDialog
      form={form}
      title={t('lostProperty.hrDispose')}
      submitLabel={t('lostProperty.hrDispose')}
      onClose={onClose}
      width={520}
    >
      <TextField form={form} name="quantity" label={t('lostProperty.field.quantity')} required numeric />
      <SelectField
        form={form}
        name="ground"
        label={t('lostProperty.field.ground')}
        options={[
          { value: '', label: t('lostProperty.choose') },
          ...DISPOSAL_GROUNDS.map((value) => ({ value, label: t(`lostProperty.ground.${value}`) })),
        ]}
        required
      />
      <TextField form={form} name="destination" label={t('lostProperty.field.destination')} required wide />
      {values.ground !== '' && isEarly(item, values.ground, today()) && (
        <div className="notice overdue wide">
          {t('lostProperty.disposeWarn')}
          <CheckField form={form} name="earlyConfirmed" label={t('lostProperty.disposeEarly')} />
          {errors.earlyConfirmed && (
            <span className="form-error" role="alert">
              {errors.earlyConfirmed}
            </span>
          )}
        </div>
      )}
      <SecondStaff
        label={t('lostProperty.field.second')}
        help={t('lostProperty.disposeWitness')}
        witness={second}
        onWitness={setSecond}
        error={errors.second}
      />
    </FormDialog>
  );
}
