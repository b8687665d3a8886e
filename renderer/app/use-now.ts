/** The club's civil date and time for the screen, drawn anew each half minute. */
import { useEffect, useState } from 'react';
import { civil } from '@shared/core/time';
import { nowIso } from '../data/clock';
import { language } from '../ui/i18n';

const TICK_MS = 15_000;

export function useNow(): { readonly date: string; readonly time: string; readonly iso: string } {
  const [iso, setIso] = useState(nowIso);
  useEffect(() => {
    const timer = setInterval(() => setIso(nowIso()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  const local = civil(iso);
  const date = new Intl.DateTimeFormat(language(), { month: 'long', day: 'numeric', weekday: 'short', timeZone: 'UTC' }).format(
    new Date(`${local}Z`),
  );
  return { date, time: local.slice(11, 16), iso };
}
