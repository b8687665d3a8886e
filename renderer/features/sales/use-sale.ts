/** The sale that is being typed: its form, its prices, and whether a lead must stand for it. */
import { useEffect, useMemo, useState } from 'react';
import type { Witness } from '@shared/core/command';
import { parseMoney } from '@shared/core/money';
import { NO_INVOICE } from '@shared/ledger/invoice';
import type { Sale } from '@shared/ledger/entries/sales';
import { NO_SIGNATORY } from '@shared/ledger/signatory';
import type { Product } from '@shared/products/schema';
import { needsLead } from '@shared/sales/discount-limit';
import { readOff } from '@shared/sales/off';
import { priceSale, type PricedSale } from '@shared/sales/price-sale';
import { makeSale, readQuantity, type SaleFields } from '@shared/sales/sell';
import { loadBooks } from '../../data/books';
import { useDirectory } from '../../data/directory';
import { runCommand } from '../../data/gateway';
import { loadProducts, useProducts } from '../../data/products';
import { today } from '../../data/session';
import { useForm, type Form } from '../../ui/form';
import { filled, lineOf } from '../../ui/payments/sums';
import { SALE_DRAFT } from './sale-draft';

export const EMPTY_SALE: SaleFields = {
  ...NO_INVOICE,
  ...NO_SIGNATORY,
  lines: [],
  member: '',
  discount: '',
  rounding: '',
  reason: '',
  customerName: '',
  customerPhone: '',
  payments: [lineOf('cash')],
  remark: '',
};

const NO_PRODUCTS: ReadonlyMap<string, Product> = new Map();

/** Prices of what is typed; nonsense counts as nothing until the command says what is wrong with it. */
export function priceOf(values: SaleFields, products: ReadonlyMap<string, Product>, day: string): PricedSale {
  const lines = values.lines.map((line) => ({
    ...line,
    quantity: readQuantity(line.quantity) ?? 0,
    discount: readOff(line.discount) ?? 0,
  }));
  return priceSale(
    {
      lines,
      member: values.member !== '',
      discount: readOff(values.discount) ?? 0,
      rounding: parseMoney(values.rounding) ?? 0,
    },
    products,
    '',
    day,
  );
}

export interface SaleInHand {
  readonly form: Form<SaleFields>;
  readonly priced: PricedSale;
  readonly products: ReadonlyMap<string, Product> | null;
  readonly approval: {
    readonly needed: boolean;
    readonly witness: Witness | null;
    readonly set: (witness: Witness) => void;
  };
}

/** @param onSaved with the stored sale; the caller begins the next one */
export function useSale(onSaved: (sale: Sale) => void): SaleInHand {
  const products = useProducts((state) => state.products);
  const settings = useDirectory((state) => state.settings);
  const [witness, setWitness] = useState<Witness | null>(null);
  useEffect(() => {
    void loadProducts();
    void loadBooks();
  }, []);
  const form = useForm<SaleFields>({
    draftKey: SALE_DRAFT,
    initial: EMPTY_SALE,
    parts: ['approval'],
    save: (values, actId) => {
      const { total } = priceOf(values, products ?? NO_PRODUCTS, today());
      const fields = { ...values, payments: filled(values.payments, total) };
      return runCommand(makeSale, { id: actId, fields }, { actId, witnesses: witness ? [witness] : [] });
    },
    onSaved: (docs) => {
      const sale = docs.find((doc): doc is Sale => doc.kind === 'sale');
      if (sale) onSaved(sale);
    },
  });
  const { values } = form;
  const priced = useMemo(() => priceOf(values, products ?? NO_PRODUCTS, today()), [values, products]);
  const needed = needsLead(priced, parseMoney(values.rounding) ?? 0, settings);
  return { form, priced, products, approval: { needed, witness, set: setWitness } };
}
