/** The system's printers and the one to print on: remembered per form, else the system's default. */
import { useCallback, useEffect, useState } from 'react';
import type { PrinterInfo } from '@shared/host';
import { host } from '../../data/host';
import { loadPref, savePref } from '../../data/local';

const key = (form: string): string => `printer:${form}`;

export interface Printers {
  /** Null while they are being looked for. */
  readonly list: readonly PrinterInfo[] | null;
  readonly chosen: string;
  readonly choose: (name: string) => void;
  /** The system's printing service does not answer. */
  readonly down: boolean;
  /** A remembered printer that the system no longer knows. */
  readonly lost: string | null;
  readonly refresh: () => void;
  readonly remember: () => void;
}

/** Printers for a form. */
export function usePrinters(form: string): Printers {
  const [list, setList] = useState<readonly PrinterInfo[] | null>(null);
  const [chosen, choose] = useState('');
  const [lost, setLost] = useState<string | null>(null);
  const [down, setDown] = useState(false);
  const [round, setRound] = useState(0);

  useEffect(() => {
    let gone = false;
    const look = async (): Promise<void> => {
      const [answer, kept] = await Promise.all([host.call('print.printers'), loadPref<string>(key(form))]);
      if (gone) return;
      const found = answer === 'spoolerDown' ? [] : answer;
      const known = found.some(({ name }) => name === kept);
      const preferred = found.find(({ isDefault }) => isDefault) ?? found[0];
      setList(found);
      setLost(kept && !known ? kept : null);
      setDown(answer === 'spoolerDown');
      choose(kept && known ? kept : (preferred?.name ?? ''));
    };
    setList(null);
    void look();
    return () => {
      gone = true;
    };
  }, [form, round]);

  return {
    list,
    chosen,
    choose,
    lost,
    down,
    refresh: useCallback(() => setRound((now) => now + 1), []),
    remember: () => void savePref(key(form), chosen),
  };
}
