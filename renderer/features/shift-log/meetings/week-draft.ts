/** The draft of a person's week in words, from what the records count. */
import { addDays } from '@shared/core/time';
import { WEEK_FIGURES, personWeek, type PersonWeek } from '@shared/meetings/week';
import { useDirectory } from '../../../data/directory';
import { range } from '../../../data/read';
import { t } from '../../../ui/i18n';

/** Drafts by staff id for the week of a Monday. */
export async function weekDrafts(
  monday: string,
  staff: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  const sunday = addDays(monday, 6);
  const lists = await Promise.all([
    ...(['visits', 'tickets', 'lostItems', 'ledger', 'roster'] as const).map((collection) =>
      range(collection, 'day', [monday], [sunday]),
    ),
    // Tasks are older than the week they are worked on in.
    range('tickets', 'kind', ['task', addDays(monday, -365)], ['task', sunday]),
    range('roster', 'kind', ['note', addDays(monday, -30)], ['note', sunday]),
  ]);
  const records = [...new Map(lists.flat().map((doc) => [doc.id, doc])).values()];
  const { cutOffHour } = useDirectory.getState().settings;
  return Object.fromEntries(
    staff.map((id) => [id, inWords(personWeek(records, id, { from: monday, to: sunday, cutOffHour }))]),
  );
}

function inWords({ counts, finished, open, seenTo }: PersonWeek): string {
  const separator = t('ui.listSeparator');
  const figures = WEEK_FIGURES.filter((figure) => counts[figure] > 0).map((figure) =>
    t(`shiftLog.meeting.figure.${figure}`, { count: counts[figure] }),
  );
  const lines = [
    figures.join(separator),
    finished.length > 0 ? t('shiftLog.meeting.finished', { titles: finished.join(separator) }) : '',
    open.length > 0 ? t('shiftLog.meeting.open', { titles: open.join(separator) }) : '',
    seenTo.length > 0 ? t('shiftLog.meeting.seenTo', { titles: seenTo.join(separator) }) : '',
  ].filter(Boolean);
  return lines.join('\n');
}
