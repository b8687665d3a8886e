/** How far the records of the club's other desks reach: `B 台 · 2 分钟前同步`, amber once that is long ago. */
import type { ReactElement } from 'react';
import type { DeskSeen } from '@shared/sync/contract';
import { useSession } from '../data/session';
import { useSync } from '../data/sync/status';
import { durationText } from './duration';
import './freshness.css';
import { t } from './first-words';
import { useMinute } from './use-minute';

/** A desk whose stream is open is heard of every minute. */
const STALE_MINUTES = 10;
/** Desks named one by one; of more the longest silent. */
const MOST = 4;

/** Whole minutes since a desk was last in step; null: never. */
export const minutesSince = ({ seenAt }: Pick<DeskSeen, 'seenAt'>, now: string): number | null =>
  seenAt === null ? null : Math.max(0, Math.floor((Date.parse(now) - Date.parse(seenAt)) / 60_000));

export const isStale = (minutes: number | null): boolean => minutes === null || minutes >= STALE_MINUTES;

export function freshText(desk: string, minutes: number | null): string {
  if (minutes === null) return t('ui.freshNever', { desk });
  const ago = minutes < 2 ? t('ui.freshNow') : t('ui.freshAgo', { time: durationText(minutes) });
  return t('ui.fresh', { desk, ago });
}

/** One desk's mark. */
export function FreshTag({ desk, now }: { readonly desk: DeskSeen; readonly now: string }): ReactElement {
  const minutes = minutesSince(desk, now);
  return (
    <span className={isStale(minutes) ? 'tag due' : 'tag'} title={desk.name}>
      {freshText(desk.code, minutes)}
    </span>
  );
}

/** All other desks of the club; nothing at a desk that works alone. */
export function Freshness(): ReactElement | null {
  const { link, desks } = useSync();
  const own = useSession(({ desk }) => desk);
  const now = useMinute();
  if (!link) return null;
  const others = desks
    .filter(({ code, revoked }) => code !== own && !revoked)
    .map((desk) => ({ desk, minutes: minutesSince(desk, now) ?? Number.POSITIVE_INFINITY }))
    .sort((a, b) =>
      a.minutes === b.minutes ? a.desk.code.localeCompare(b.desk.code) : b.minutes - a.minutes,
    );
  if (others.length === 0) return null;
  return (
    <span className="freshness" title={t('ui.freshHelp')}>
      {others.slice(0, MOST).map(({ desk }) => (
        <FreshTag key={desk.code} desk={desk} now={now} />
      ))}
      {others.length > MOST && <span className="quiet small">{`+${others.length - MOST}`}</span>}
    </span>
  );
}
