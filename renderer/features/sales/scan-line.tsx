/** The line that takes everything: a scanner's code, digits, names, pinyin; Enter adds, arrows choose. */
import { useEffect, useRef, useState, type KeyboardEvent, type ReactElement, type RefObject } from 'react';
import { formatMoney } from '@shared/core/money';
import { readScan } from '@shared/sales/basket';
import { meantBy, unsold } from '@shared/sales/scan';
import { priceOn } from '@shared/products/price';
import { byBarcode, findProducts, type Scanned } from '../../data/products';
import { today } from '../../data/session';
import { refusalText, t } from '../../ui/i18n';
import { Icon } from '../../ui/icon';

const SHOWN = 7;

interface ScanLineProps {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly onAdd: (scanned: Scanned, quantity: number) => void;
  /** `3*` alone. */
  readonly onQuantity: (quantity: number) => void;
  /** Enter on an empty line. */
  readonly onPay: () => void;
}

export function ScanLine({ input, onAdd, onQuantity, onPay }: ScanLineProps): ReactElement {
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<readonly Scanned[]>([]);
  const [at, setAt] = useState(0);
  const [message, setMessage] = useState('');
  /** The list holds what one barcode stands for: Enter takes the marked one. */
  const [choosing, setChoosing] = useState(false);
  const asked = useRef('');
  const { quantity, text } = readScan(typed);

  useEffect(() => {
    asked.current = text;
    setAt(0);
    if (text === '' || /^\d{5,}$/.test(text)) {
      setFound([]);
      return;
    }
    void findProducts(text).then((products) => {
      if (asked.current !== text) return;
      setFound(
        products.filter(({ status }) => status !== 'offSale').map((product) => ({ product, factor: 1 })),
      );
    });
  }, [text]);

  /** Says what is wrong and leaves the text marked, so that the next scan replaces it. */
  const complain = (text: string): void => {
    setMessage(text);
    input.current?.select();
  };

  const add = (scanned: Scanned): void => {
    const reason = unsold(scanned.product, today());
    if (reason) return complain(refusalText(reason, { name: scanned.product.body.name }));
    onAdd(scanned, quantity ?? 1);
    setTyped('');
    setFound([]);
    setChoosing(false);
    setMessage('');
  };

  const enter = async (): Promise<void> => {
    if (text === '') {
      if (quantity === null) onPay();
      else onQuantity(quantity);
      setTyped('');
      return;
    }
    const chosenNow = choosing ? found[at] : undefined;
    if (chosenNow) return add(chosenNow);
    const among = meantBy(byBarcode(text), today());
    const [only] = among;
    if (only && among.length === 1) return add(only);
    if (among.length > 1) {
      setFound(among);
      setChoosing(true);
      complain(t('sales.several', { count: among.length }));
      return;
    }
    // The list may still be on its way when somebody types fast.
    const list =
      found.length > 0 ? found : (await findProducts(text)).map((product) => ({ product, factor: 1 }));
    const chosen = list[at] ?? list[0];
    if (chosen) return add(chosen);
    complain(t('sales.unknown', { text }));
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      void enter();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setAt((now) => Math.max(0, Math.min(Math.min(found.length, SHOWN) - 1, now + step)));
    } else if (event.key === 'Escape' && typed !== '') {
      setTyped('');
      setChoosing(false);
      setMessage('');
    }
  };

  return (
    <div className="scan-line">
      <Icon name="barcode" size={20} />
      <input
        ref={input}
        className="input"
        aria-label={t('sales.scan')}
        placeholder={t('sales.scan')}
        autoComplete="off"
        autoFocus
        value={typed}
        aria-invalid={message !== ''}
        onChange={({ target }) => {
          setTyped(target.value);
          setChoosing(false);
          setMessage('');
        }}
        onKeyDown={onKeyDown}
      />
      <span className="quiet small">{t('sales.scanHint')}</span>
      {message !== '' && (
        <span className="error" role="alert">
          {message}
        </span>
      )}
      {found.length > 0 && (
        <ul className="panel" role="listbox" aria-label={t('sales.scan')}>
          {found.slice(0, SHOWN).map((scanned, index) => (
            <li
              key={`${scanned.product.id} ${scanned.factor}`}
              role="option"
              aria-selected={index === at}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => add(scanned)}
            >
              <span>
                {scanned.product.body.name} <span className="quiet">{scanned.product.body.spec}</span>
                {scanned.factor > 1 && (
                  <span className="tag">
                    {' '}
                    {t('sales.pack', { unit: scanned.product.body.pack?.unit ?? '' })}
                  </span>
                )}
              </span>
              <span className="quiet small">{scanned.product.body.sku}</span>
              <b>{formatMoney(priceOn(scanned.product.body, today())?.price ?? 0)}</b>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
