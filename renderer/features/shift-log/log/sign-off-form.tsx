/** 交班: what is open is gathered, each matter may go to a colleague, and the person signs off for their own shift. */
import type { ReactElement } from 'react';
import { addDays } from '@shared/core/time';
import { NEVER_DUE } from '@shared/core/envelope';
import { CLOSED } from '@shared/service/open';
import { signOffShift } from '@shared/shift-log/sign-off';
import { parseSlot, slotId, slotsOf, slotToLeave } from '@shared/shift-log/slots';
import { useDirectory } from '../../../data/directory';
import { runCommand } from '../../../data/gateway';
import { today, useSession } from '../../../data/session';
import { SelectField, TextField } from '../../../ui/fields';
import { FormPanel, useForm } from '../../../ui/form';
import { t } from '../../../ui/i18n';
import { ErrorState, Loading } from '../../../ui/states';
import { toast } from '../../../ui/toast';
import { dayTime } from '../../../ui/typed';
import { useMinute } from '../../../ui/use-minute';
import { useGathered } from '../gathered';
import { useDeskStaff } from '../use-records';
import { kindName, StateFacts } from './log-panel';

interface SignOffFormProps {
  /** Slots the person has signed off from. */
  readonly signedOff: readonly string[];
  readonly onDone: (slot: string) => void;
  readonly onClose: () => void;
}

interface Values {
  readonly shift: string;
  readonly remark: string;
  readonly handTo: Readonly<Record<string, string>>;
}

export function SignOffForm({ signedOff, onDone, onClose }: SignOffFormProps): ReactElement {
  const now = useMinute();
  const settings = useDirectory((state) => state.settings);
  const desk = useSession((session) => session.desk);
  const me = useSession(({ actor }) => actor);
  const colleagues = useDeskStaff().filter(({ id }) => id !== me?.id);
  const gathered = useGathered(desk);
  const begun = [...slotsOf(settings, desk, addDays(today(), -1)), ...slotsOf(settings, desk, today())]
    .filter(({ from }) => from <= now)
    .reverse();
  const form = useForm<Values>({
    draftKey: `shiftLog.signOff:${me?.id ?? ''}`,
    initial: {
      shift: slotId(slotToLeave(settings, desk, now, (slot) => signedOff.includes(slotId(slot)))),
      remark: '',
      handTo: {},
    },
    save: ({ shift, remark, handTo }, actId) =>
      runCommand(
        signOffShift,
        {
          slot: parseSlot(shift) ?? { desk, day: '', shift: '' },
          remark,
          handTo: Object.entries(handTo).map(([matter, to]) => ({ matter, to })),
          overdue: gathered.state === 'ready' ? gathered.value.overdue : [],
        },
        { actId },
      ),
    onSaved: ([doc]) => {
      const slot = begun.find((one) => slotId(one) === form.values.shift);
      toast(t('shiftLog.signedOff', { shift: slot?.name ?? '' }));
      if (doc) onDone(form.values.shift);
    },
  });
  return (
    <FormPanel
      form={form}
      title={t('shiftLog.signOffTitle')}
      submitLabel={t('shiftLog.signOffDo')}
      onClose={onClose}
    >
      <SelectField
        form={form}
        name="shift"
        label={t('shiftLog.slot')}
        options={begun.map((slot) => ({ value: slotId(slot), label: `${slot.day.slice(5)}　${slot.name}` }))}
        required
      />
      <div className="field">
        <span className="label">{t('shiftLog.signOffBy')}</span>
        <strong>{me?.name}</strong>
      </div>
      <TextField form={form} name="remark" label={t('shiftLog.remark')} rows={2} wide />
      <p className="quiet small wide">{t('shiftLog.signOffHelp')}</p>
      {gathered.state === 'failed' && <ErrorState />}
      {gathered.state === 'loading' && <Loading lines={3} />}
      {gathered.state === 'ready' && (
        <div className="wide shift-gathered">
          <StateFacts state={gathered.value.state} />
          <h3>{t('shiftLog.mattersTitle', { count: gathered.value.matters.length })}</h3>
          {gathered.value.matters.length === 0 && <p className="quiet">{t('shiftLog.noMatters')}</p>}
          {gathered.value.matters.map(({ id, kind, no, title, dueAt }) => (
            <div key={id} className="shift-matter">
              <div>
                <span className="tag">{kindName(kind)}</span> {title}{' '}
                <span className="quiet small">{no}</span>
                {dueAt !== NEVER_DUE && (
                  <span className={dueAt <= now ? 'tag overdue' : 'tag'}>
                    {t('shiftLog.dueBy', { time: dayTime(dueAt) })}
                  </span>
                )}
              </div>
              {Object.hasOwn(CLOSED, kind) && (
                <select
                  className="input"
                  aria-label={`${t('shiftLog.handTo')} ${no}`}
                  value={form.values.handTo[id] ?? ''}
                  onChange={({ target }) =>
                    form.set({ handTo: { ...form.values.handTo, [id]: target.value } })
                  }
                >
                  <option value="">{t('shiftLog.keepMine')}</option>
                  {colleagues.map((one) => (
                    <option key={one.id} value={one.id}>
                      {one.body.name}
                    </option>
                  ))}
                </select>
              )}
              {form.errors[`handTo.${id}`] && (
                <span className="error" role="alert">
                  {form.errors[`handTo.${id}`]}
                </span>
              )}
            </div>
          ))}
          {gathered.value.overdue.length > 0 && (
            <>
              <h3>{t('shiftLog.overdueTitle', { count: gathered.value.overdue.length })}</h3>
              <ul className="shift-lines">
                {gathered.value.overdue.map(({ title, detail }, at) => (
                  <li key={at}>
                    {title} <span className="quiet small">{detail}</span>
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      )}
    </FormPanel>
  );
}
