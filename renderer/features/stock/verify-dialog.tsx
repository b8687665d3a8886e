/** 核对台账: adds the whole ledger up anew and says whether the stock shown is its sum (DESIGN §2). */
import { useEffect, useState, type ReactElement } from 'react';
import { nextMonth } from '@shared/ledger/months';
import type { LedgerEntry } from '@shared/ledger/schema';
import { StockProof, type StockDifference } from '@shared/stock/verify';
import { loadBooks } from '../../data/books';
import { logFault } from '../../data/faults';
import { useProducts } from '../../data/products';
import { first, range, total } from '../../data/read';
import { today } from '../../data/session';
import { ReadingDialog } from '../../ui/reading-dialog';
import { t } from '../../ui/i18n';
import { ErrorState } from '../../ui/states';

interface Result {
  readonly entries: number;
  readonly moves: number;
  readonly products: number;
  readonly differences: readonly StockDifference[];
  readonly missing: Readonly<Record<string, number>>;
}

/** Reads month by month, so that the page stays free; begins again when something was recorded meanwhile. */
async function prove(onRead: (entries: number) => void): Promise<Result> {
  for (;;) {
    const before = await total('ledger');
    const proof = new StockProof();
    const last = today().slice(0, 7);
    let month = (await first('ledger', 'day'))?.day.slice(0, 7) ?? last;
    for (; month <= last; month = nextMonth(month)) {
      const to = month === last ? '9' : `${month}-99`;
      proof.add(await range<LedgerEntry>('ledger', 'day', [month], [to]));
      onRead(proof.entries);
    }
    const books = await loadBooks();
    if ((await total('ledger')) !== before) continue;
    return {
      entries: proof.entries,
      moves: proof.moves,
      products: Object.keys(books.stock).length,
      differences: proof.differences(books),
      missing: proof.missing(),
    };
  }
}

export function VerifyDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const [read, setRead] = useState(0);
  const [result, setResult] = useState<Result | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let gone = false;
    prove((entries) => !gone && setRead(entries)).then(
      (found) => !gone && setResult(found),
      (error: unknown) => {
        logFault('verify', error);
        if (!gone) setFailed(true);
      },
    );
    return () => {
      gone = true;
    };
  }, []);
  return (
    <ReadingDialog title={t('stock.verifyTitle')} width={560} onClose={onClose}>
      <p className="quiet">{t('stock.verifyText')}</p>
      {failed ? (
        <ErrorState />
      ) : !result ? (
        <p role="status">{t('stock.verifyRun', { entries: read })}</p>
      ) : (
        <Outcome result={result} />
      )}
    </ReadingDialog>
  );
}

function Outcome({ result }: { readonly result: Result }): ReactElement {
  const { entries, moves, products, differences, missing } = result;
  const known = useProducts((state) => state.products);
  return (
    <>
      {differences.length === 0 ? (
        <div className="notice good" role="status">
          {t('stock.verifyGood', { entries, moves, products })}
        </div>
      ) : (
        <div className="notice overdue" role="alert">
          <div>{t('stock.verifyBad', { count: differences.length })}</div>
          {differences.slice(0, 12).map(({ product, location, sum, book }) => (
            <div key={`${product} ${location}`}>
              {t('stock.verifyLine', {
                product: known?.get(product)?.body.name ?? product,
                location,
                sum,
                book,
              })}
            </div>
          ))}
        </div>
      )}
      {Object.entries(missing).map(([desk, count]) => (
        <div key={desk} className="notice">
          {t('stock.verifyGaps', { desk, count })}
        </div>
      ))}
    </>
  );
}
