/** 现金月报: the month's sessions by day; finance ticks each day off (DOMAIN §6). */
import { useEffect, useState, type ReactElement } from 'react';
import { formatMoney } from '@shared/core/money';
import { hasRole } from '@shared/core/roles';
import { cashTotals, type CashDay, type CashRow } from '@shared/deposits/cash-month';
import { checkCash, uncheckCash } from '@shared/deposits/cash-check';
import { CASH_COLUMNS } from '@shared/deposits/forms/cash-month';
import { deposits as words } from '@shared/messages/zh-CN/deposits';
import { staffName } from '../../data/directory';
import { runCommand } from '../../data/gateway';
import { today, useSession } from '../../data/session';
import { onAction } from '../../ui/actions';
import { exportList } from '../../ui/export-list';
import { TextField } from '../../ui/fields';
import { useForm } from '../../ui/form';
import { FormDialog } from '../../ui/form-dialog';
import { refusalText, t } from '../../ui/i18n';
import { Icon } from '../../ui/icon';
import { EmptyState, ErrorState, Loading } from '../../ui/states';
import { useWhenRead } from '../../ui/use-when-read';
import { toast } from '../../ui/toast';
import { dayTime } from '../../ui/typed';
import { printCashMonth } from './prints';
import { Tabs } from './tabs';
import { useCashMonth } from './use-deposits';

const money = (fen: number): string => formatMoney(fen).replace('¥', '');

function exportMonth(month: string, days: readonly CashDay[]): Promise<void> {
  const { form } = words;
  return exportList<CashRow>({
    register: 'cashMonth',
    title: words.month,
    of: month,
    columns: [
      { title: form.day, width: 12, value: ({ day }) => day },
      { title: form.shift, width: 8, value: ({ shift }) => shift },
      { title: form.desk, width: 6, value: ({ desk }) => desk },
      ...CASH_COLUMNS.map(({ title, of }) => ({ title, width: 13, value: (row: CashRow) => of(row) / 100 })),
      { title: form.total, width: 14, value: ({ total }) => total / 100 },
      { title: form.difference, width: 12, value: ({ difference }) => difference / 100 },
      { title: form.deposited, width: 14, value: ({ deposited }) => deposited / 100 },
      { title: form.waiting, width: 14, value: ({ waiting }) => waiting / 100 },
      {
        title: form.checked,
        width: 14,
        value: ({ day }) => (days.find((one) => one.day === day)?.check ? form.ticked : ''),
      },
    ],
    rows: days.flatMap(({ rows }) => rows),
  });
}

