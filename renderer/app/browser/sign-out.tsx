/** Signing out clears what was typed: it asks first when there is something. */
import type { ReactElement } from 'react';
import { create } from 'zustand';
import { hasDrafts } from '../../data/browser/local';
import { signOutWhole } from '../../data/browser/web-session';
import { Dialog } from '../../ui/dialog';
import { t } from '../../ui/i18n';

const useAsking = create<{ readonly asking: boolean }>(() => ({ asking: false }));

/** Signs out, or asks first. */
export function askToSignOut(): void {
  if (hasDrafts()) useAsking.setState({ asking: true });
  else void signOutWhole();
}

/** The question, where it is open. */
export function SignOutDialog(): ReactElement | null {
  const { asking } = useAsking();
  if (!asking) return null;
  const close = (): void => useAsking.setState({ asking: false });
  return (
    <Dialog
      title={t('web.signOutTitle')}
      onClose={close}
      onSubmit={close}
      foot={
        <>
          <button type="button" className="button danger" onClick={() => void signOutWhole()}>
            {t('web.signOut')}
          </button>
          <button type="submit" className="button primary" data-first>
            {t('web.signOutStay')}
          </button>
        </>
      }
    >
      <p>{t('web.signOutText')}</p>
    </Dialog>
  );
}
