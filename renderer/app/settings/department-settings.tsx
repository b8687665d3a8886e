/** Departments a visit or work order may go to (administrators). */
import { useState, type ReactElement } from 'react';
import { v7 } from 'uuid';
import { saveDepartment } from '@shared/directory/save-department';
import type { Department } from '@shared/directory/schema';
import { useDirectory } from '../../data/directory';
import { runCommand } from '../../data/gateway';
import { CheckField, TextField } from '../../ui/fields';
import { FormPanel, useForm } from '../../ui/form';
import { t } from '../../ui/i18n';
import { Icon } from '../../ui/icon';
import { RegisterTable, type RegisterColumn } from '../../ui/register-table';
import { EmptyState } from '../../ui/states';
import { toast } from '../../ui/toast';

const columns = (): readonly RegisterColumn<Department>[] => [
  {
    key: 'name',
    title: t('settings.name'),
    width: 'minmax(160px, 1fr)',
    render: ({ body }) => body.name,
    sort: ({ body }) => body.name,
  },
  {
    key: 'state',
    title: t('settings.state'),
    width: '120px',
    render: ({ status }) => (status === 'active' ? t('settings.active') : t('settings.left')),
  },
];

function DepartmentForm({
  department,
  onClose,
}: {
  readonly department: Department | null;
  readonly onClose: () => void;
}): ReactElement {
  const [id] = useState(() => department?.id ?? v7());
  const form = useForm({
    draftKey: `department.${department?.id ?? 'new'}`,
    initial: { name: department?.body.name ?? '', active: department?.status !== 'retired' },
    save: ({ name, active }, actId) => runCommand(saveDepartment, { id, name, active }, { actId }),
    onSaved: () => {
      toast(t('settings.saved'));
      onClose();
    },
  });
  return (
    <FormPanel
      form={form}
      title={department?.body.name ?? t('settings.newDepartment')}
      submitLabel={t('ui.save')}
      onClose={onClose}
    >
      <TextField form={form} name="name" label={t('settings.name')} required wide />
      <CheckField form={form} name="active" label={t('settings.isUsed')} wide />
    </FormPanel>
  );
}

export function DepartmentSettings(): ReactElement {
  const departments = useDirectory((state) => state.departments);
  const [selected, setSelected] = useState<string | null>(null);
  const record = departments.find(({ id }) => id === selected) ?? null;
  return (
    <>
      <div className="filters">
        <button type="button" className="button primary" onClick={() => setSelected('new')}>
          <Icon name="plus" />
          {t('settings.newDepartment')}
        </button>
      </div>
      <div className={selected ? 'register with-side' : 'register'}>
        <RegisterTable
          label={t('settings.departments')}
          columns={columns()}
          rows={departments}
          selected={selected}
          onSelect={setSelected}
          empty={<EmptyState title={t('ui.nothingHere')} />}
        />
        {selected && (
          <DepartmentForm
            key={selected}
            department={record}
            onClose={() => setSelected((now) => (now === selected ? null : now))}
          />
        )}
      </div>
    </>
  );
}
