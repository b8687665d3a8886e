/** Columns of a product sheet: what is exported, and by which names a column is recognised when it comes back. */
import { plainHeading } from '../../import/cells';
import { products as words } from '../../messages/zh-CN/products';
import type { ProductFields } from '../fields';

/** A field of a product, or the day its price begins. */
export type ImportKey = keyof ProductFields | 'from';

export interface ImportColumn {
  readonly key: ImportKey;
  readonly title: string;
  /** Characters. */
  readonly width: number;
  /** Other names the column has in the sheets of suppliers and tills. */
  readonly also: readonly string[];
  /** A sheet without this column is not imported. */
  readonly required?: true;
}

const { field } = words;

/** In the order of the sheet. */
export const IMPORT_COLUMNS: readonly ImportColumn[] = [
  { key: 'sku', title: field.sku, width: 12, also: ['商品编码', '货号', 'sku'], required: true },
  { key: 'barcode', title: field.barcode, width: 18, also: ['条形码', '商品条码', 'barcode'] },
  { key: 'name', title: field.name, width: 24, also: ['商品名称', '名称', 'name'], required: true },
  { key: 'spec', title: field.spec, width: 18, also: ['规格型号', 'spec'] },
  { key: 'unit', title: field.unit, width: 8, also: ['计量单位', 'unit'], required: true },
  {
    key: 'category',
    title: field.category,
    width: 14,
    also: ['分类', '商品类别', 'category'],
    required: true,
  },
  { key: 'price', title: field.price, width: 10, also: ['零售价', '单价', '价格', 'price'], required: true },
  { key: 'memberPrice', title: field.memberPrice, width: 10, also: ['会员售价', 'memberprice'] },
  { key: 'cost', title: field.cost, width: 10, also: ['进货价', '成本', '成本价', 'cost'] },
  { key: 'supplier', title: field.supplier, width: 26, also: ['供货商', 'supplier'] },
  { key: 'shelf', title: field.shelf, width: 10, also: ['货位', 'shelf'] },
  { key: 'displayMinimum', title: field.displayMinimum, width: 10, also: ['陈列下限'] },
  { key: 'reorderPoint', title: field.reorderPoint, width: 10, also: ['库存下限'] },
  { key: 'reorderQuantity', title: field.reorderQuantity, width: 12, also: ['订货量'] },
  { key: 'packUnit', title: field.packUnit, width: 10, also: ['箱单位'] },
  { key: 'packSize', title: field.packSize, width: 10, also: ['箱装数', '装箱数'] },
  { key: 'packBarcode', title: field.packBarcode, width: 18, also: ['箱码'] },
  { key: 'packPrice', title: field.packPrice, width: 10, also: ['箱价'] },
  { key: 'facts', title: field.facts, width: 50, also: ['说明', '商品介绍', 'facts'], required: true },
  { key: 'from', title: words.import.from, width: 14, also: [field.from, '生效日期'] },
];

/** Columns an export adds that say what is, and are passed over when they come back. */
export const EXPORT_ONLY = [field.status, field.onHand] as const;

const BY_NAME: ReadonlyMap<string, ImportKey> = new Map(
  IMPORT_COLUMNS.flatMap(({ key, title, also }) =>
    [title, ...also].map((name) => [plainHeading(name), key] as const),
  ),
);
const PASSED_OVER: ReadonlySet<string> = new Set(EXPORT_ONLY.map(plainHeading));

/** What a heading stands for: a field, a column to pass over, or null when nobody knows it. */
export function columnOf(heading: string): ImportKey | 'passedOver' | null {
  const name = plainHeading(heading);
  return BY_NAME.get(name) ?? (PASSED_OVER.has(name) || name === '' ? 'passedOver' : null);
}

/** Title of a column, for messages. */
export function titleOf(key: string): string {
  return IMPORT_COLUMNS.find((column) => column.key === key)?.title ?? key;
}
