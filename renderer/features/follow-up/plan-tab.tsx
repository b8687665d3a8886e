/** 回访计划: departments × months of a year, edited by lead and manager. */
import { useEffect, type ReactElement } from 'react';
import { hasRole } from '@shared/core/roles';
import { fill } from '@shared/messages/fill';
import { followUp as words } from '@shared/messages/zh-CN/follow-up';
import type { FollowUpPlanInput } from '@shared/follow-up/forms/plan';
import { MONTHS, savePlan } from '@shared/follow-up/plan';
import type { FollowUpPlan } from '@shared/follow-up/schema';
import { departmentName, useDirectory } from '../../data/directory';
import { runCommand } from '../../data/gateway';
import { useLiveOf } from '../../data/live';
import { today, useSession } from '../../data/session';
import { onAction } from '../../ui/actions';
import { FormPanel, useForm } from '../../ui/form';
import { t } from '../../ui/i18n';
import { Icon } from '../../ui/icon';
import { printForm } from '../../ui/print/print-form';
import { EmptyState, ErrorState, Loading } from '../../ui/states';
import { useWhenRead } from '../../ui/use-when-read';
import { toast } from '../../ui/toast';
import { toNumber } from '../../ui/typed';
import { Tabs } from './tabs';
import { plansOf } from './use-follow-ups';
import { useFiguresView } from './view-state';

function printPlan(year: string, plans: readonly FollowUpPlan[]): void {
  const data: FollowUpPlanInput = {
    club: useDirectory.getState().settings.clubName,
    year,
    rows: plans.map(({ body }) => ({
      name: departmentName(body.department),
      whom: body.whom,
      months: body.months.map(({ calls }) => calls),
    })),
  };
  printForm({
    form: 'follow-up-plan',
    title: words.form.planTitle,
    data,
    reference: fill(words.form.year, { year }),
  });
}

export function PlanTab(): ReactElement {
  const year = useFiguresView((state) => state.year) || today().slice(0, 4);
  const mayEdit = useSession(({ actor }) => hasRole(actor?.roles ?? [], ['lead', 'manager']));
  const live = useLiveOf(() => plansOf(year), ['tickets', 'directory'], [year]);
  const plans = live.state === 'ready' ? live.value : null;
  const print = useWhenRead(plans && (() => printPlan(year, plans)));
  useEffect(() => onAction('print', print));
  const go = (by: number): void => useFiguresView.setState({ year: String(Number(year) + by) });
  return (
    <>
      <div className="page-head">
        <h1>{t('followUp.title')}</h1>
        <span className="spacer" />
        <button type="button" className="button" disabled={!plans} onClick={print}>
          <Icon name="print" />
          {t('ui.print')}
        </button>
      </div>
      <div className="filters">
        <Tabs current="plan" />
        <div className="steps-by-one">
          <button type="button" className="button" aria-label={`${Number(year) - 1}`} onClick={() => go(-1)}>
            ‹
          </button>
          <strong>{t('followUp.plan.title', { year })}</strong>
          <button type="button" className="button" aria-label={`${Number(year) + 1}`} onClick={() => go(1)}>
            ›
          </button>
        </div>
        <span className="quiet small">{t(mayEdit ? 'followUp.plan.help' : 'followUp.plan.readOnly')}</span>
      </div>
      {live.state === 'loading' && <Loading />}
      {live.state === 'failed' && <ErrorState />}
      {plans && <PlanForm key={year} year={year} plans={plans} mayEdit={mayEdit} />}
    </>
  );
}

interface PlanFormProps {
  readonly year: string;
  readonly plans: readonly FollowUpPlan[];
  readonly mayEdit: boolean;
}

