/** Which of the five criteria of 重大 the record itself shows (DOMAIN §3.4); a person confirms the grade. */
import { monthEnd } from './clocks';
import type { Complaint, Criterion } from './schema';
import { standingOf } from './standing';
import { UNSOLVED } from './table';

/** Criteria that hold by what is recorded; `harm` and a broken contract only a person can judge. */
export function shownCriteria({ body, status }: Complaint, now: string): readonly Criterion[] {
  const { repeatOf, collective, determination } = standingOf(body);
  if (determination && determination.kind !== 'responsible') return [];
  const { reference, channel } = body;
  const shown: Readonly<Record<Criterion, boolean>> = {
    undelivered: repeatOf !== null,
    harm: false,
    month: UNSOLVED.includes(status) && now >= monthEnd(body),
    authority: reference !== null || channel === 'authority' || channel === 'media',
    collective: collective !== null,
  };
  return (Object.keys(shown) as Criterion[]).filter((criterion) => shown[criterion]);
}

/** Criteria that came up since it was graded 一般, so that somebody looks again. */
export function gradeToReview(complaint: Complaint, now: string): readonly Criterion[] {
  const { grade } = standingOf(complaint.body);
  if (!UNSOLVED.includes(complaint.status) || !grade || grade.grade === 'serious') return [];
  return shownCriteria(complaint, now).filter((criterion) => !grade.criteria.includes(criterion));
}
