/** 各台钱箱: the open session of every desk side by side, as far as its records have come here. */
import { useEffect, useMemo, type ReactElement } from 'react';
import { formatMoney } from '@shared/core/money';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import type { Books } from '@shared/ledger/books';
import { TENDERS } from '@shared/ledger/entries/parts';
import { openSession } from '@shared/ledger/sessions';
import type { DeskSeen } from '@shared/sync/contract';
import { expectedOf, holderOf, shiftOf, type Till } from '@shared/tills/till';
import { loadBooks, useBooks } from '../../data/books';
import { useDirectory } from '../../data/directory';
import { useLiveOf } from '../../data/live';
import { useSession } from '../../data/session';
import { useSync } from '../../data/sync/status';
import { FreshTag } from '../../ui/freshness';
import { t } from '../../ui/i18n';
import { ErrorState, Loading } from '../../ui/states';
import { dayTime } from '../../ui/typed';
import { useMinute } from '../../ui/use-minute';
import { Tabs } from './tabs';
import { loadTill } from './use-till';

interface DeskTill {
  readonly code: string;
  readonly name: string;
  readonly till: Till | null;
  /** Null of this desk, whose records are all here, and while nobody has been asked. */
  readonly seen: DeskSeen | null;
}

/** Every desk with its open session's id; '' while its till is closed. */
function useSessions(books: Books | null): readonly { readonly code: string; readonly session: string }[] {
  const desks = useDirectory((state) => state.desks);
  return useMemo(() => {
    const codes = new Set([...desks.map(({ body }) => body.code), ...Object.keys(books?.seen ?? {})]);
    return [...codes]
      .sort()
      .map((code) => ({ code, session: books ? (openSession(books, code)?.id ?? '') : '' }))
      .filter(({ code, session }) => session !== '' || desks.some(({ body }) => body.code === code));
  }, [books, desks]);
}

function Card({
  desk,
  hidden,
  now,
}: {
  readonly desk: DeskTill;
  readonly hidden: boolean;
  readonly now: string;
}): ReactElement {
  const { code, name, till, seen } = desk;
  const own = useSession((state) => state.desk) === code;
  const expected = till ? expectedOf(till) : {};
  return (
    <section className="panel desk-till" aria-label={t('tills.deskTill', { desk: code })}>
      <h2>
        {t('tills.deskTill', { desk: code })} <span className="quiet">{name}</span>{' '}
        {own && <span className="tag good">{t('tills.ownDesk')}</span>}
      </h2>
      {seen && !own && <FreshTag desk={seen} now={now} />}
      {till ? (
        <>
          <dl className="facts">
            <dt>{t('tills.field.no')}</dt>
            <dd>{till.opening.body.no}</dd>
            <dt>{t('tills.field.shift')}</dt>
            <dd>{shiftOf(till)}</dd>
            <dt>{t('tills.field.opened')}</dt>
            <dd>{dayTime(till.opening.at)}</dd>
            <dt>{t('tills.field.holder')}</dt>
            <dd>{holderOf(till).name}</dd>
          </dl>
          {hidden ? (
            <p className="notice">{t('tills.shouldHoldHidden')}</p>
          ) : (
            <dl className="till-sums">
              {TENDERS.filter((tender) => expected[tender] !== undefined).map((tender) => (
                <div key={tender} className={tender === 'cash' ? 'strong' : ''}>
                  <dt>{t(`ledger.tender.${tender}`)}</dt>
                  <dd>{formatMoney(expected[tender] ?? 0)}</dd>
                </div>
              ))}
            </dl>
          )}
        </>
      ) : (
        <p className="quiet">{t('tills.deskClosed')}</p>
      )}
    </section>
  );
}

export function DesksPage(): ReactElement {
  const books = useBooks((state) => state.books);
  const blind = useDirectory(({ settings }) => settings.blindTill);
  const names = useDirectory((state) => state.desks);
  const seen = useSync((state) => state.desks);
  // Whoever counts blindly must not see it here either.
  const counts = useSession(({ actor }) => hasRole(actor?.roles ?? [], DESK_ROLES));
  const now = useMinute();
  useEffect(() => void loadBooks(), []);
  const sessions = useSessions(books);
  const live = useLiveOf(
    () => Promise.all(sessions.map(async ({ session }) => (session === '' ? null : loadTill(session)))),
    ['ledger'],
    [sessions.map(({ code, session }) => `${code} ${session}`).join()],
  );
  const tills = live.state === 'ready' ? live.value : [];
  return (
    <>
      <div className="page-head">
        <h1>{t('tills.title')}</h1>
        <Tabs current="desks" />
      </div>
      {live.state === 'failed' && <ErrorState />}
      {(live.state === 'loading' || !books) && <Loading />}
      {live.state === 'ready' && books && (
        <div className="desk-tills">
          {sessions.map(({ code }, at) => (
            <Card
              key={code}
              now={now}
              hidden={blind && counts}
              desk={{
                code,
                name: names.find(({ body }) => body.code === code)?.body.name ?? '',
                till: tills[at] ?? null,
                seen: seen.find((one) => one.code === code) ?? null,
              }}
            />
          ))}
        </div>
      )}
    </>
  );
}
