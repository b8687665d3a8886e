/** Staff, their roles and PINs (administrators). */
import { useState, type ReactElement } from 'react';
import { v7 } from 'uuid';
import { ROLES, type Role } from '@shared/core/roles';
import { pinFault } from '@shared/directory/pin-rules';
import { saveStaff } from '@shared/directory/save-staff';
import type { Staff } from '@shared/directory/schema';
import { credentialOf, useDirectory } from '../../data/directory';
import { runCommand, type Outcome } from '../../data/gateway';
import { host } from '../../data/host';
import { CheckField, FormPanel, TextField, useForm } from '../../ui/form';
import { t, type MessageKey } from '../../ui/i18n';
import { Icon } from '../../ui/icon';
import { RegisterTable, type RegisterColumn } from '../../ui/register-table';
import { EmptyState } from '../../ui/states';
import { toast } from '../../ui/toast';

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

type Flags = Record<`is_${Role}`, boolean>;
type Values = Flags & {
  staffNo: string;
  name: string;
  phone: string;
  departments: string;
  pin: string;
  pinAgain: string;
  active: boolean;
};

function valuesOf(staff: Staff | null): Values {
  const body = staff?.body;
  const flags = Object.fromEntries(
    ROLES.map((role) => [`is_${role}`, body ? body.roles.includes(role) : role === 'clerk']),
  ) as Flags;
  const departments = body?.departments.join() ?? '';
  return {
    ...flags,
    staffNo: body?.staffNo ?? '',
    name: body?.name ?? '',
    phone: body?.phone ?? '',
    departments,
    pin: '',
    pinAgain: '',
    active: staff?.status !== 'left',
  };
}

async function save(id: string, values: Values, actId: string): Promise<Outcome> {
  const changesPin = values.pin !== '' || values.pinAgain !== '';
  const fault = changesPin ? pinFault(values.pin, values.pinAgain) : null;
  if (fault) return { ok: false, refusals: [fault] };
  const { staffNo, name, phone, active } = values;
  const roles = ROLES.filter((role) => values[`is_${role}`]);
  const departments = values.departments === '' ? [] : values.departments.split(',');
  const credential = changesPin ? await host.call('pin.hash', values.pin) : null;
  const outcome = await runCommand(
    saveStaff,
    { id, staffNo, name, phone, roles, departments, active, credential },
    { actId },
  );
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
  const chosen = form.values.departments === '' ? [] : form.values.departments.split(',');
  const toggle = (department: string): void =>
    form.set({
      departments: (chosen.includes(department)
        ? chosen.filter((one) => one !== department)
        : [...chosen, department]
      ).join(),
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
      <fieldset className="field wide">
        <legend className="label">{t('settings.roles')}</legend>
        <div className="ticks">
          {ROLES.map((role) => (
            <CheckField key={role} form={form} name={`is_${role}`} label={roleName(role)} />
          ))}
        </div>
        {form.errors.roles && (
          <span className="error" role="alert">
            {form.errors.roles}
          </span>
        )}
      </fieldset>
      {form.values.is_handler && (
        <fieldset className="field wide">
          <legend className="label">{t('settings.handles')}</legend>
          <div className="ticks">
            {departments.map(({ id: department, body }) => (
              <label key={department} className="check">
                <input
                  type="checkbox"
                  checked={chosen.includes(department)}
                  onChange={() => toggle(department)}
                />
                {body.name}
              </label>
            ))}
          </div>
          {form.errors.departments && (
            <span className="error" role="alert">
              {form.errors.departments}
            </span>
          )}
        </fieldset>
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
        {selected && <StaffForm key={selected} staff={record} onClose={() => setSelected(null)} />}
      </div>
    </>
  );
}
