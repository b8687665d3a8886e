/** 待上交: what waits for finance, chosen and deposited with finance's signature (DOMAIN §6). */
import { useEffect, useState, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { waitingRows } from '@shared/deposits/waiting';
import { byIds } from '../../data/read';
import { loadBooks, useBooks } from '../../data/books';
import { useLive } from '../../data/live';
import { today } from '../../data/session';
import type { TillHandover, TillOpen } from '@shared/ledger/entries/tills';
import { t } from '../../ui/i18n';
import { EmptyState, Loading } from '../../ui/states';
import { DepositForm } from './deposit-form';
import { Tabs } from './tabs';

export function WaitingPage(): ReactElement {
  const [, navigate] = useLocation();
  const books = useBooks((all) => all.books);
  const [round, setRound] = useState(0);
  useEffect(() => void loadBooks(), []);
  const rows = books ? waitingRows(books, today()) : [];
  const sessions = [...new Set(rows.map(({ session }) => session))];
  const openings = useLive(
    () => byIds<TillOpen | TillHandover>('ledger', sessions),
    ['ledger'],
    [sessions.join()],
  );
  const shifts = new Map(
    openings.state === 'ready' ? openings.value.map(({ id, body }) => [id, body.shift] as const) : [],
  );
  return (
    <>
      <div className="page-head">
        <h1>{t('deposits.title')}</h1>
        <Tabs current="waiting" />
      </div>
      {!books && <Loading />}
      {books && rows.length === 0 && (
        <EmptyState title={t('deposits.nothingWaits')}>
          <span>{t('deposits.nothingWaitsText')}</span>
        </EmptyState>
      )}
      {rows.length > 0 && (
        <div className="deposit-form">
          <DepositForm
            key={round}
            rows={rows}
            shiftOf={(session) => shifts.get(session) ?? ''}
            onSaved={(id) => {
              setRound(round + 1);
              navigate(`/deposits/records/${id}`);
            }}
          />
        </div>
      )}
    </>
  );
}
