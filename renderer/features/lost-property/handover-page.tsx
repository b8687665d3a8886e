/** 移交: the due list becomes one sheet with both signatures (DOMAIN §3.6). */
import { useMemo, useState, type ReactElement } from 'react';
import type { Witness } from '@shared/core/command';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import { daysHeld, sheetWaits } from '@shared/lost-property/custody';
import { handOver } from '@shared/lost-property/handover';
import type { FoundItem, Handover } from '@shared/lost-property/schema';
import { namesSigner, type SignatureInput } from '@shared/signatures/signature';
import { useDirectory } from '../../data/directory';
import { runCommand } from '../../data/gateway';
import { today, useSession } from '../../data/session';
import { TextField } from '../../ui/fields';
import { FormPanel, useForm } from '../../ui/form';
import { t } from '../../ui/i18n';
import { PeriodFilter, chosenPeriod } from '../../ui/period-filter';
import { RegisterPage } from '../../ui/register-page';
import { RegisterTable, type RegisterColumn } from '../../ui/register-table';
import { ListState } from '../../ui/states';
import { SignatureField } from '../../ui/signature-field';
import { toast } from '../../ui/toast';
import { useMinute } from '../../ui/use-minute';
import { ValueTag, isDue } from './item-columns';
import { printSheet } from './prints';
import { Sheets } from './sheets';
import { Tabs } from './tabs';
import { useLost, within } from './use-lost';
import { useItemFilters } from './view-state';

export function HandoverPage(): ReactElement {
  const minute = useMinute();
  const settings = useDirectory((state) => state.settings);
  const atDesk = useSession(({ actor }) => hasRole(actor?.roles ?? [], DESK_ROLES));
  const choice = useItemFilters((state) => state.period);
  const period = chosenPeriod(choice, today());
  const { state, items, sheets } = useLost(period);
  const [onlyDue, setOnlyDue] = useState(true);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [more, setMore] = useState<ReadonlySet<string>>(new Set());
  const held = useMemo(() => {
    const given = new Set(
      sheets
        .filter(({ status }) => status === 'given')
        .flatMap(({ body }) => body.lines.map(({ item }) => item)),
    );
    return items.filter(({ id, status }) => status === 'held' && !given.has(id));
  }, [items, sheets]);
  const due = useMemo(() => held.filter((item) => isDue(item, minute, settings)), [held, minute, settings]);
  const shown = onlyDue ? due : held;
  // What is due is ticked from the start; the rest by hand.
  const chosen = shown.filter((item) =>
    isDue(item, minute, settings) ? !left.has(item.id) : more.has(item.id),
  );
  const toggle = (item: FoundItem): void => {
    const flip = (set: ReadonlySet<string>): ReadonlySet<string> =>
      new Set(set.has(item.id) ? [...set].filter((id) => id !== item.id) : [...set, item.id]);
    if (isDue(item, minute, settings)) setLeft(flip);
    else setMore(flip);
  };
  const columns: readonly RegisterColumn<FoundItem>[] = [
    {
      key: 'tick',
      title: '',
      width: '40px',
      render: (item) => (
        <input
          type="checkbox"
          aria-label={item.body.name}
          checked={chosen.includes(item)}
          disabled={!atDesk}
          onChange={() => toggle(item)}
        />
      ),
    },
    {
      key: 'no',
      title: t('lostProperty.field.no'),
      width: '166px',
      render: ({ body }) => <span className="quiet">{body.no}</span>,
      sort: ({ body }) => body.no ?? '',
    },
    {
      key: 'name',
      title: t('lostProperty.field.name'),
      width: 'minmax(110px, 1fr)',
      render: (item) => (
        <>
          {item.body.name}
          <ValueTag item={item} />
        </>
      ),
      sort: ({ body }) => body.name,
    },
    {
      key: 'place',
      title: t('lostProperty.field.place'),
      width: 'minmax(80px, 0.8fr)',
      render: ({ body }) => body.place,
    },
    {
      key: 'quantity',
      title: t('lostProperty.field.quantity'),
      width: '74px',
      align: 'right',
      render: ({ body }) => body.quantity,
    },
    {
      key: 'days',
      title: t('lostProperty.form.days'),
      width: '92px',
      align: 'right',
      render: ({ body }) => t('lostProperty.days', { count: daysHeld(body, minute, settings) }),
      sort: ({ body }) => daysHeld(body, minute, settings),
    },
  ];
  return (
    <RegisterPage
      title={t('lostProperty.title')}
      hint={<Tabs current="handover" />}
      filters={
        <>
          <label className="check" style={{ display: 'flex', gap: 7 }}>
            <input type="checkbox" checked={onlyDue} onChange={({ target }) => setOnlyDue(target.checked)} />
            {t('lostProperty.onlyDue')}
          </label>
          <span className="quiet">{t('lostProperty.handoverDue', { count: due.length })}</span>
          <span style={{ flex: 1 }} />
          <span className="quiet">{t('lostProperty.handoverSheets')}</span>
          <PeriodFilter
            collection="lostItems"
            choice={choice}
            today={today()}
            onChange={(next) => useItemFilters.setState({ period: next })}
          />
        </>
      }
      table={
        <RegisterTable
          label={t('lostProperty.handover')}
          columns={columns}
          rows={shown}
          selected={null}
          onSelect={() => undefined}
          empty={<ListState state={state} title={t('lostProperty.handoverNone')} />}
          foot={t('lostProperty.chosen', { count: chosen.length })}
        />
      }
      side={
        <div className="handover-side">
          {atDesk && <HandoverForm chosen={chosen} />}
          <Sheets
            items={items}
            sheets={sheets.filter(
              (sheet) => within(period, sheet) || sheetWaits(sheet) || sheet.status === 'given',
            )}
          />
        </div>
      }
    />
  );
}

