/**
 * Lines of goods by scanner and keyboard: scan → line, quantity, Enter → next scan. A product scanned again
 * adds one to its line; a barcode that was scanned into a quantity counts as a scan.
 */
import { useEffect, useRef, type KeyboardEvent, type ReactElement } from 'react';
import { formatMoney, parseMoney } from '@shared/core/money';
import { onHand } from '@shared/ledger/books';
import type { Product } from '@shared/products/schema';
import type { StockLineInput } from '@shared/stock/lines';
import { loadBooks, useBooks } from '../../data/books';
import { byBarcode, loadProducts, useProducts, type Scanned } from '../../data/products';
import { t } from '../i18n';
import { Icon } from '../icon';
import './lines.css';
import { ProductField } from './product-field';

/** `name` is what was typed where `product` is ''. */
export type LineInput = StockLineInput & { readonly name?: string };

interface LinesFieldProps {
  readonly lines: readonly LineInput[];
  readonly onChange: (lines: readonly LineInput[]) => void;
  /** The form's messages; those of `lines` and `lines.<index>.<part>` show here. */
  readonly errors: Readonly<Record<string, string>>;
  /** Price of a unit that is offered for a new line; absent: the act has no prices. */
  readonly priceFor?: (product: Product, factor: number) => string;
  /** Place whose stock stands beside each line, or ''. */
  readonly place?: string;
  /** Goods leave that place: more than stands there is marked. */
  readonly leaving?: boolean;
  /** Things the shop does not keep may be typed. */
  readonly free?: boolean;
}

/** Shorter digits are a quantity, not a code. */
const CODE_LENGTH = 6;
/** Digits of a quantity that may stand before a code which was scanned behind it. */
const MOST_DIGITS = 4;

/** A code that was scanned into a quantity, over it or behind it, and the quantity that was meant. */
function scannedInto(value: string, before: string): { scanned: Scanned; quantity: string } | null {
  const text = value.trim();
  for (let digits = 0; digits <= MOST_DIGITS && text.length - digits >= CODE_LENGTH; digits += 1) {
    const [scanned] = byBarcode(text.slice(digits));
    if (scanned) return { scanned, quantity: digits === 0 ? before : text.slice(0, digits) };
  }
  return null;
}

const totalOf = (lines: readonly LineInput[]): number =>
  lines.reduce((sum, { quantity, price }) => sum + (Number(quantity) || 0) * (parseMoney(price) ?? 0), 0);

