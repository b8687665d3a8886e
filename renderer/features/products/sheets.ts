/** Products as an Excel or CSV file that can be imported again, and the empty template for it. */
import { priceOn } from '@shared/products/price';
import { fieldsOf, pricesText } from '@shared/products/fields';
import { EXAMPLE_SKU } from '@shared/products/import/check-import';
import { EXPORT_ONLY, IMPORT_COLUMNS, type ImportKey } from '@shared/products/import/columns';
import type { Product, Supplier } from '@shared/products/schema';
import { printedByText } from '@shared/forms/texts';
import { products as words } from '@shared/messages/zh-CN/products';
import { nowIso } from '../../data/clock';
import { exportSheet, type ExportRequest } from '../../data/export-sheet';
import { today, useSession } from '../../data/session';
import { refusalText, t } from '../../ui/i18n';
import { toast } from '../../ui/toast';

/** Columns that hold numbers; codes stay text. */
const NUMBERS: ReadonlySet<ImportKey> = new Set([
  'price',
  'memberPrice',
  'cost',
  'packPrice',
  'packSize',
  'reorderPoint',
  'reorderQuantity',
  'displayMinimum',
]);

const columns = IMPORT_COLUMNS.map(({ title, width }) => ({ title, width }));

async function write(request: ExportRequest, done: string): Promise<void> {
  const { saved, refusals } = await exportSheet(request);
  if (saved) toast(done);
  for (const { code, params } of refusals) toast(refusalText(code, params), { level: 'error' });
}

/** The listed products with their price of today. */
export function exportProducts(
  products: readonly Product[],
  suppliers: readonly Supplier[],
  onHand: ((product: string) => number) | null,
  format: 'xlsx' | 'csv',
): Promise<void> {
  const { actor, desk } = useSession.getState();
  const day = today();
  const names = new Map(suppliers.map(({ id, body }) => [id, body.name]));
  // An old price's day would only be refused when the sheet comes back.
  const listed = IMPORT_COLUMNS.filter(({ key }) => key !== 'from');
  const rowOf = (product: Product): readonly (string | number)[] => {
    const fields = {
      ...fieldsOf(product),
      ...(priceOn(product.body, day) ? pricesText(product, day) : {}),
      supplier: names.get(product.body.supplier) ?? '',
    };
    return [
      ...listed.map(({ key }) => {
        const text = key === 'from' ? '' : fields[key];
        return NUMBERS.has(key) && text !== '' ? Number(text) : text;
      }),
      words.status[product.status],
      onHand?.(product.id) ?? '',
    ];
  };
  return write(
    {
      register: 'products',
      fileName: `${words.title} ${day}.${format}`,
      detail: { day },
      sheet: {
        name: words.exportSheet,
        head: [`${words.title}　${day}`, printedByText(actor?.name ?? '', desk, nowIso())],
        columns: [
          ...listed.map(({ title, width }) => ({ title, width })),
          ...EXPORT_ONLY.map((title) => ({ title, width: 10 })),
        ],
        rows: products.map(rowOf),
      },
    },
    t('products.exported', { count: products.length }),
  );
}

const EXAMPLE: Readonly<Partial<Record<ImportKey, string | number>>> = {
  sku: EXAMPLE_SKU,
  barcode: '6901234500017',
  name: '高尔夫球 三层',
  spec: '3 粒装',
  unit: '盒',
  category: '高尔夫球',
  price: 120,
  memberPrice: 108,
  cost: 72,
  shelf: 'A-01',
  displayMinimum: 4,
  reorderPoint: 6,
  reorderQuantity: 18,
  packUnit: '箱',
  packSize: 12,
  packBarcode: '6905432100019',
  facts: '三层球，适合中等挥速；拆封不退。',
};

/** An empty sheet with the right columns and one example row. */
export function saveTemplate(): Promise<void> {
  const { import: text } = words;
  return write(
    {
      register: 'products',
      fileName: `${text.templateSheet}.xlsx`,
      detail: {},
      sheet: {
        name: words.exportSheet,
        head: [text.templateHead, text.templateHead2],
        columns,
        rows: [IMPORT_COLUMNS.map(({ key }) => EXAMPLE[key] ?? '')],
      },
    },
    t('products.import.templateSaved'),
  );
}