interface HandoverValues {
  readonly receiverName: string;
  readonly receiver: SignatureInput;
}

function HandoverForm({ chosen }: { readonly chosen: readonly FoundItem[] }): ReactElement {
  const [hr, setHr] = useState<Witness | null>(null);
  const [round, setRound] = useState(0);
  return (
    <HandoverFields
      key={round}
      chosen={chosen}
      hr={hr}
      setHr={setHr}
      onDone={() => {
        setHr(null);
        setRound(round + 1);
      }}
    />
  );
}

interface HandoverFieldsProps {
  readonly chosen: readonly FoundItem[];
  readonly hr: Witness | null;
  readonly setHr: (witness: Witness) => void;
  readonly onDone: () => void;
}

function HandoverFields({ chosen, hr, setHr, onDone }: HandoverFieldsProps): ReactElement {
  const form = useForm<HandoverValues>({
    draftKey: 'lostItem.handOver',
    initial: { receiverName: '', receiver: { mode: 'pin', staff: '' } },
    save: (values, actId) =>
      runCommand(
        handOver,
        { id: actId, items: chosen.map(({ id }) => id), ...values },
        { actId, witnesses: hr ? [hr] : [] },
      ),
    onSaved: (docs) => {
      const sheet = docs.find((doc): doc is Handover => doc.kind === 'handover');
      if (!sheet) return;
      const { lines, no = '', dropped } = sheet.body;
      toast(t('lostProperty.handoverDone', { count: lines.length, no }), {
        action: { label: t('ui.print'), run: () => printSheet(sheet) },
      });
      if (dropped.length > 0)
        toast(t('lostProperty.handoverDropped', { numbers: dropped.join('、') }), { level: 'error' });
      onDone();
    },
  });
  const { values, errors, set } = form;
  return (
    <FormPanel
      form={form}
      title={t('lostProperty.handoverTitle')}
      submitLabel={t('lostProperty.handoverDo', { count: chosen.length })}
      onClose={() => void form.reset()}
    >
      <div className="quiet small wide">{t('lostProperty.handoverHelp')}</div>
      {errors.items && (
        <span className="form-error wide" role="alert">
          {errors.items}
        </span>
      )}
      {namesSigner(values.receiver) && (
        <TextField
          form={form}
          name="receiverName"
          label={t('lostProperty.field.receiverName')}
          required
          wide
        />
      )}
      <SignatureField
        label={t('lostProperty.handoverReceiver')}
        modes={['pin', 'later', 'screen', 'paper']}
        value={values.receiver}
        onChange={(receiver) => set({ receiver })}
        error={errors.receiver}
        witness={hr}
        onWitness={setHr}
      />
    </FormPanel>
  );
}
