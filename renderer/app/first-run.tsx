/** First run: the club, this desk, departments, shifts, the first administrator — or the demo club. */
import { useEffect, useState, type ReactElement } from 'react';
import { v7 } from 'uuid';
import type { Actor, Context } from '@shared/core/command';
import { DEFAULT_SETTINGS, type ShiftHours } from '@shared/core/settings';
import { linesOf } from '@shared/core/text';
import { businessDay } from '@shared/core/time';
import { pinFault } from '@shared/directory/pin-rules';
import { setUp } from '@shared/directory/set-up';
import { currentState } from '../data/checkpoint';
import { nowIso } from '../data/clock';
import { useDirectory } from '../data/directory';
import { runCommand, type Outcome } from '../data/gateway';
import { logFault } from '../data/faults';
import { host } from '../data/host';
import { savePref } from '../data/local';
import { beginJournal } from '../data/recover';
import { useSession } from '../data/session';
import { signIn } from '../data/sign-in';
import { RecoveryKey } from '../features/backup/recovery-key';
import { Restore } from '../features/backup/restore';
import { TextField } from '../ui/fields';
import { FormPanel, useForm } from '../ui/form';
import { refusalText, t } from '../ui/i18n';
import { PrintHost } from '../ui/print/print-host';
import { toast, Toasts } from '../ui/toast';
import { JoinClub } from './join-club';
import { ShiftFields } from './shift-fields';

interface Values {
  readonly clubName: string;
  readonly deskCode: string;
  readonly deskName: string;
  /** One a line. */
  readonly departments: string;
  readonly shifts: readonly ShiftHours[];
  readonly adminName: string;
  readonly adminStaffNo: string;
  readonly pin: string;
  readonly pinAgain: string;
}

/** Stands in for the PIN's hash while the other fields are looked at; hashing takes a moment. */
const NO_CREDENTIAL = { salt: '', hash: '', cost: 0 };

async function save(values: Values, actId: string): Promise<Outcome> {
  const { pin, pinAgain, ...typed } = values;
  const desk = values.deskCode.normalize('NFKC').trim().toUpperCase();
  const departments = linesOf(values.departments);
  const adminId = v7();
  const now = nowIso();
  const input = {
    ...typed,
    deskCode: desk,
    departments,
    adminId,
    departmentIds: departments.map(() => v7()),
    credential: NO_CREDENTIAL,
  };
  const admin: Actor = { id: adminId, name: values.adminName, roles: ['admin'], departments: [] };
  const context: Context = {
    actId,
    now,
    day: businessDay(now, DEFAULT_SETTINGS.cutOffHour),
    desk,
    actor: admin,
    witnesses: [],
    settings: DEFAULT_SETTINGS,
  };
  // Every fault at once, and none of them after the journal has begun.
  const decision = setUp.decide(input, {}, context);
  const fault = pinFault(pin, pinAgain);
  if (!decision.ok || fault)
    return { ok: false, refusals: [...(decision.ok ? [] : decision.refusals), ...(fault ? [fault] : [])] };
  if (currentState()?.desk !== desk && !(await beginJournal(desk)))
    return { ok: false, refusals: [{ code: 'journalFailed' }] };
  return runCommand(setUp, { ...input, credential: await host.call('pin.hash', pin) }, { context });
}

async function enter(): Promise<void> {
  const [admin] = useDirectory.getState().staff;
  useSession.setState({ desk: currentState()?.desk ?? '' });
  if (admin) await signIn(admin);
}

interface FirstRunProps {
  /** Fills the demo club at once (`--demo`). */
  readonly demo: boolean;
  /** The club stands: sign-in, or Today for the administrator who just made it. */
  readonly onDone: () => void;
}

export default function FirstRun({ demo, onDone }: FirstRunProps): ReactElement {
  const [loading, setLoading] = useState(demo);
  const [step, setStep] = useState<'form' | 'restore' | 'key' | 'join'>('form');
  const form = useForm<Values>({
    draftKey: 'first-run',
    initial: {
      clubName: '',
      deskCode: 'A',
      deskName: '',
      departments: t('app.departmentsDefault'),
      shifts: DEFAULT_SETTINGS.shifts,
      adminName: '',
      adminStaffNo: '',
      pin: '',
      pinAgain: '',
    },
    secrets: ['pin', 'pinAgain'],
    save,
    onSaved: () => void enter().then(() => setStep('key')),
  });

  useEffect(() => {
    if (!loading) return;
    const fill = async (): Promise<void> => {
      const { fillDemo } = await import('../data/demo');
      await fillDemo();
      await savePref('demo', true);
      onDone();
    };
    fill().catch((error: unknown) => {
      logFault('demo', error);
      toast(refusalText('failed'), { level: 'error' });
      setLoading(false);
    });
    // The parent stays the same while this page stands.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [loading]);

  if (loading) {
    return (
      <div className="gate">
        <p className="quiet" role="status">
          {t('app.loadingDemo')}
        </p>
      </div>
    );
  }
  if (step !== 'form') {
    return (
      <div className="gate">
        <div className={step === 'join' ? 'panel broad' : 'panel medium'}>
          {step === 'key' ? (
            <RecoveryKey onKept={onDone} />
          ) : step === 'join' ? (
            <JoinClub onDone={onDone} onBack={() => setStep('form')} />
          ) : (
            <>
              <h1>{t('backup.restoreTitle')}</h1>
              <Restore />
              <button type="button" className="button" onClick={() => setStep('form')}>
                {t('backup.back')}
              </button>
            </>
          )}
        </div>
        <PrintHost />
        <Toasts />
      </div>
    );
  }
  return (
    <div className="gate">
      <div className="panel broad">
        <header>
          <h1>{t('app.welcome')}</h1>
          <p className="quiet">{t('app.welcomeText')}</p>
        </header>
        <FormPanel form={form} title="" submitLabel={t('app.start')}>
          <h3 className="wide">{t('app.stepClub')}</h3>
          <TextField form={form} name="clubName" label={t('app.clubName')} required wide />
          <TextField
            form={form}
            name="deskCode"
            label={t('app.deskCode')}
            help={t('app.deskCodeHelp')}
            required
          />
          <TextField
            form={form}
            name="deskName"
            label={t('app.deskName')}
            help={t('app.deskNameHelp')}
            required
          />
          <TextField form={form} name="departments" label={t('app.departments')} required rows={4} />
          <ShiftFields
            shifts={form.values.shifts}
            error={form.errors.shifts}
            onChange={(shifts) => form.set({ shifts })}
          />
          <h3 className="wide">
            {t('app.stepAdmin')} <span className="quiet small">{t('app.stepAdminText')}</span>
          </h3>
          <TextField form={form} name="adminName" label={t('app.adminName')} required />
          <TextField form={form} name="adminStaffNo" label={t('app.adminStaffNo')} required />
          <TextField
            form={form}
            name="pin"
            label={t('app.adminPin')}
            help={t('app.pinHelp')}
            type="password"
            required
          />
          <TextField form={form} name="pinAgain" label={t('app.pinAgain')} type="password" required />
        </FormPanel>
        <footer>
          <span className="quiet">{t('app.tryDemoText')}</span>
          <button type="button" className="button" onClick={() => setLoading(true)}>
            {t('app.tryDemo')}
          </button>
          <span className="spacer" />
          <button type="button" className="button" onClick={() => setStep('join')}>
            {t('sync.joinClub')}
          </button>
          <button type="button" className="button" onClick={() => setStep('restore')}>
            {t('app.restoreInstead')}
          </button>
        </footer>
      </div>
      <Toasts />
    </div>
  );
}
