/** Staff, their roles and PINs (administrators). */
import { useState, type ReactElement } from 'react';
import { v7 } from 'uuid';
import { ROLES, type Role } from '@shared/core/roles';
import { pinFault } from '@shared/directory/pin-rules';
import { saveStaff } from '@shared/directory/save-staff';
import type { Staff, StaffBody } from '@shared/directory/schema';
import { credentialOf, useDirectory } from '../../data/directory';
import { runCommand, type Outcome } from '../../data/gateway';
import { host } from '../../data/host';
import { CheckField, TextField } from '../../ui/fields';
import { FormPanel, useForm } from '../../ui/form';
import { t, type MessageKey } from '../../ui/i18n';
import { Icon } from '../../ui/icon';
import { RegisterTable, type RegisterColumn } from '../../ui/register-table';
import { EmptyState } from '../../ui/states';
import { toast } from '../../ui/toast';
import { TicksField } from './ticks-field';

const NEW_STAFF: Pick<StaffBody, 'staffNo' | 'name' | 'phone' | 'roles' | 'departments'> = {
  staffNo: '',
  name: '',
  phone: '',
  roles: ['clerk'],
  departments: [],
};

const roleName = (role: Role): string => t(`settings.role.${role}` as MessageKey);

const columns = (): readonly RegisterColumn<Staff>[] => [
  {
    key: 'staffNo',
    title: t('settings.staffNo'),
    width: '90px',
    render: ({ body }) => body.staffNo,
    sort: ({ body }) => body.staffNo,
  },
  {
    key: 'name',
    title: t('settings.staffName'),
    width: '110px',
    render: ({ body }) => body.name,
    sort: ({ body }) => body.name,
  },
  {
    key: 'roles',
    title: t('settings.roles'),
    width: 'minmax(160px, 1fr)',
    render: ({ body }) => body.roles.map(roleName).join(t('ui.listSeparator')),
  },
  {
    key: 'state',
    title: t('settings.state'),
    width: '130px',
    render: ({ id, status }) => (
      <>
        {status === 'active' ? t('settings.active') : t('settings.left')}
        {status === 'active' && !credentialOf(id) && <span className="tag due"> {t('settings.noPin')}</span>}
      </>
    ),
  },
];

interface Values {
  readonly staffNo: string;
  readonly name: string;
  readonly phone: string;
  readonly roles: readonly Role[];
  readonly departments: readonly string[];
  readonly active: boolean;
  readonly pin: string;
  readonly pinAgain: string;
}

function valuesOf(staff: Staff | null): Values {
  const { staffNo, name, phone, roles, departments } = staff?.body ?? NEW_STAFF;
  return {
    staffNo,
    name,
    phone,
    roles,
    departments,
    active: staff?.status !== 'left',
    pin: '',
    pinAgain: '',
  };
}

async function save(id: string, { pin, pinAgain, ...input }: Values, actId: string): Promise<Outcome> {
  const changesPin = pin !== '' || pinAgain !== '';
  const fault = changesPin ? pinFault(pin, pinAgain) : null;
  if (fault) return { ok: false, refusals: [fault] };
  const departments = input.roles.includes('handler') ? input.departments : [];
  const credential = changesPin ? await host.call('pin.hash', pin) : null;
  const outcome = await runCommand(saveStaff, { ...input, id, departments, credential }, { actId });
  if (outcome.ok && credential) await host.call('pin.unlock', id);
  return outcome;
}

function StaffForm({
  staff,
  onClose,
}: {
  readonly staff: Staff | null;
  readonly onClose: () => void;
}): ReactElement {
  const [id] = useState(() => staff?.id ?? v7());
  const departments = useDirectory((state) => state.departments).filter(({ status }) => status === 'active');
  const form = useForm<Values>({
    draftKey: `staff.${staff?.id ?? 'new'}`,
    initial: valuesOf(staff),
    secrets: ['pin', 'pinAgain'],
    save: (values, actId) => save(id, values, actId),
    onSaved: () => {
      toast(t('settings.saved'));
      onClose();
    },
  });
  return (
    <FormPanel
      form={form}
      title={staff ? staff.body.name : t('settings.newStaff')}
      submitLabel={t('ui.save')}
      onClose={onClose}
    >
      <TextField form={form} name="staffNo" label={t('settings.staffNo')} required />
      <TextField form={form} name="name" label={t('settings.staffName')} required />
      <TextField form={form} name="phone" label={t('settings.phone')} type="tel" />
      <CheckField form={form} name="active" label={t('settings.isActive')} />
      <TicksField
        label={t('settings.roles')}
        options={ROLES.map((role) => ({ value: role, label: roleName(role) }))}
        chosen={form.values.roles}
        error={form.errors.roles}
        onChange={(roles) => form.set({ roles })}
      />
      {form.values.roles.includes('handler') && (
        <TicksField
          label={t('settings.handles')}
          options={departments.map(({ id: value, body }) => ({ value, label: body.name }))}
          chosen={form.values.departments}
          error={form.errors.departments}
          onChange={(chosen) => form.set({ departments: chosen })}
        />
      )}
      <TextField
        form={form}
        name="pin"
        label={t('settings.pin')}
        help={staff ? t('settings.pinHelp') : t('app.pinHelp')}
        type="password"
        wide
      />
      <TextField form={form} name="pinAgain" label={t('settings.pinAgain')} type="password" wide />
    </FormPanel>
  );
}

export function StaffSettings(): ReactElement {
  const staff = useDirectory((state) => state.staff);
  const [selected, setSelected] = useState<string | null>(null);
  const record = staff.find(({ id }) => id === selected) ?? null;
  return (
    <>
      <div className="filters">
        <button type="button" className="button primary" onClick={() => setSelected('new')}>
          <Icon name="plus" />
          {t('settings.newStaff')}
        </button>
      </div>
      <div className={selected ? 'register with-side' : 'register'}>
        <RegisterTable
          label={t('settings.staff')}
          columns={columns()}
          rows={staff}
          selected={selected}
          onSelect={setSelected}
          empty={<EmptyState title={t('ui.nothingHere')} />}
        />
        {selected && (
          <StaffForm
            key={selected}
            staff={record}
            onClose={() => setSelected((now) => (now === selected ? null : now))}
          />
        )}
      </div>
    </>
  );
}
