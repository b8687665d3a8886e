/** The current minute, for what grows late while it is looked at. */
import { useEffect, useState } from 'react';
import { nowIso } from '../data/clock';

const TICK_MS = 15_000;

/** ISO instant, drawn anew when the minute has changed. */
export function useMinute(): string {
  const [minute, setMinute] = useState(() => wholeMinute());
  useEffect(() => {
    const timer = setInterval(() => setMinute(wholeMinute()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return minute;
}

const wholeMinute = (): string => `${nowIso().slice(0, 17)}00.000Z`;
