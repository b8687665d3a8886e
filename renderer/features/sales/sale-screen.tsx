/** 开单: the counter's screen. Scan, Enter on an empty line goes to the money, Ctrl+Enter takes it. */
import { useEffect, useLayoutEffect, useRef, useState, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import { formatMoney } from '@shared/core/money';
import type { Sale } from '@shared/ledger/entries/sales';
import { openSession } from '@shared/ledger/sessions';
import { placeOf, withProduct, withQuantity } from '@shared/sales/basket';
import type { TypedLine } from '@shared/sales/sell';
import { useBooks } from '../../data/books';
import { useDirectory } from '../../data/directory';
import { useSession } from '../../data/session';
import { onAction } from '../../ui/actions';
import { t } from '../../ui/i18n';
import { EmptyState, Loading } from '../../ui/states';
import { toast } from '../../ui/toast';
import { park, takeDraft, useParked, type Parked } from './parked';
import { ParkedBar } from './parked-bar';
import { printReceipt } from './prints';
import { SaleLines } from './sale-lines';
import { SaleSide } from './sale-side';
import { ScanLine } from './scan-line';
import { Tabs } from './tabs';
import { useSale } from './use-sale';

/** A screen of its own for each sale: the next begins with a new act. */
export function SaleScreen(): ReactElement {
  const [round, setRound] = useState(0);
  const [last, setLast] = useState<Sale | null>(null);
  const [location, navigate] = useLocation();
  const { actor, desk } = useSession();
  const books = useBooks((state) => state.books);
  if (!hasRole(actor?.roles ?? [], DESK_ROLES)) return <EmptyState title={t('refusal.notAllowed')} />;
  const closed = books !== null && openSession(books, desk) === null;
  return (
    <>
      <div className="page-head">
        <h1>{t('sales.title')}</h1>
        <Tabs current="sell" />
      </div>
      {closed && (
        <div className="notice overdue">
          {t('sales.tillClosed')}{' '}
          <button type="button" className="button" onClick={() => navigate('/tills')}>
            {t('sales.goTill')}
          </button>
        </div>
      )}
      <Counter
        key={`${location} ${round}`}
        last={last}
        onNext={(sale) => {
          setLast(sale);
          setRound(round + 1);
        }}
      />
    </>
  );
}

/** The sale just made, while the next has no product yet: what it came to and the change to hand out. */
function LastSale({
  sale,
  onPrint,
}: {
  readonly sale: Sale;
  readonly onPrint: (() => void) | null;
}): ReactElement {
  const { no = '', total, payments } = sale.body;
  const cash = payments.find(({ tender }) => tender === 'cash');
  const change = cash ? cash.given - cash.amount : 0;
  return (
    <div className="state last-sale" role="status">
      <span>{t('sales.lastSale', { no, amount: formatMoney(total) })}</span>
      {change > 0 && <b className="grand">{t('sales.lastChange', { amount: formatMoney(change) })}</b>}
      {onPrint && (
        <button type="button" className="button" onClick={onPrint}>
          {t('sales.print')} <kbd>Ctrl P</kbd>
        </button>
      )}
    </div>
  );
}

interface CounterProps {
  readonly last: Sale | null;
  /** The next sale begins; with the one that was made, if one was. */
  readonly onNext: (made: Sale | null) => void;
}

function Counter({ last, onNext }: CounterProps): ReactElement {
  const receipt = useDirectory(({ settings }) => settings.receiptAfterSale);
  const scan = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLDivElement>(null);
  /** What was scanned last: `3*` alone counts for it. */
  const scanned = useRef({ product: '', packed: false });
  const linesNow = useRef<readonly TypedLine[]>([]);
  const sale = useSale((stored) => {
    if (receipt === 'always') void printReceipt(stored, true);
    onNext(stored);
  });
  const { form, priced, products } = sale;
  const parked = useParked();
  const { lines } = form.values;
  /** A key held down, or a basket that is just being paid, must not become two baskets. */
  const moving = useRef(false);
  const move = async (steps: () => Promise<void>): Promise<void> => {
    if (moving.current || form.busy) return;
    moving.current = true;
    await steps();
    // A screen of its own for each basket: no lead's approval goes from one to another.
    onNext(last);
  };
  const setAside = async (): Promise<void> => {
    await park(form.values);
    await form.reset();
  };
  const takeUp = (one: Parked): Promise<void> =>
    move(async () => {
      if (form.typed) await setAside();
      await takeDraft(one);
    });
  /** F4: sets the basket aside; with an empty one takes up what was set aside last. */
  const onPark = (): void => {
    const newest = parked.at(-1);
    if (lines.length > 0) void move(() => setAside().then(() => toast(t('sales.parkDone'))));
    else if (newest) void takeUp(newest);
  };
  useEffect(() => onAction('park', onPark));
  const ready = products !== null;
  useLayoutEffect(() => {
    // After the panel has put the focus into its own first field, and before the next key.
    if (ready) scan.current?.focus();
  }, [ready]);
  useEffect(() => onAction('new', () => scan.current?.focus()));
  useEffect(() => (last ? onAction('print', () => void printReceipt(last, true)) : undefined), [last]);
  if (!products) return <Loading />;
  // A list that was looked up may answer after the next render.
  linesNow.current = lines;
  const pay = (): void => {
    const first = ['.payment-line [data-part=given]', '.payment-line input', '.payments .chip']
      .map((selector) => box.current?.querySelector<HTMLElement>(selector))
      .find((element) => element);
    first?.focus();
  };
  return (
    <>
      {parked.length > 0 && (
        <ParkedBar parked={parked} products={products} onTake={(one) => void takeUp(one)} />
      )}
      <div ref={box} className="register with-side counter">
        <div
          className="panel basket"
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void form.submit();
          }}
        >
          <ScanLine
            input={scan}
            onAdd={({ product: { id: product }, factor }, quantity) => {
              const packed = factor > 1;
              scanned.current = { product, packed };
              form.set({ lines: withProduct(linesNow.current, product, packed, quantity) });
            }}
            onQuantity={(quantity) => {
              const { product, packed } = scanned.current;
              form.set({ lines: withQuantity(lines, placeOf(lines, product, packed), quantity) });
            }}
            onPay={pay}
          />
          <div className="scroll">
            {lines.length > 0 ? (
              <SaleLines sale={sale} onDone={() => scan.current?.focus()} />
            ) : last ? (
              <LastSale
                sale={last}
                onPrint={
                  receipt === 'ask'
                    ? () => {
                        // After the preview the next scan belongs to the scan line.
                        scan.current?.focus();
                        void printReceipt(last, true);
                      }
                    : null
                }
              />
            ) : (
              <EmptyState title={t('sales.empty')}>
                <span>{t('sales.emptyHint')}</span>
              </EmptyState>
            )}
          </div>
          {form.errors.lines && (
            <span className="error lines-error" role="alert">
              {form.errors.lines}
            </span>
          )}
          <div className="foot">
            <span className="quiet">
              {t('sales.pieces', {
                lines: priced.lines.length,
                pieces: priced.lines.reduce((sum, { quantity }) => sum + quantity, 0),
              })}
            </span>
            {lines.length > 0 && (
              <button type="button" className="button" onClick={onPark}>
                {t('sales.park')} <kbd>F4</kbd>
              </button>
            )}
            <span className="spacer" />
            {priced.gross !== priced.total && (
              <>
                <span className="quiet">
                  {t('sales.gross')} {formatMoney(priced.gross)}
                </span>
                <span className="quiet">
                  {t('sales.off')} {formatMoney(priced.gross - priced.total)}
                </span>
              </>
            )}
            <span>
              {t('sales.total')} <b className="grand">{formatMoney(Math.max(0, priced.total))}</b>
            </span>
          </div>
        </div>
        <SaleSide sale={sale} onClose={() => void form.reset().then(() => onNext(last))} />
      </div>
    </>
  );
}
