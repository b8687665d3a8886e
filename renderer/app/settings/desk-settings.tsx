/** Desks and their names. A desk's code is given at its own first run and never changes. */
import { useState, type ReactElement } from 'react';
import { hasRole } from '@shared/core/roles';
import type { Desk } from '@shared/directory/schema';
import { saveDesk } from '@shared/directory/save-desk';
import { useDirectory } from '../../data/directory';
import { runCommand } from '../../data/gateway';
import { useSession } from '../../data/session';
import { TextField } from '../../ui/fields';
import { FormPanel, useForm } from '../../ui/form';
import { t } from '../../ui/i18n';
import { RegisterTable, type RegisterColumn } from '../../ui/register-table';
import { EmptyState } from '../../ui/states';
import { toast } from '../../ui/toast';

const columns = (own: string): readonly RegisterColumn<Desk>[] => [
  {
    key: 'code',
    title: t('settings.code'),
    width: '90px',
    render: ({ body }) => body.code,
    sort: ({ body }) => body.code,
  },
  {
    key: 'name',
    title: t('settings.name'),
    width: 'minmax(160px, 1fr)',
    render: ({ body }) => (
      <>
        {body.name} {body.code === own && <span className="tag good">{t('settings.thisDesk')}</span>}
      </>
    ),
  },
];

function DeskForm({ desk, onClose }: { readonly desk: Desk; readonly onClose: () => void }): ReactElement {
  const form = useForm({
    draftKey: `desk.${desk.id}`,
    initial: { name: desk.body.name },
    save: ({ name }, actId) => runCommand(saveDesk, { code: desk.body.code, name }, { actId }),
    onSaved: () => {
      toast(t('settings.saved'));
      onClose();
    },
  });
  return (
    <FormPanel form={form} title={desk.body.code} submitLabel={t('ui.save')} onClose={onClose}>
      <TextField form={form} name="name" label={t('settings.name')} required wide />
    </FormPanel>
  );
}

export function DeskSettings(): ReactElement {
  const desks = useDirectory((state) => state.desks);
  const { desk: own, actor } = useSession();
  const [selected, setSelected] = useState<string | null>(null);
  const mayChange = hasRole(actor?.roles ?? [], ['admin']);
  const record = mayChange ? desks.find(({ id }) => id === selected) : undefined;
  return (
    <>
      <p className="quiet">{mayChange ? t('settings.desksHelp') : t('settings.readOnly')}</p>
      <div className={record ? 'register with-side' : 'register'}>
        <RegisterTable
          label={t('settings.desks')}
          columns={columns(own)}
          rows={desks}
          selected={selected}
          onSelect={setSelected}
          empty={<EmptyState title={t('ui.nothingHere')} />}
        />
        {record && (
          <DeskForm
            key={record.id}
            desk={record}
            onClose={() => setSelected((now) => (now === selected ? null : now))}
          />
        )}
      </div>
    </>
  );
}
