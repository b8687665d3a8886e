/** 商品资料 by path: `/products[/<id>|new][/edit|price]`, `…/unread`, `…/waiting`, `…/import`, `…/suppliers[/<id>|new]`. */
import { useEffect, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { t } from '../../ui/i18n';
import { Segmented } from '../../ui/register-page';
import { ImportPage } from './import-page';
import { ProductRegister } from './product-register';
import './products.css';
import { SupplierRegister } from './supplier-register';
import { UnreadPage } from './unread-page';
import { useProductFilters } from './view-state';

export type Tab = 'goods' | 'suppliers';

/** 商品 · 供应商. */
export function Tabs({ current }: { readonly current: Tab }): ReactElement {
  const [, navigate] = useLocation();
  return (
    <Segmented
      label={t('products.title')}
      value={current}
      options={[
        { value: 'goods', label: t('products.goods') },
        { value: 'suppliers', label: t('products.suppliers') },
      ]}
      onChange={(tab) => navigate(tab === 'goods' ? '/products' : '/products/suppliers')}
    />
  );
}

/** The list narrowed to what may go on sale next. */
function Waiting(): null {
  const [, navigate] = useLocation();
  useEffect(() => {
    useProductFilters.setState({ status: 'new', category: '', words: '' });
    navigate('/products', { replace: true });
  }, [navigate]);
  return null;
}

export default function ProductsPage(): ReactElement {
  const [location] = useLocation();
  const [first = '', second = ''] = location.split('/').slice(2);
  if (first === 'suppliers') return <SupplierRegister record={second} tabs={<Tabs current="suppliers" />} />;
  if (first === 'waiting') return <Waiting />;
  if (first === 'import') return <ImportPage />;
  if (first === 'unread') return <UnreadPage />;
  return <ProductRegister record={first} act={second} tabs={<Tabs current="goods" />} />;
}
