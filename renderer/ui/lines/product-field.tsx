/** One line that takes a scanned code, a name, a number or pinyin; Enter adds, arrows choose. */
import { useEffect, useRef, useState, type KeyboardEvent, type ReactElement, type RefObject } from 'react';
import { byBarcode, findProducts, type Scanned } from '../../data/products';
import { t } from '../i18n';
import { Icon } from '../icon';

const SHOWN = 7;

interface ProductFieldProps {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly onPick: (scanned: Scanned) => void;
  /** Takes words that are no product of the shop; absent: only products. */
  readonly onFree?: (words: string) => void;
  readonly error: string | undefined;
}

export function ProductField({ input, onPick, onFree, error }: ProductFieldProps): ReactElement {
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<readonly Scanned[]>([]);
  const [at, setAt] = useState(0);
  const [message, setMessage] = useState('');
  const asked = useRef('');
  const text = typed.trim();

  useEffect(() => {
    asked.current = text;
    setAt(0);
    if (text === '') {
      setFound([]);
      return;
    }
    void findProducts(text).then((products) => {
      if (asked.current === text) setFound(products.map((product) => ({ product, factor: 1 })));
    });
  }, [text]);

  const clear = (): void => {
    setTyped('');
    setFound([]);
    setMessage('');
  };
  const pick = (scanned: Scanned): void => {
    clear();
    onPick(scanned);
  };
  const free = (): void => {
    clear();
    onFree?.(text);
  };

  const enter = async (): Promise<void> => {
    const exact = byBarcode(text);
    const [only] = exact;
    if (only && exact.length === 1) return pick(only);
    if (exact.length > 1) {
      setFound(exact);
      setMessage(t('stock.scanDouble', { code: text }));
      return;
    }
    const list =
      found.length > 0 ? found : (await findProducts(text)).map((product) => ({ product, factor: 1 }));
    const chosen = list.slice(0, SHOWN)[at];
    if (chosen) return pick(chosen);
    if (onFree) return free();
    setMessage(t('stock.scanUnknown', { code: text }));
    input.current?.select();
  };

  const count = Math.min(found.length, SHOWN) + (onFree && text !== '' ? 1 : 0);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Enter' && text !== '') {
      event.preventDefault();
      event.stopPropagation();
      void enter();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setAt((now) => Math.max(0, Math.min(count - 1, now + step)));
    } else if (event.key === 'Escape' && typed !== '') {
      event.stopPropagation();
      clear();
    }
  };

  return (
    <div className="product-field">
      <Icon name="barcode" size={18} />
      <input
        ref={input}
        className="input"
        aria-label={t('stock.scanHere')}
        placeholder={t('stock.scanHere')}
        autoComplete="off"
        value={typed}
        aria-invalid={error !== undefined || message !== ''}
        onChange={({ target }) => {
          setTyped(target.value);
          setMessage('');
        }}
        onKeyDown={onKeyDown}
      />
      {(message || error) && (
        <span className="error" role="alert">
          {message || error}
        </span>
      )}
      {text !== '' && (
        <ul className="panel" role="listbox" aria-label={t('stock.field.lines')}>
          {found.slice(0, SHOWN).map((scanned, index) => (
            <li
              key={`${scanned.product.id} ${scanned.factor}`}
              role="option"
              aria-selected={index === at}
              // The field must not lose the focus before the click counts.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => pick(scanned)}
            >
              <span>
                {scanned.product.body.name} <span className="quiet">{scanned.product.body.spec}</span>
              </span>
              <span className="quiet small">{scanned.product.body.sku}</span>
            </li>
          ))}
          {onFree ? (
            <li
              role="option"
              aria-selected={at >= Math.min(found.length, SHOWN)}
              onPointerDown={(event) => event.preventDefault()}
              onClick={free}
            >
              {t('stock.asNamed', { words: text })}
            </li>
          ) : (
            found.length === 0 && <li className="quiet">{t('stock.noProduct')}</li>
          )}
        </ul>
      )}
    </div>
  );
}
