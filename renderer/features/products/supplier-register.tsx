/** 供应商: whom goods are ordered from. */
import { useState, type ReactElement, type ReactNode } from 'react';
import { v7 } from 'uuid';
import { useLocation } from 'wouter';
import { hasRole } from '@shared/core/roles';
import { PRODUCT_ROLES } from '@shared/products/save-product';
import { saveSupplier } from '@shared/products/save-supplier';
import type { Supplier } from '@shared/products/schema';
import { runCommand } from '../../data/gateway';
import { useSession } from '../../data/session';
import { CheckField, TextField } from '../../ui/fields';
import { FormPanel, useForm } from '../../ui/form';
import { t } from '../../ui/i18n';
import { RegisterPage } from '../../ui/register-page';
import { RegisterTable, type RegisterColumn } from '../../ui/register-table';
import { EmptyState } from '../../ui/states';
import { toast } from '../../ui/toast';
import { useSuppliers } from './use-catalogue';

const columns = (): readonly RegisterColumn<Supplier>[] => [
  {
    key: 'name',
    title: t('products.suppliers'),
    width: 'minmax(200px, 1.4fr)',
    render: ({ body }) => body.name,
    sort: ({ body }) => body.name,
  },
  { key: 'contact', title: t('products.field.contact'), width: '110px', render: ({ body }) => body.contact },
  { key: 'phone', title: t('products.field.phone'), width: '140px', render: ({ body }) => body.phone },
  {
    key: 'leadDays',
    title: t('products.field.leadDays'),
    width: '100px',
    align: 'right',
    render: ({ body }) => body.leadDays,
    sort: ({ body }) => body.leadDays,
  },
  {
    key: 'status',
    title: t('products.field.status'),
    width: '90px',
    render: ({ status }) => t(status === 'active' ? 'products.used' : 'products.deskUse'),
  },
];

function SupplierForm({
  supplier,
  onDone,
}: {
  readonly supplier: Supplier | null;
  readonly onDone: () => void;
}): ReactElement {
  const [id] = useState(() => supplier?.id ?? v7());
  const { name = '', contact = '', phone = '', leadDays, remark = '' } = supplier?.body ?? {};
  const form = useForm({
    draftKey: `supplier:${supplier?.id ?? 'new'}`,
    initial: {
      name,
      contact,
      phone,
      leadDays: leadDays === undefined ? '' : String(leadDays),
      remark,
      active: supplier?.status !== 'retired',
    },
    save: (values, actId) => runCommand(saveSupplier, { id, ...values }, { actId }),
    onSaved: () => {
      toast(t('products.saved', { name: form.values.name }));
      onDone();
    },
  });
  return (
    <FormPanel
      form={form}
      title={supplier?.body.name ?? t('products.newSupplier')}
      submitLabel={t('ui.save')}
      onClose={onDone}
    >
      <TextField form={form} name="name" label={t('products.suppliers')} required wide />
      <TextField form={form} name="contact" label={t('products.field.contact')} />
      <TextField form={form} name="phone" label={t('products.field.phone')} type="tel" />
      <TextField form={form} name="leadDays" label={t('products.field.leadDays')} numeric />
      <TextField form={form} name="remark" label={t('products.field.remark')} wide />
      {supplier && <CheckField form={form} name="active" label={t('products.used')} wide />}
    </FormPanel>
  );
}

interface SupplierRegisterProps {
  readonly record: string;
  readonly tabs: ReactNode;
}

export function SupplierRegister({ record, tabs }: SupplierRegisterProps): ReactElement {
  const [, navigate] = useLocation();
  const suppliers = useSuppliers();
  const mayEdit = useSession(({ actor }) => hasRole(actor?.roles ?? [], PRODUCT_ROLES));
  const open = (id: string | null): void =>
    navigate(id && mayEdit ? `/products/suppliers/${id}` : '/products/suppliers', { replace: true });
  const supplier = suppliers.find(({ id }) => id === record) ?? null;
  return (
    <RegisterPage
      title={t('products.title')}
      hint={tabs}
      {...(mayEdit ? { onNew: { label: t('products.newSupplier'), run: () => open('new') } } : {})}
      filters={null}
      table={
        <RegisterTable
          label={t('products.suppliers')}
          columns={columns()}
          rows={suppliers}
          selected={supplier?.id ?? null}
          onSelect={open}
          rowClass={({ status }) => (status === 'retired' ? 'void' : '')}
          empty={<EmptyState title={t('ui.nothingHere')} />}
        />
      }
      side={
        record === '' ? null : <SupplierForm key={record} supplier={supplier} onDone={() => open(null)} />
      }
    />
  );
}
