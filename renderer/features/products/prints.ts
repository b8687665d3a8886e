/** What is printed of products: labels for the shelf and the price list, at the prices of a day. */
import type { PriceLabelInput } from '@shared/products/forms/price-labels';
import type { PriceListInput } from '@shared/products/forms/price-list';
import { priceRows } from '@shared/products/forms/rows';
import type { Product } from '@shared/products/schema';
import { products as words } from '@shared/messages/zh-CN/products';
import { useDirectory } from '../../data/directory';
import { printForm } from '../../ui/print/print-form';

export type PrintKind = 'sheet' | 'label' | 'list';

export function printPrices(kind: PrintKind, products: readonly Product[], day: string): void {
  const rows = priceRows(products, day);
  if (kind === 'list') {
    const { clubName, productCategories } = useDirectory.getState().settings;
    const rank = (category: string): number => {
      const at = productCategories.indexOf(category);
      return at < 0 ? productCategories.length : at;
    };
    const data: PriceListInput = {
      club: clubName,
      day,
      rows: [...rows].sort(
        (a, b) =>
          rank(a.category) - rank(b.category) ||
          a.category.localeCompare(b.category, 'zh-CN') ||
          a.sku.localeCompare(b.sku),
      ),
    };
    printForm({ form: 'price-list', title: words.form.list, data, reference: day });
    return;
  }
  const data: PriceLabelInput = { labels: rows };
  printForm({
    form: kind === 'sheet' ? 'price-label-sheet' : 'price-label',
    title: words.form.label,
    data,
    reference: day,
  });
}
