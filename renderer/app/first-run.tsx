/** First run: the club, this desk, departments, the first administrator — or the demo club, or a restore. */
import { useEffect, useState, type ReactElement } from 'react';
import { v7 } from 'uuid';
import type { Actor } from '@shared/core/command';
import { businessDay } from '@shared/core/time';
import { DEFAULT_SETTINGS } from '@shared/core/settings';
import { pinFault } from '@shared/directory/pin-rules';
import { DESK_CODE, setUp } from '@shared/directory/set-up';
import { currentState } from '../data/checkpoint';
import { nowIso } from '../data/clock';
import { useDirectory } from '../data/directory';
import { runCommand, type Outcome } from '../data/gateway';
import { host } from '../data/host';
import { beginJournal } from '../data/recover';
import { useSession } from '../data/session';
import { signIn } from '../data/sign-in';
import { FormPanel, TextField, useForm } from '../ui/form';
import { t } from '../ui/i18n';
import { Toasts } from '../ui/toast';

const INITIAL = { clubName: '', deskCode: 'A', deskName: '', departments: '', adminName: '', adminStaffNo: '', pin: '', pinAgain: '' };

type Values = typeof INITIAL;

const refused = (code: string): Outcome => ({ ok: false, refusals: [{ code }] });

async function save(values: Values, actId: string): Promise<Outcome> {
  const fault = pinFault(values.pin, values.pinAgain);
  if (fault) return { ok: false, refusals: [fault] };
  const deskCode = values.deskCode.trim().toUpperCase();
  if (!DESK_CODE.test(deskCode)) return { ok: false, refusals: [{ field: 'deskCode', code: 'badDeskCode' }] };
  if (currentState()?.desk !== deskCode && !(await beginJournal(deskCode))) return refused('journalFailed');
  const adminId = v7();
  const departments = [...new Set(values.departments.split('\n').map((name) => name.trim()))].filter((name) => name !== '');
  const admin: Actor = { id: adminId, name: values.adminName, roles: ['admin'], departments: [] };
  const now = nowIso();
  const day = businessDay(now, DEFAULT_SETTINGS.cutOffHour);
  return runCommand(
    setUp,
    {
      ...values,
      deskCode,
      departments,
      shifts: DEFAULT_SETTINGS.shifts,
      adminId,
      departmentIds: departments.map(() => v7()),
      credential: await host.call('pin.hash', values.pin),
    },
    { context: { actId, now, day, desk: deskCode, actor: admin, witnesses: [], settings: DEFAULT_SETTINGS } },
  );
}

async function enter(): Promise<void> {
  const [admin] = useDirectory.getState().staff;
  useSession.setState({ desk: currentState()?.desk ?? '' });
  if (admin) await signIn(admin);
}

/** @param demo fills the demo club at once (`--demo`) */
export default function FirstRun({ demo }: { readonly demo: boolean }): ReactElement {
  const [loading, setLoading] = useState(demo);
  const form = useForm<Values>({
    draftKey: 'first-run',
    initial: { ...INITIAL, departments: t('app.departmentsDefault') },
    save,
    onSaved: () => void enter(),
  });

  const loadDemo = async (): Promise<void> => {
    setLoading(true);
    const { fillDemo } = await import('../data/demo');
    await fillDemo();
  };
  useEffect(() => {
    if (demo) void loadDemo();
  }, [demo]);

  if (loading) {
    return (
      <div className="gate">
        <p className="quiet" role="status">
          {t('app.loadingDemo')}
        </p>
      </div>
    );
  }
  return (
    <div className="gate">
      <div className="panel broad">
        <div>
          <h1>{t('app.welcome')}</h1>
          <p className="quiet">{t('app.welcomeText')}</p>
        </div>
        <FormPanel form={form} title="" submitLabel={t('app.start')}>
          <TextField form={form} name="clubName" label={t('app.clubName')} required wide />
          <TextField form={form} name="deskCode" label={t('app.deskCode')} required />
          <TextField form={form} name="deskName" label={t('app.deskName')} required />
          <TextField form={form} name="departments" label={t('app.departments')} required wide rows={5} />
          <TextField form={form} name="adminName" label={t('app.adminName')} required />
          <TextField form={form} name="adminStaffNo" label={t('app.adminStaffNo')} required />
          <TextField form={form} name="pin" label={t('app.adminPin')} help={t('app.pinHelp')} type="password" required />
          <TextField form={form} name="pinAgain" label={t('app.pinAgain')} type="password" required />
        </FormPanel>
        <button type="button" className="button" onClick={() => void loadDemo()}>
          {t('app.tryDemo')}
        </button>
      </div>
      <Toasts />
    </div>
  );
}