export function LinesField(props: LinesFieldProps): ReactElement {
  const { lines, onChange, errors, priceFor, place = '', leaving, free } = props;
  const products = useProducts((state) => state.products);
  const books = useBooks((state) => state.books);
  const box = useRef<HTMLFieldSetElement>(null);
  const scan = useRef<HTMLInputElement>(null);
  /** Line whose quantity has the focus next. */
  const next = useRef<number | null>(null);
  /** What stood in the quantity before it was typed over. */
  const before = useRef('');
  useEffect(() => {
    void loadProducts();
    void loadBooks();
  }, []);
  useEffect(() => {
    if (next.current === null) return;
    box.current
      ?.querySelector<HTMLInputElement>(`[data-line="${next.current}"] [data-part=quantity]`)
      ?.focus();
    next.current = null;
  }, [lines]);

  const change = (at: number, part: Partial<LineInput>): void =>
    onChange(lines.map((line, index) => (index === at ? { ...line, ...part } : line)));

  const add = ({ product, factor }: Scanned, to: readonly LineInput[] = lines): void => {
    const packed = factor > 1;
    const known = to.findIndex((line) => line.product === product.id && line.packed === packed);
    if (known >= 0) {
      next.current = known;
      onChange(
        to.map((line, index) =>
          index === known ? { ...line, quantity: String((Number(line.quantity) || 0) + 1) } : line,
        ),
      );
      return;
    }
    next.current = to.length;
    onChange([
      ...to,
      { product: product.id, packed, quantity: '1', price: priceFor?.(product, factor) ?? '' },
    ]);
  };

  const onEnter = (event: KeyboardEvent<HTMLInputElement>, at: number): void => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    const { value } = event.currentTarget;
    const isQuantity = event.currentTarget.dataset.part === 'quantity';
    const found = isQuantity ? scannedInto(value, before.current) : null;
    if (found) {
      const { scanned, quantity } = found;
      add(
        scanned,
        lines.map((line, index) => (index === at ? { ...line, quantity } : line)),
      );
      return;
    }
    const price = box.current?.querySelector<HTMLInputElement>(`[data-line="${at}"] [data-part=price]`);
    if (isQuantity && price?.value === '') price.focus();
    else scan.current?.focus();
  };

  return (
    <fieldset ref={box} className="lines wide" aria-label={t('stock.field.lines')}>
      {lines.length === 0 ? (
        <p className="quiet lines-empty">{t('stock.linesEmpty')}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th>{t('stock.field.product')}</th>
              {place !== '' && <th className="right">{place}</th>}
              <th>{t('stock.field.quantity')}</th>
              <th>{t('stock.field.unit')}</th>
              {priceFor && <th>{t('stock.field.price')}</th>}
              {priceFor && <th className="right">{t('stock.field.amount')}</th>}
              <th />
            </tr>
          </thead>
          <tbody>
            {lines.map((line, at) => {
              const product = products?.get(line.product);
              const pack = product?.body.pack;
              const held = books && place !== '' ? onHand(books, line.product, place) : null;
              const units = (Number(line.quantity) || 0) * (line.packed && pack ? pack.size : 1);
              const error =
                errors[`lines.${at}`] ?? errors[`lines.${at}.quantity`] ?? errors[`lines.${at}.price`];
              return (
                <tr key={at} data-line={at}>
                  <td>
                    {product ? product.body.name : line.name}{' '}
                    <span className="quiet">{product?.body.spec}</span>
                    {error && (
                      <div className="error" role="alert">
                        {error}
                      </div>
                    )}
                  </td>
                  {place !== '' && (
                    <td className={leaving && held !== null && units > held ? 'right short' : 'right'}>
                      {held}
                    </td>
                  )}
                  <td>
                    <input
                      className="input amount"
                      data-part="quantity"
                      aria-label={t('stock.field.quantity')}
                      inputMode="numeric"
                      autoComplete="off"
                      value={line.quantity}
                      aria-invalid={errors[`lines.${at}.quantity`] !== undefined}
                      onFocus={({ target }) => {
                        before.current = line.quantity;
                        target.select();
                      }}
                      onChange={({ target }) => change(at, { quantity: target.value })}
                      onKeyDown={(event) => onEnter(event, at)}
                    />
                  </td>
                  <td>
                    {pack ? (
                      <select
                        className="input"
                        aria-label={t('stock.field.unit')}
                        value={line.packed ? 'pack' : 'piece'}
                        onChange={({ target }) => {
                          const packed = target.value === 'pack';
                          change(at, {
                            packed,
                            ...(priceFor ? { price: priceFor(product, packed ? pack.size : 1) } : {}),
                          });
                        }}
                      >
                        <option value="piece">{product.body.unit}</option>
                        <option value="pack">
                          {t('stock.perPack', { unit: pack.unit, size: pack.size, base: product.body.unit })}
                        </option>
                      </select>
                    ) : (
                      product?.body.unit
                    )}
                  </td>
                  {priceFor && (
                    <td>
                      <input
                        className="input amount"
                        data-part="price"
                        aria-label={t('stock.field.price')}
                        inputMode="decimal"
                        autoComplete="off"
                        value={line.price}
                        aria-invalid={errors[`lines.${at}.price`] !== undefined}
                        onFocus={({ target }) => target.select()}
                        onChange={({ target }) => change(at, { price: target.value })}
                        onKeyDown={(event) => onEnter(event, at)}
                      />
                    </td>
                  )}
                  {priceFor && <td className="right">{formatMoney(totalOf([line]))}</td>}
                  <td>
                    <button
                      type="button"
                      className="button plain"
                      aria-label={t('stock.remove')}
                      title={t('stock.remove')}
                      onClick={() => {
                        onChange(lines.filter((_line, index) => index !== at));
                        scan.current?.focus();
                      }}
                    >
                      <Icon name="close" size={14} />
                    </button>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {lines.length > 0 && (
        <p className="quiet lines-sum">
          {priceFor
            ? t('stock.linesSum', { count: lines.length, total: formatMoney(totalOf(lines)) })
            : t('stock.linesCount', { count: lines.length })}
        </p>
      )}
      <ProductField
        input={scan}
        onPick={(scanned) => add(scanned)}
        error={errors.lines}
        {...(free
          ? {
              onFree: (name: string) => {
                next.current = lines.length;
                onChange([...lines, { product: '', packed: false, name, quantity: '1', price: '' }]);
              },
            }
          : {})}
      />
    </fieldset>
  );
}
