/** 开单: the counter's screen. Scan, Enter on an empty line goes to the money, Ctrl+Enter takes it. */
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import { formatMoney } from '@shared/core/money';
import type { Sale } from '@shared/ledger/schema';
import { openSession } from '@shared/ledger/sessions';
import { withLastQuantity, withProduct } from '@shared/sales/basket';
import { useBooks } from '../../data/books';
import { useDirectory } from '../../data/directory';
import { useSession } from '../../data/session';
import { onAction } from '../../ui/actions';
import { t } from '../../ui/i18n';
import { EmptyState, Loading } from '../../ui/states';
import { toast } from '../../ui/toast';
import { printReceipt } from './prints';
import { SaleLines } from './sale-lines';
import { SaleSide } from './sale-side';
import { ScanLine } from './scan-line';
import { Tabs } from './tabs';
import { useSale } from './use-sale';

/** A screen of its own for each sale: the next begins with a new act. */
export function SaleScreen(): ReactElement {
  const [round, setRound] = useState(0);
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
      <Counter key={`${location} ${round}`} onNext={() => setRound(round + 1)} />
    </>
  );
}

function changeText({ body }: Sale): string {
  const cash = body.payments.find(({ tender }) => tender === 'cash');
  const amount = formatMoney(body.total);
  const change = cash ? cash.given - cash.amount : 0;
  return change > 0
    ? t('sales.savedChange', { no: body.no ?? '', amount, change: formatMoney(change) })
    : t('sales.saved', { no: body.no ?? '', amount });
}

function Counter({ onNext }: { readonly onNext: () => void }): ReactElement {
  const receipt = useDirectory(({ settings }) => settings.receiptAfterSale);
  const scan = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const sale = useSale((stored) => {
    const print = (): void => void printReceipt(stored, true);
    if (receipt === 'always') print();
    toast(changeText(stored), receipt === 'ask' ? { action: { label: t('sales.print'), run: print } } : {});
    onNext();
  });
  const { form, priced, products } = sale;
  const ready = form.ready && products !== null;
  useEffect(() => {
    // After the panel has put the focus into its own first field.
    if (ready) scan.current?.focus();
  }, [ready]);
  useEffect(() => onAction('new', () => scan.current?.focus()));
  if (!products) return <Loading />;
  const { lines } = form.values;
  const pay = (): void => {
    const first = ['.payment-line [data-part=given]', '.payment-line input', '.payments .chip']
      .map((selector) => box.current?.querySelector<HTMLElement>(selector))
      .find((element) => element);
    first?.focus();
  };
  return (
    <div ref={box} className="register with-side counter">
      <div className="panel basket">
        <ScanLine
          input={scan}
          onAdd={({ product, factor }, quantity) =>
            form.set({ lines: withProduct(lines, product.id, factor > 1, quantity) })
          }
          onQuantity={(quantity) => form.set({ lines: withLastQuantity(lines, quantity) })}
          onPay={pay}
        />
        <div className="scroll">
          <SaleLines sale={sale} onDone={() => scan.current?.focus()} />
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
      <SaleSide sale={sale} onClose={() => void form.reset().then(onNext)} />
    </div>
  );
}
