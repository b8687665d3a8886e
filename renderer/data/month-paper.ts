/** A month for its page: the paper, the entries behind it, and what was written for its close. */
import type { Envelope } from '@shared/core/envelope';
import type { LedgerEntry, MonthClose } from '@shared/ledger/schema';
import { monthCountOf, type ApprovedCount } from '@shared/month-end/count';
import { lateOf, standingCloses, type CloseMark } from '@shared/month-end/months';
import { byTime, paperOfClose, type MonthPaper } from '@shared/month-end/papers';
import { monthLines } from '@shared/month-end/report';
import { treatmentsId, type MonthDeclaration, type MonthTreatments } from '@shared/month-end/schema';
import { useDirectory } from './directory';
import { closeMarks, countingEntries, monthInput, undisturbed } from './month-closings';
import { byIds, range } from './read';

export interface MonthData {
  readonly paper: MonthPaper;
  /** Oldest first. */
  readonly entries: readonly LedgerEntry[];
  readonly marks: readonly CloseMark[];
  /** Counts of the month's end that may close it, approved ones first. */
  readonly counts: readonly Envelope[];
  readonly declarations: readonly MonthDeclaration[];
  /** False while products that the entries name have not come to this desk: their lines are missing. */
  readonly whole: boolean;
}

/** Month-end counts and declarations are made from the month's first day on. */
async function papersSince<E extends Envelope>(kind: string, month: string): Promise<readonly E[]> {
  return range<E>('stockDocuments', 'kind', [kind, `${month}-01`], [kind]);
}

/** Everything of a month, read while nothing was written. */
export function loadMonth(month: string): Promise<MonthData> {
  return undisturbed(async () => {
    const marks = await closeMarks();
    const standing = standingCloses(marks).get(month);
    const [counts, declared] = await Promise.all([
      papersSince('count', month),
      papersSince<MonthDeclaration>('monthDeclaration', month),
    ]);
    const common = { marks, counts, declarations: declared.filter(({ body }) => body.month === month) };
    if (standing) {
      const [[close], entries] = await Promise.all([
        byIds<MonthClose>('ledger', [standing.id]),
        countingEntries(month),
      ]);
      if (!close) throw new Error(`${standing.id} is gone`);
      return { ...common, paper: paperOfClose(close), entries: [...entries].sort(byTime), whole: true };
    }
    const approved = counts.map((doc) => monthCountOf(doc, month)).find((one) => one !== null) ?? null;
    return { ...common, ...(await openPaper(month, approved)) };
  });
}

async function openPaper(
  month: string,
  count: ApprovedCount | null,
): Promise<Pick<MonthData, 'paper' | 'entries' | 'whole'>> {
  const [input, [treatments]] = await Promise.all([
    monthInput(month),
    byIds<MonthTreatments>('stockDocuments', [treatmentsId(month)]),
  ]);
  const entries = [...input.entries].sort(byTime);
  const paper: MonthPaper = {
    month,
    closed: null,
    lines: monthLines({ ...input, count, treatments: treatments?.body.texts ?? {} }),
    late: lateOf(month, entries),
    count: count?.mark ?? null,
    taxPercent: useDirectory.getState().settings.taxPercent,
  };
  return { paper, entries, whole: input.whole };
}
