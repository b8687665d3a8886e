/** 到期资料: what is past the retention time, what is held back and why, and the erasure itself, by PIN (DOMAIN §2). */
import { useEffect, useMemo, useState, type ReactElement } from 'react';
import { Link } from 'wouter';
import { hasRole } from '@shared/core/roles';
import { peopleOf, type Person } from '@shared/customers/people';
import type { Placed } from '@shared/erasure/due';
import { ERASE_ROLES } from '@shared/erasure/erase';
import type { Erasure } from '@shared/erasure/schema';
import { maskPhone } from '@shared/core/mask';
import { staffName, useDirectory } from '../../data/directory';
import { eraseDue, findDue, type Found } from '../../data/erasure';
import { logFault } from '../../data/faults';
import { useLive } from '../../data/live';
import { range } from '../../data/read';
import { useSession } from '../../data/session';
import { ConfirmByPin } from '../../ui/confirm-by-pin';
import { t, type MessageKey } from '../../ui/i18n';
import { RegisterTable, type RegisterColumn } from '../../ui/register-table';
import { EmptyState, ErrorState } from '../../ui/states';
import { toast } from '../../ui/toast';
import { dayTime } from '../../ui/typed';

type Looked =
  | { readonly state: 'looking'; readonly share: number }
  | { readonly state: 'ready'; readonly found: Found }
  | { readonly state: 'failed' };

/** Looks once, and again when `turn` changes. */
function useDue(turn: number): Looked {
  const [looked, setLooked] = useState<Looked>({ state: 'looking', share: 0 });
  useEffect(() => {
    const stop = new AbortController();
    setLooked({ state: 'looking', share: 0 });
    findDue((share) => !stop.signal.aborted && setLooked({ state: 'looking', share }), stop.signal).then(
      (found) => !stop.signal.aborted && setLooked({ state: 'ready', found }),
      (error: unknown) => {
        if (stop.signal.aborted) return;
        logFault('findDue', error);
        setLooked({ state: 'failed' });
      },
    );
    return () => stop.abort();
  }, [turn]);
  return looked;
}

const kindText = (kind: string): string => t(`customers.kind.${kind}` as MessageKey);

