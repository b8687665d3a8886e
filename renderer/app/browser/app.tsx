/** The web view from the first frame on: sign-in, the first password, loading, and the frame with the person's pages. */
import { useEffect, useState, type ReactElement } from 'react';
import { create } from 'zustand';
import { logFault } from '../../data/faults';
import { loadPref } from '../../data/browser/local';
import { useFollowing } from '../../data/browser/pull';
import { open, useWeb } from '../../data/browser/web-session';
import { setLanguage } from '../../ui/first-words';
import { t } from '../../ui/i18n';
import { Fence } from '../../ui/states';
import { Frame } from '../frame';
import { ChangePassword } from './change-password';
import { SignIn } from './sign-in';
import { SignOutDialog } from './sign-out';
import './web.css';

const useDrawing = create<{ readonly number: number }>(() => ({ number: 0 }));

/** Draws everything anew, after the language changed. */
export const redrawApp = (): void => useDrawing.setState(({ number }) => ({ number: number + 1 }));

function Waiting(): ReactElement {
  const { received } = useFollowing();
  return (
    <div className="gate">
      <p className="quiet" role="status">
        {received > 0 ? t('web.loadingCount', { count: received }) : t('web.loading')}
      </p>
    </div>
  );
}

function Unreachable(): ReactElement {
  return (
    <div className="gate">
      <div className="state" role="alert">
        <strong>{t('web.unreachable')}</strong>
        <span>{t('web.unreachableText')}</span>
        <button type="button" className="button primary" autoFocus onClick={() => void open()}>
          {t('web.again')}
        </button>
      </div>
    </div>
  );
}

function Step(): ReactElement {
  const { step, session, round } = useWeb();
  switch (step) {
    case 'opening':
    case 'loading':
      return <Waiting />;
    case 'unreachable':
      return <Unreachable />;
    case 'signIn':
      return <SignIn key={session?.staff.id ?? ''} />;
    case 'changePassword':
      return (
        <div className="gate">
          <div className="gate-inner">
            <ChangePassword first onDone={() => undefined} />
          </div>
        </div>
      );
    case 'working':
      return (
        <>
          <Frame key={round} />
          <SignOutDialog />
        </>
      );
  }
}

export function App(): ReactElement {
  const { number } = useDrawing();
  const [worded, setWorded] = useState(false);
  useEffect(() => {
    const start = async (): Promise<void> => {
      if ((await loadPref('language')) === 'en') await setLanguage('en');
      setWorded(true);
      await open();
    };
    start().catch((error: unknown) => logFault('start', error));
  }, []);
  if (!worded) return <div className="gate" />;
  return (
    <Fence key={number} where="app">
      <Step />
    </Fence>
  );
}
