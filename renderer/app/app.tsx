/** From the first frame to the working app: opening, first run, sign-in, lock, and notices about the data. */
import { lazy, Suspense, useEffect, useRef, useState, type ReactElement } from 'react';
import { create } from 'zustand';
import { DISK_LOW_BYTES } from '@shared/host';
import { actorOf, useDirectory } from '../data/directory';
import { runCommand } from '../data/gateway';
import { logFault } from '../data/faults';
import { host } from '../data/host';
import { useSession } from '../data/session';
import { currentLink } from '../data/sync/outgoing';
import { lock, signOut } from '../data/sign-in';
import { startData, type Started } from '../data/start';
import { durationText } from '../ui/duration';
import { setLanguage, t } from '../ui/first-words';
import { Fence } from '../ui/states';
import { Frame } from './frame';
import { SignIn } from './sign-in';
import { useDailyBackup } from './use-daily-backup';
import { useEvacuationList } from './use-evacuation-list';
import { settle } from './settle';

const FirstRun = lazy(() => import('./first-run'));

const useDrawing = create<{ readonly number: number }>(() => ({ number: 0 }));

/** Draws everything anew, after the language changed. */
export const redrawApp = (): void => useDrawing.setState(({ number }) => ({ number: number + 1 }));

function Opening({ lines }: { readonly lines: number }): ReactElement {
  return (
    <div className="gate">
      <p className="quiet" role="status">
        {lines > 0 ? t('app.recovering', { lines }) : t('app.starting')}
      </p>
    </div>
  );
}

/** Locks the screen after the set minutes without trusted input. */
function useAutoLock(): void {
  const minutes = useDirectory(({ settings }) => settings.lockAfterMinutes);
  const working = useSession(({ actor, locked }) => actor !== null && !locked);
  useEffect(() => {
    if (!working) return undefined;
    let timer = setTimeout(lock, minutes * 60_000);
    const stop = host.on('input.seen', () => {
      clearTimeout(timer);
      timer = setTimeout(lock, minutes * 60_000);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [minutes, working]);
}

const diskLow = (free: number): string => t('app.diskLow', { megabytes: Math.floor(free / 1_000_000) });

const clockJumped = (ms: number): string =>
  t(ms < 0 ? 'app.clockWentBack' : 'app.clockWentOn', {
    time: durationText(Math.round(Math.abs(ms) / 60_000)),
  });

function noticesOf({ recovery, clockBehind, info }: Started): readonly string[] {
  return [
    ...(recovery.journalLost ? [t('app.journalLost')] : []),
    ...(recovery.damaged > 0 ? [t('app.damagedLines', { count: recovery.damaged })] : []),
    ...(recovery.written > 0 ? [t('app.recovered', { count: recovery.written })] : []),
    ...(clockBehind > 1 ? [t('app.clockBehind', { time: durationText(clockBehind) })] : []),
    ...(info.freeBytes < DISK_LOW_BYTES ? [diskLow(info.freeBytes)] : []),
    ...(info.crashed && recovery.written === 0 ? [t('app.crashedBefore')] : []),
  ];
}

function Notices({ started }: { readonly started: Started }): ReactElement | null {
  const [shown, setShown] = useState<readonly string[]>(() => noticesOf(started));
  useEffect(() => {
    const add = (text: string): void =>
      setShown((current) => (current.includes(text) ? current : [...current, text]));
    const stops = [
      host.on('disk.low', (free) => add(diskLow(free))),
      host.on('clock.jumped', (ms) => add(clockJumped(ms))),
      host.on('print.notKept', (form) => add(t('app.formNotKept', { form }))),
    ];
    settle(({ healed, damaged }) => {
      if (healed > 0) add(t('app.healed', { count: healed }));
      if (damaged > 0) add(t('app.damagedInJournal', { count: damaged }));
    });
    return () => stops.forEach((stop) => stop());
  }, []);
  if (shown.length === 0) return null;
  return (
    <div role="alert">
      {shown.map((text) => (
        <div key={text} className="banner">
          {text}{' '}
          <button
            type="button"
            className="button plain"
            onClick={() => setShown(shown.filter((other) => other !== text))}
          >
            {t('ui.close')}
          </button>
        </div>
      ))}
    </div>
  );
}

/** Puts a desk that took a new code (restore) into the directory, once somebody is signed in. */
function useOwnDesk(): void {
  const { desk, actor } = useSession();
  const known = useDirectory(({ desks }) => desks.some(({ body }) => body.code === desk));
  useEffect(() => {
    if (!actor || !desk || known) return;
    void import('@shared/directory/save-desk').then(({ addOwnDesk }) =>
      runCommand(addOwnDesk, { code: desk, name: currentLink()?.deskName ?? t('app.deskShift', { desk }) }),
    );
  }, [actor, desk, known]);
}

/** A change of one's own roles or name counts at once; who has left is signed out. */
function useOwnRecord(): void {
  const id = useSession(({ actor }) => actor?.id);
  const record = useDirectory(({ staff }) => staff.find((person) => person.id === id));
  useEffect(() => {
    if (!record) return;
    if (record.status === 'active') useSession.setState({ actor: actorOf(record) });
    else signOut();
  }, [record]);
}

function Working({ started }: { readonly started: Started }): ReactElement {
  const { actor, locked } = useSession();
  const focused = useRef<HTMLElement | null>(null);
  const beforeLock = useRef<HTMLElement | null>(null);
  useAutoLock();
  useOwnDesk();
  useOwnRecord();
  useDailyBackup();
  useEvacuationList();
  useEffect(() => {
    if (locked) beforeLock.current = focused.current;
    else beforeLock.current?.focus();
  }, [locked]);
  return (
    <div style={{ height: '100%', display: 'flex', flexDirection: 'column' }}>
      <Notices started={started} />
      {/* The frame stays mounted behind the lock and a change of person, so that nothing typed is lost. */}
      {actor && (
        <div
          style={{ flex: 1, minHeight: 0, display: locked ? 'none' : 'block' }}
          inert={locked}
          onFocus={({ target }) => {
            focused.current = target;
          }}
        >
          <Frame />
        </div>
      )}
      {(!actor || locked) && (
        <div style={{ flex: 1, minHeight: 0 }}>
          <SignIn key={String(locked)} />
        </div>
      )}
    </div>
  );
}

export function App(): ReactElement {
  const { number } = useDrawing();
  const [lines, setLines] = useState(0);
  const [started, setStarted] = useState<Started | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [isSetUp, setSetUp] = useState(false);

  useEffect(() => {
    startData(setLines)
      .then(async (data) => {
        if (data.language === 'en') await setLanguage('en');
        if (data.info.signInAs) void import('./test-hook').then(({ installTestHook }) => installTestHook());
        setSetUp(data.isSetUp);
        setStarted(data);
      })
      .catch((error: unknown) => {
        logFault('start', error);
        setFailure(error);
      });
  }, []);

  if (failure) {
    return (
      <div className="gate">
        <div className="state" role="alert">
          <strong>{t('app.openFailed')}</strong>
          <span>{t('app.openFailedText')}</span>
          <button type="button" className="button primary" autoFocus onClick={() => window.location.reload()}>
            {t('app.openAgain')}
          </button>
        </div>
      </div>
    );
  }
  if (!started) return <Opening lines={lines} />;
  return (
    <Fence key={number} where="app">
      {isSetUp ? (
        <Working started={started} />
      ) : (
        <Suspense fallback={<Opening lines={0} />}>
          <FirstRun demo={started.info.demo} onDone={() => setSetUp(true)} />
        </Suspense>
      )}
    </Fence>
  );
}