/** Records by kind, the most first. */
function countsOf(records: readonly Placed[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { doc } of records) counts.set(doc.kind, (counts.get(doc.kind) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

export function ErasurePage(): ReactElement {
  const [turn, setTurn] = useState(0);
  const [asking, setAsking] = useState(false);
  const [done, setDone] = useState<number | null>(null);
  const looked = useDue(turn);
  const roles = useSession(({ actor }) => actor?.roles) ?? [];
  const months = useDirectory(({ settings }) => settings.retentionMonths);
  const found = looked.state === 'ready' ? looked.found : null;
  const people = useMemo(() => peopleOf(found?.due ?? [], new Map()), [found]);
  if (!hasRole(roles, ERASE_ROLES)) return <EmptyState title={t('customers.eraseNotYours')} />;
  const due = found?.due ?? [];
  return (
    <>
      <div className="page-head">
        <h1>{t('customers.erasePage')}</h1>
        <span className="quiet">{t('customers.eraseHint', { months })}</span>
        <span className="spacer" />
        <Link className="button" href="/customers">
          {t('customers.back')}
        </Link>
        <button type="button" className="button" disabled={!found} onClick={() => setTurn(turn + 1)}>
          {t('customers.lookAgain')}
        </button>
        <button
          type="button"
          className="button danger"
          disabled={due.length === 0 || done !== null}
          onClick={() => setAsking(true)}
        >
          {t('customers.erase')}
        </button>
      </div>
      {looked.state === 'looking' && (
        <p role="status" className="quiet">
          {t('customers.looking', { percent: Math.round(looked.share * 100) })}
        </p>
      )}
      {looked.state === 'failed' && <ErrorState onRetry={() => setTurn(turn + 1)} />}
      {done !== null && <p role="status">{t('customers.erasing', { done, count: due.length })}</p>}
      {found && (
        <div className="register with-side erasure">
          <RegisterTable
            label={t('customers.duePeople')}
            columns={COLUMNS()}
            rows={people}
            selected=""
            onSelect={() => undefined}
            empty={
              <EmptyState title={t('customers.nothingDue')}>
                {t('customers.nothingDueHint', { day: found.since })}
              </EmptyState>
            }
            foot={t('customers.dueFoot', { people: people.length, records: due.length })}
          />
          <Aside found={found} />
        </div>
      )}
      {asking && found && (
        <ConfirmByPin
          title={t('customers.eraseTitle')}
          text={t('customers.eraseText', { people: people.length, records: due.length })}
          submitLabel={t('customers.eraseDo')}
          run={async (witness) => {
            setDone(0);
            const { count, refusals } = await eraseDue(found, witness, setDone);
            setDone(null);
            if (refusals.length > 0) {
              if (count > 0) setTurn(turn + 1);
              return { ok: false, refusals };
            }
            toast(t('customers.erased', { count }));
            return { ok: true, docs: [] };
          }}
          onDone={() => {
            setAsking(false);
            setTurn(turn + 1);
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

const COLUMNS = (): readonly RegisterColumn<Person>[] => [
  {
    key: 'name',
    title: t('service.name'),
    width: 'minmax(90px, 1fr)',
    render: ({ name }) => name,
    sort: ({ name }) => name,
  },
  {
    key: 'phone',
    title: t('service.phone'),
    width: '120px',
    render: ({ phone }) => maskPhone(phone),
  },
  {
    key: 'records',
    title: t('customers.field.records'),
    width: 'minmax(120px, 2fr)',
    render: ({ records }) =>
      countsOf(records)
        .map(([kind, count]) => `${kindText(kind)} ${count}`)
        .join('　'),
  },
  {
    key: 'lastDay',
    title: t('customers.field.lastDay'),
    width: '110px',
    render: ({ lastDay }) => lastDay,
    sort: ({ lastDay }) => lastDay,
  },
];

function Aside({ found: { due, held, more, since } }: { readonly found: Found }): ReactElement {
  const live = useLive(
    () => range<Erasure>('auditEvents', 'kind', ['erasure'], ['erasure']),
    ['auditEvents'],
    [],
  );
  return (
    <section className="panel record" aria-label={t('customers.preview')}>
      <div className="inside">
        <h2>{t('customers.preview')}</h2>
        <p className="quiet small">{t('customers.previewText', { day: since })}</p>
        <dl className="facts">
          {countsOf(due).map(([kind, count]) => (
            <div key={kind}>
              <dt>{kindText(kind)}</dt>
              <dd>{count}</dd>
            </div>
          ))}
        </dl>
        {more && <p className="notice">{t('customers.more')}</p>}
        <h2>
          {t('customers.held')} <span className="quiet small">{held.length}</span>
        </h2>
        <p className="quiet small">{t('customers.heldText')}</p>
        <p>
          {countsOf(held)
            .map(([kind, count]) => `${kindText(kind)} ${count}`)
            .join('　')}
        </p>
        <h2>{t('customers.exempt')}</h2>
        <p className="quiet small">{t('customers.exemptText')}</p>
        <h2>{t('customers.earlier')}</h2>
        {live.state === 'ready' && <Earlier erasures={live.value} />}
      </div>
    </section>
  );
}

/** Erasures by confirmation, the latest first. */
function Earlier({ erasures }: { readonly erasures: readonly Erasure[] }): ReactElement {
  const runs = new Map<string, { readonly first: Erasure; readonly count: number }>();
  for (const erasure of erasures) {
    const { run, targets } = erasure.body;
    const known = runs.get(run);
    runs.set(run, { first: known?.first ?? erasure, count: (known?.count ?? 0) + targets.length });
  }
  if (runs.size === 0) return <p className="quiet small">{t('customers.earlierNone')}</p>;
  return (
    <ul className="log">
      {[...runs.values()]
        .sort((a, b) => b.first.at.localeCompare(a.first.at))
        .map(({ first, count }) => (
          <li key={first.id}>
            {t('customers.earlierLine', {
              time: dayTime(first.at),
              name: staffName(first.by),
              before: first.body.before,
              count,
            })}
          </li>
        ))}
    </ul>
  );
}
