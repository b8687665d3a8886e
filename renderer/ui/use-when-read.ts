/** Paper and files hold what was chosen, not what still stood there: an answer on the way is waited for. */
import { useCallback, useEffect, useRef } from 'react';
import { isReading, readsSettled } from '../data/live';
import { t } from './i18n';
import { toast } from './toast';

const SAID_AFTER_MS = 500;

/** Runs the newest `act` of the page once all that it shows is drawn; says so when that takes long. */
export function useWhenRead(act: (() => void) | null): () => void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(
    () => () => {
      latest.current = null;
    },
    [],
  );
  return useCallback(() => {
    if (!isReading()) {
      latest.current?.();
      return;
    }
    const saying = setTimeout(() => latest.current && toast(t('ui.stillReading')), SAID_AFTER_MS);
    void readsSettled().then(() => {
      clearTimeout(saying);
      latest.current?.();
    });
  }, []);
}
