/** Finds a member or on-account account by number, name, phone or pinyin, and shows what is left on it. */
import { useEffect, useState, type KeyboardEvent, type ReactElement } from 'react';
import type { Account } from '@shared/accounts/schema';
import { formatMoney } from '@shared/core/money';
import { fold } from '@shared/search/fold';
import { hasHan } from '@shared/search/segment';
import { loadBooks, useBooks } from '../../data/books';
import { useDirectory } from '../../data/directory';
import { t } from '../i18n';

const SHOWN = 6;

/** Active accounts of a type. */
function useAccounts(type: Account['body']['type']): readonly Account[] {
  const records = useDirectory((state) => state.records);
  return [...records.values()].filter(
    (record): record is Account =>
      record.kind === 'account' && (record as Account).body.type === type && record.status === 'active',
  );
}

/** What may still be spent or signed. */
export function useAccountLeft(account: Account | undefined): string {
  const books = useBooks((state) => state.books);
  useEffect(() => {
    void loadBooks();
  }, []);
  if (!account || !books) return '';
  const balance = books.accounts[account.id] ?? 0;
  return account.body.type === 'member'
    ? t('payments.balance', { amount: formatMoney(balance) })
    : t('payments.free', { amount: formatMoney(account.body.limit - balance) });
}

async function spelling(name: string): Promise<string> {
  if (!hasHan(name)) return '';
  const { pinyin } = await import('pinyin-pro');
  const all = pinyin(name, { toneType: 'none', type: 'array' }).join('');
  const first = pinyin(name, { pattern: 'first', toneType: 'none', type: 'array' }).join('');
  return `${fold(all)} ${fold(first)}`;
}

interface AccountPickerProps {
  readonly type: Account['body']['type'];
  /** Account id, or ''. */
  readonly value: string;
  readonly onChange: (account: string) => void;
  readonly error: string | undefined;
}

/** A field that narrows as one types; Enter takes the first that is left. */
export function AccountPicker({ type, value, onChange, error }: AccountPickerProps): ReactElement {
  const accounts = useAccounts(type);
  const chosen = accounts.find(({ id }) => id === value);
  const [words, setWords] = useState('');
  const [spelled, setSpelled] = useState<ReadonlyMap<string, string>>(new Map());
  const [open, setOpen] = useState(false);
  const left = useAccountLeft(chosen);
  const wanted = fold(words);
  const count = accounts.length;
  useEffect(() => {
    if (!open) return;
    let gone = false;
    void Promise.all(accounts.map(async ({ id, body }) => [id, await spelling(body.name)] as const)).then(
      (pairs) => {
        if (!gone) setSpelled(new Map(pairs));
      },
    );
    return () => {
      gone = true;
    };
    // Spelled once for each opening; the accounts seldom change while one is picked.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [open, count]);
  const found = accounts
    .filter(
      ({ id, body }) =>
        wanted === '' ||
        [body.accountNo, body.name, body.phone].some((text) => fold(text).includes(wanted)) ||
        spelled.get(id)?.includes(wanted),
    )
    .slice(0, SHOWN);
  const pick = (account: Account): void => {
    onChange(account.id);
    setWords('');
    setOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const [first] = found;
    if (event.key === 'Enter' && open && words !== '' && first) pick(first);
    if (event.key === 'Escape' && open && words !== '') {
      event.stopPropagation();
      setWords('');
      setOpen(false);
    }
  };
  return (
    <div className="account-picker">
      <input
        className="input"
        aria-label={t('payments.account')}
        aria-invalid={error !== undefined}
        placeholder={t('payments.accountFind')}
        autoComplete="off"
        value={open ? words : chosen ? `${chosen.body.accountNo} ${chosen.body.name}` : words}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onChange={({ target }) => {
          setOpen(true);
          setWords(target.value);
        }}
        onKeyDown={onKeyDown}
      />
      {chosen && !open && <span className="quiet small">{left}</span>}
      {open && (
        <ul className="panel" role="listbox" aria-label={t('payments.account')}>
          {found.map((account) => (
            <li
              key={account.id}
              role="option"
              aria-selected={account.id === value}
              // The field must not lose the focus before the click counts.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => pick(account)}
            >
              <b>{account.body.accountNo}</b> {account.body.name}{' '}
              <span className="quiet small">{account.body.phone.slice(-4)}</span>
            </li>
          ))}
          {found.length === 0 && <li className="quiet">{t('payments.accountNone')}</li>}
        </ul>
      )}
    </div>
  );
}
