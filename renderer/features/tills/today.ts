/** What tills put on Today: not open, a seal to break, left open, a shift that has begun. */
import { shiftAt } from '@shared/core/settings';
import { clock, instantOf } from '@shared/core/time';
import { openOf } from '@shared/ledger/books';
import type { TillSeal } from '@shared/ledger/entries/tills';
import { openSession } from '@shared/ledger/sessions';
import { loadBooks } from '../../data/books';
import { staffName } from '../../data/directory';
import { byIds } from '../../data/read';
import { useSession } from '../../data/session';
import type { TodayContext, TodayItem } from '../../ui/feature';
import { t } from '../../ui/i18n';

export default async function tillsToday({
  now,
  day,
  roles,
  settings,
}: TodayContext): Promise<readonly TodayItem[]> {
  if (!roles.includes('clerk') && !roles.includes('lead')) return [];
  const { desk } = useSession.getState();
  const books = await loadBooks();
  const open = openSession(books, desk);
  const running = shiftAt(settings.shifts, clock(now));
  const began = running ? instantOf(`${day}T${running.from}:00`) : now;
  if (open) {
    const name = staffName(open.holder);
    if (open.day < day)
      return [
        {
          id: 'till:left',
          level: 'overdue',
          title: t('tills.todayLeft'),
          detail: t('tills.todayLeftDetail', { no: open.no, name, day: open.day }),
          until: open.day.slice(5),
          dueAt: open.at,
          action: { label: t('tills.doSeal'), path: '/tills/seal' },
        },
      ];
    // A till opened a little before its shift belongs to it.
    if (!running || open.at >= new Date(Date.parse(began) - 3_600_000).toISOString()) return [];
    return [
      {
        id: 'till:shift',
        level: 'due',
        title: t('tills.todayShift', { shift: running.name }),
        detail: t('tills.todayShiftDetail', { no: open.no, name }),
        until: running.from,
        dueAt: began,
        action: { label: t('tills.doHandOver'), path: '/tills/handover' },
      },
    ];
  }
  if (!running) return [];
  const seals = await byIds<TillSeal>(
    'ledger',
    openOf(books, 'sealedFloat').map(({ ref }) => ref),
  );
  const seal = seals
    .filter((one) => one.desk === desk)
    .sort((a, b) => a.body.n - b.body.n)
    .at(-1);
  return [
    {
      id: 'till:open',
      level: 'due',
      title: seal ? t('tills.todaySeal') : t('tills.todayOpen'),
      detail: seal
        ? t('tills.todaySealDetail', {
            no: seal.body.sessionNo,
            sealNo: seal.body.sealNo,
          })
        : t('tills.todayOpenDetail'),
      until: running.from,
      dueAt: began,
      action: { label: t('tills.doOpen'), path: '/tills' },
    },
  ];
}
