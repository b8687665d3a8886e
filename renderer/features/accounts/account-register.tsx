/** 会员储值 and 签单挂账: the list of accounts of one type, and beside it one of them or a form. */
import { useMemo, useState, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { ACCOUNT_ROLES } from '@shared/accounts/save-account';
import { formatMoney } from '@shared/core/money';
import { hasRole } from '@shared/core/roles';
import { fold } from '@shared/search/fold';
import { useDirectory } from '../../data/directory';
import { today, useSession } from '../../data/session';
import { WordsFilter } from '../../ui/filters';
import { t } from '../../ui/i18n';
import { RegisterPage, Segmented } from '../../ui/register-page';
import { RegisterTable } from '../../ui/register-table';
import { EmptyState, Loading, NoRecord } from '../../ui/states';
import { accountColumns } from './account-columns';
import { AccountForm } from './account-form';
import { AccountPanel } from './account-panel';
import { ReturnForm, SettleForm, TopUpForm } from './money-forms';
import { exportAccounts } from './prints';
import { useAccounts, type AccountRow } from './use-accounts';

interface AccountRegisterProps {
  readonly firms: boolean;
  /** An account's id, `new`, or ''. */
  readonly record: string;
  readonly act: string;
}

export function AccountRegister({ firms, record, act }: AccountRegisterProps): ReactElement {
  const [, navigate] = useLocation();
  const base = firms ? '/accounts/firms' : '/accounts';
  const type = firms ? 'onAccount' : 'member';
  const mayEdit = useSession(({ actor }) => hasRole(actor?.roles ?? [], ACCOUNT_ROLES));
  const receivableDays = useDirectory(({ settings }) => settings.receivableDays);
  const [words, setWords] = useState('');
  const rows = useAccounts(type);
  const shown = useMemo(() => {
    const wanted = fold(words);
    return (rows ?? []).filter(({ account: { body } }) =>
      [body.accountNo, body.name, body.phone].some((text) => fold(text).includes(wanted)),
    );
  }, [rows, words]);
  const columns = useMemo(
    () => accountColumns({ firms, today: today(), receivableDays }),
    [firms, receivableDays],
  );
  const total = shown.reduce((sum, { balance }) => sum + balance, 0);
  const open = (id: string | null): void => navigate(id ? `${base}/${id}` : base, { replace: true });
  const row = (rows ?? []).find(({ id }) => id === record);
  return (
    <RegisterPage
      title={t('accounts.title')}
      hint={
        <Segmented
          label={t('accounts.title')}
          value={firms ? 'firms' : 'members'}
          options={[
            { value: 'members', label: t('accounts.members') },
            { value: 'firms', label: t('accounts.firms') },
          ]}
          onChange={(tab) => navigate(tab === 'firms' ? '/accounts/firms' : '/accounts')}
        />
      }
      {...(mayEdit
        ? {
            onNew: {
              label: t(firms ? 'accounts.newFirm' : 'accounts.newMember'),
              run: () => navigate(`${base}/new`),
            },
          }
        : {})}
      onExport={() => void exportAccounts(shown, firms)}
      filters={<WordsFilter label={t('accounts.words')} value={words} onChange={setWords} />}
      table={
        <RegisterTable
          label={t(firms ? 'accounts.firms' : 'accounts.members')}
          columns={columns}
          rows={shown}
          selected={record}
          onSelect={open}
          rowClass={({ account }) => (account.status === 'closed' ? 'void' : '')}
          empty={
            rows ? (
              <EmptyState title={t('accounts.empty')}>{mayEdit && t('accounts.emptyHint')}</EmptyState>
            ) : (
              <Loading />
            )
          }
          foot={t(firms ? 'accounts.firmsFoot' : 'accounts.membersFoot', {
            count: shown.length,
            total: formatMoney(total),
          })}
        />
      }
      side={
        record === '' ? null : record === 'new' ? (
          <AccountForm key={type} type={type} account={null} onDone={open} />
        ) : row ? (
          <Side
            key={`${record}${act}`}
            row={row}
            act={act}
            onAct={(next) => navigate(`${base}/${record}/${next}`)}
            onBack={() => open(record)}
            onClose={() => open(null)}
          />
        ) : (
          <NoRecord state={rows ? 'ready' : 'loading'} />
        )
      }
    />
  );
}

interface SideProps {
  readonly row: AccountRow;
  readonly act: string;
  readonly onAct: (act: string) => void;
  readonly onBack: () => void;
  readonly onClose: () => void;
}

function Side({ row, act, onAct, onBack, onClose }: SideProps): ReactElement {
  switch (act) {
    case 'edit':
      return <AccountForm type={row.account.body.type} account={row.account} onDone={onBack} />;
    case 'top-up':
      return <TopUpForm row={row} onDone={onBack} />;
    case 'return':
      return <ReturnForm row={row} onDone={onBack} />;
    case 'settle':
      return <SettleForm row={row} onDone={onBack} />;
    default:
      return <AccountPanel row={row} onAct={onAct} onClose={onClose} />;
  }
}