/** Typed numbers and whom, by department id and then `01`–`12` or `whom`. */
interface Values {
  readonly rows: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const sum = (row: Readonly<Record<string, string>> | undefined): number =>
  MONTHS.reduce((total, month) => total + (toNumber(row?.[month] ?? '') ?? 0), 0);

function PlanForm({ year, plans, mayEdit }: PlanFormProps): ReactElement {
  const departments = useDirectory((state) => state.departments).filter(
    ({ id, status }) => status === 'active' || plans.some(({ body }) => body.department === id),
  );
  const stored: Values['rows'] = Object.fromEntries(
    departments.map(({ id }) => {
      const plan = plans.find(({ body }) => body.department === id);
      const months = plan?.body.months.map((month) => [month.id, String(month.calls)] as const) ?? [];
      return [id, { whom: plan?.body.whom ?? '', ...Object.fromEntries(months) }];
    }),
  );
  const form = useForm<Values>({
    draftKey: `followUp.planYear:${year}`,
    initial: { rows: stored },
    parts: departments.map(({ id }) => id),
    save: ({ rows }, actId) =>
      runCommand(
        savePlan,
        {
          year,
          rows: departments.map(({ id }) => ({
            department: id,
            whom: rows[id]?.whom ?? '',
            months: MONTHS.map((month) => {
              const typed = rows[id]?.[month] ?? '';
              return typed.trim() === '' ? 0 : (toNumber(typed) ?? Number.NaN);
            }),
          })),
        },
        { actId },
      ),
    onSaved: () => {
      toast(t('followUp.plan.saved', { year }));
      void form.reset();
    },
  });
  // What another desk planned meanwhile shows, unless something is being typed here.
  const rows = form.typed ? form.values.rows : stored;
  const change = (department: string, field: string, value: string): void =>
    form.set({ rows: { ...rows, [department]: { ...rows[department], [field]: value } } });
  if (departments.length === 0) return <EmptyState title={t('followUp.plan.noDepartments')} />;
  const table = (
    <div className="wide plan-scroll">
      <table className="rates plan">
        <thead>
          <tr>
            <th>{t('followUp.figures.department')}</th>
            {MONTHS.map((month) => (
              <th key={month} className="right">
                {t('followUp.plan.month', { month: Number(month) })}
              </th>
            ))}
            <th className="right">{t('followUp.plan.total')}</th>
            <th>{t('followUp.plan.whom')}</th>
          </tr>
        </thead>
        <tbody>
          {departments.map(({ id, body: { name } }) => (
            <tr key={id}>
              <td>
                {name}
                {form.errors[id] && (
                  <div className="error" role="alert">
                    {form.errors[id]}
                  </div>
                )}
              </td>
              {MONTHS.map((month) => (
                <td key={month} className="right">
                  {mayEdit ? (
                    <input
                      className="input"
                      inputMode="numeric"
                      aria-label={t('followUp.plan.cell', { department: name, month: Number(month) })}
                      value={rows[id]?.[month] ?? ''}
                      onChange={({ target }) => change(id, month, target.value)}
                    />
                  ) : (
                    rows[id]?.[month]
                  )}
                </td>
              ))}
              <td className="right">{sum(rows[id])}</td>
              <td>
                {mayEdit ? (
                  <input
                    className="input whom"
                    aria-label={t('followUp.plan.whomOf', { department: name })}
                    value={rows[id]?.whom ?? ''}
                    onChange={({ target }) => change(id, 'whom', target.value)}
                  />
                ) : (
                  rows[id]?.whom
                )}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td>{t('followUp.figures.total')}</td>
            {MONTHS.map((month) => (
              <td key={month} className="right">
                {departments.reduce((all, { id }) => all + (toNumber(rows[id]?.[month] ?? '') ?? 0), 0)}
              </td>
            ))}
            <td className="right">{departments.reduce((all, { id }) => all + sum(rows[id]), 0)}</td>
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  );
  return mayEdit ? (
    <div className="plan-form">
      <FormPanel form={form} title="" submitLabel={t('followUp.plan.save')} onClose={() => void form.reset()}>
        {table}
      </FormPanel>
    </div>
  ) : (
    <section className="panel plan-form">{table}</section>
  );
}