export function MonthPage(): ReactElement {
  const [month, setMonth] = useState(today().slice(0, 7));
  const [undoing, setUndoing] = useState<string | null>(null);
  const { state, days } = useCashMonth(month);
  const isFinance = useSession(({ actor }) => hasRole(actor?.roles ?? [], ['finance']));
  const totals = cashTotals(days.flatMap(({ rows }) => rows));
  const print = useWhenRead(() => printCashMonth(month, days));
  const exportFile = useWhenRead(() => void exportMonth(month, days));
  useEffect(() => onAction('print', print), [print]);
  const tick = async ({ day, totals: sums }: CashDay): Promise<void> => {
    const { total, difference, deposited, waiting } = sums;
    const figures = { total, difference, deposited, waiting };
    const outcome = await runCommand(checkCash, { day, figures, note: '' });
    if (!outcome.ok)
      for (const { code, params } of outcome.refusals) toast(refusalText(code, params), { level: 'error' });
  };
  return (
    <>
      <div className="page-head">
        <h1>{t('deposits.title')}</h1>
        <Tabs current="month" />
        <span className="spacer" />
        <button type="button" className="button" onClick={exportFile}>
          <Icon name="export" />
          {t('ui.export')}
        </button>
        <button type="button" className="button" onClick={print}>
          <Icon name="print" />
          {t('ui.print')}
        </button>
      </div>
      <div className="filters">
        <input
          className="input"
          type="month"
          aria-label={t('deposits.field.month')}
          value={month}
          onChange={({ target }) => target.value && setMonth(target.value)}
        />
        <span className="quiet">
          {t('deposits.allChecked', { done: days.filter(({ check }) => check).length, all: days.length })}
        </span>
      </div>
      <section className="panel cash-month" aria-label={t('deposits.month')} tabIndex={0}>
        {state === 'loading' && <Loading />}
        {state === 'failed' && <ErrorState />}
        {state === 'ready' && days.length === 0 && <EmptyState title={t('deposits.noSessions')} />}
        {days.length > 0 && (
          <table className="deposit-lines" aria-label={t('deposits.month')}>
            <thead>
              <tr>
                <th>{t('deposits.field.day')}</th>
                <th>{t('deposits.field.shift')}</th>
                <th>{t('deposits.field.desk')}</th>
                {(['cash', 'card', 'wechat', 'alipay', 'transfer', 'member', 'onAccount'] as const).map(
                  (tender) => (
                    <th key={tender} className="right">
                      {tender === 'transfer' ? t('deposits.otherTenders') : t(`ledger.tender.${tender}`)}
                    </th>
                  ),
                )}
                <th className="right">{t('deposits.field.sum')}</th>
                <th className="right">{t('deposits.field.difference')}</th>
                <th className="right">{t('deposits.field.deposited')}</th>
                <th className="right">{t('deposits.field.left')}</th>
                <th>{t('deposits.field.check')}</th>
              </tr>
            </thead>
            <tbody>
              {days.flatMap((day) =>
                day.rows.map((row, at) => (
                  <tr key={row.id} className={at === 0 ? 'first' : ''} title={row.no}>
                    <td>{at === 0 ? row.day : ''}</td>
                    <td>
                      {row.shift}
                      {row.late > 0 && <span className="tag due">{t('deposits.late')}</span>}
                    </td>
                    <td>{row.desk}</td>
                    {CASH_COLUMNS.map(({ title, of }) => (
                      <td key={title} className="right">
                        {of(row) === 0 ? '' : money(of(row))}
                      </td>
                    ))}
                    <td className="right">{money(row.total)}</td>
                    <td className={row.difference === 0 ? 'right' : 'right error'}>
                      {row.difference === 0 ? '' : money(row.difference)}
                    </td>
                    <td className="right">{row.deposited === 0 ? '' : money(row.deposited)}</td>
                    <td className="right">
                      {row.isOpen ? (
                        <span className="tag good">{t('deposits.isOpen')}</span>
                      ) : row.waiting === 0 ? (
                        ''
                      ) : (
                        money(row.waiting)
                      )}
                    </td>
                    {at === 0 && (
                      <td rowSpan={day.rows.length}>
                        <Tick
                          day={day}
                          mayTick={isFinance && day.day < today()}
                          onTick={() => void tick(day)}
                          onUndo={() => setUndoing(day.day)}
                        />
                      </td>
                    )}
                  </tr>
                )),
              )}
            </tbody>
            <tfoot>
              <tr>
                <th colSpan={3}>{t('deposits.field.sum')}</th>
                {CASH_COLUMNS.map(({ title, of }) => (
                  <td key={title} className="right">
                    {money(of(totals))}
                  </td>
                ))}
                <td className="right">{money(totals.total)}</td>
                <td className="right">{money(totals.difference)}</td>
                <td className="right">{money(totals.deposited)}</td>
                <td className="right">{money(totals.waiting)}</td>
                <td />
              </tr>
            </tfoot>
          </table>
        )}
      </section>
      {undoing && <UncheckDialog day={undoing} onClose={() => setUndoing(null)} />}
    </>
  );
}

interface TickProps {
  readonly day: CashDay;
  readonly mayTick: boolean;
  readonly onTick: () => void;
  readonly onUndo: () => void;
}

function Tick({ day: { check, changed }, mayTick, onTick, onUndo }: TickProps): ReactElement | null {
  if (!check)
    return mayTick ? (
      <button type="button" className="button tick" onClick={onTick}>
        {t('deposits.doCheck')}
      </button>
    ) : null;
  const last = check.body.log?.at(-1);
  const told = last ? t('deposits.checkedBy', { name: staffName(last.by), time: dayTime(last.at) }) : '';
  return (
    <span title={told}>
      <span className={changed ? 'tag due' : 'tag good'}>
        {t(changed ? 'deposits.changed' : 'deposits.checked')}
      </span>
      {mayTick && (
        <button type="button" className="button plain tick" onClick={onUndo}>
          {t('deposits.doUncheck')}
        </button>
      )}
    </span>
  );
}

function UncheckDialog({
  day,
  onClose,
}: {
  readonly day: string;
  readonly onClose: () => void;
}): ReactElement {
  const form = useForm({
    draftKey: `cash.uncheck:${day}`,
    initial: { reason: '' },
    save: ({ reason }, actId) => runCommand(uncheckCash, { day, reason }, { actId }),
    onSaved: onClose,
  });
  return (
    <FormDialog
      form={form}
      title={t('deposits.uncheckTitle', { day })}
      submitLabel={t('deposits.doUncheck')}
      onClose={onClose}
      danger
    >
      <TextField form={form} name="reason" label={t('deposits.uncheckReason')} required wide />
    </FormDialog>
  );
}
