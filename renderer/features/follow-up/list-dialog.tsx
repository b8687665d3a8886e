/** 生成回访名单: customers of closed matters that were not followed up, ticked and put on the list in one act. */
import { useMemo, type ReactElement } from 'react';
import { addDays } from '@shared/core/time';
import { candidatesOf, type Candidate } from '@shared/follow-up/candidates';
import { plannedIn } from '@shared/follow-up/figures';
import { makeCallList } from '@shared/follow-up/plan-call';
import { FOLLOW_UP_LIMITS } from '@shared/follow-up/schema';
import { maskPhone } from '@shared/core/mask';
import { departmentName, useDirectory } from '../../data/directory';
import { runCommand } from '../../data/gateway';
import { useLive, useLiveOf } from '../../data/live';
import { range } from '../../data/read';
import { today, useSession } from '../../data/session';
import { TextField } from '../../ui/fields';
import { useForm, type Form } from '../../ui/form';
import { FormDialog } from '../../ui/form-dialog';
import { t, type MessageKey } from '../../ui/i18n';
import { toast } from '../../ui/toast';
import { CallerField, DepartmentField } from './call-form';
import { countedIn, plansOf } from './use-follow-ups';

/** Days back the matters are looked for at first. */
const FIRST_DAYS = 14;

/** Longest span that is looked through, in days: the list stays one a person can read. */
const MOST_DAYS = 92;

interface Values {
  readonly department: string;
  readonly from: string;
  readonly to: string;
  readonly plannedFor: string;
  readonly responsible: string;
  readonly ticked: readonly string[];
}

const NOBODY: readonly string[] = [];

async function loadCandidates(from: string, to: string, day: string): Promise<readonly Candidate[]> {
  const first = from < addDays(to, -MOST_DAYS) ? addDays(to, -MOST_DAYS) : from;
  const [tickets, visits, sales, later] = await Promise.all([
    range('tickets', 'day', [first], [to]),
    range('visits', 'kind', ['visit', first], ['visit', to]),
    range('ledger', 'kind', ['sale', first], ['sale', to]),
    // A call about a matter is planned after it.
    range('tickets', 'kind', ['followUp', first], ['followUp', addDays(day, 1)]),
  ]);
  const records = new Map([...tickets, ...visits, ...sales, ...later].map((doc) => [doc.id, doc]));
  return candidatesOf([...records.values()], '', useDirectory.getState().settings);
}

export function ListDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const day = today();
  const month = day.slice(0, 7);
  const actor = useSession((state) => state.actor?.id ?? '');
  const form: Form<Values> = useForm<Values>({
    draftKey: 'followUp.list',
    initial: {
      department: '',
      from: addDays(day, -FIRST_DAYS),
      to: day,
      plannedFor: day,
      responsible: actor,
      ticked: NOBODY,
    },
    parts: ['items'],
    save: async ({ department, plannedFor, responsible }, actId) =>
      runCommand(
        makeCallList,
        {
          department,
          plannedFor,
          responsible,
          items: chosen.map(({ id, collection }, index) => ({
            // Saved twice, even over a crash, it is one list.
            id: `${actId}-${index + 1}`,
            collection,
            origin: id,
          })),
        },
        { actId },
      ),
    onSaved: (docs) => {
      toast(t('followUp.listSaved', { count: docs.filter(({ kind }) => kind === 'followUp').length }));
      onClose();
    },
  });
  const { department, from, to, ticked } = form.values;
  const live = useLive(() => loadCandidates(from, to, day), ['tickets', 'visits', 'ledger'], [from, to, day]);
  const plan = useLiveOf(
    async () => ({
      planned: plannedIn(await plansOf(month.slice(0, 4)), department, month),
      listed: (await countedIn([month])).filter((call) => department === '' || call.department === department)
        .length,
    }),
    ['tickets'],
    [month, department],
  );
  const offered = useMemo(
    () =>
      (live.state === 'ready' ? live.value : [])
        .filter((one) => department === '' || one.department === department)
        .slice(0, FOLLOW_UP_LIMITS.list),
    [live, department],
  );
  const chosen = offered.filter(({ id }) => ticked.includes(id));
  const all = offered.length > 0 && chosen.length === offered.length;
  const tick = (ids: readonly string[], on: boolean): void =>
    form.set({ ticked: [...ticked.filter((id) => !ids.includes(id)), ...(on ? ids : [])] });
  return (
    <FormDialog
      form={form}
      title={t('followUp.listTitle')}
      submitLabel={t('followUp.listSubmit')}
      onClose={onClose}
      width={900}
    >
      <p className="wide quiet small">{t('followUp.listText')}</p>
      <DepartmentField
        form={form}
        label={t('followUp.listDepartment')}
        none={t('followUp.listAnyDepartment')}
      />
      <TextField form={form} name="plannedFor" label={t('followUp.field.plannedFor')} type="date" required />
      <TextField form={form} name="from" label={t('followUp.listFrom')} type="date" />
      <TextField form={form} name="to" label={t('followUp.listTo')} type="date" />
      <CallerField form={form} />
      <div className="field">
        <span className="label">{t('followUp.listTicked', { count: chosen.length })}</span>
        <span className="quiet">
          {plan.state === 'ready' &&
            (plan.value.planned === null
              ? t('followUp.listNoPlan', { listed: plan.value.listed })
              : t('followUp.listPlanned', { planned: plan.value.planned, listed: plan.value.listed }))}
        </span>
      </div>
      {form.errors.items && (
        <p className="error wide" role="alert">
          {form.errors.items}
        </p>
      )}
      <div className="wide candidates">
        {live.state === 'loading' && <p className="quiet">{t('followUp.listLoading')}</p>}
        {live.state === 'failed' && <p className="error">{t('refusal.failed')}</p>}
        {live.state === 'ready' && offered.length === 0 && <p className="quiet">{t('followUp.listNone')}</p>}
        {offered.length > 0 && (
          <>
            <label className="check">
              <input
                type="checkbox"
                checked={all}
                onChange={() =>
                  tick(
                    offered.map(({ id }) => id),
                    !all,
                  )
                }
              />
              <strong>{t('followUp.listAll')}</strong>
            </label>
            {offered.map((one) => (
              <label key={one.id} className="check candidate">
                <input
                  type="checkbox"
                  checked={ticked.includes(one.id)}
                  onChange={({ target }) => tick([one.id], target.checked)}
                />
                <span>{one.day.slice(5)}</span>
                <span>{one.customer.name}</span>
                <span>{maskPhone(one.customer.phone)}</span>
                <span>{t(`service.kinds.${one.kind}` as MessageKey)}</span>
                <span className="clip" title={one.summary}>
                  {one.summary}
                </span>
                <span className="quiet">{one.department && departmentName(one.department)}</span>
              </label>
            ))}
          </>
        )}
      </div>
    </FormDialog>
  );
}
