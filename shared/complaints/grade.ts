/** `complaint.grade` and `complaint.regrade`: 一般 or 重大, proposed by the record and confirmed by a person (DOMAIN §3.4). */
import { refuse, type Command, type Context, type Decision, type Loaded } from '../core/command';
import { Checks } from '../core/field-checks';
import { shownCriteria } from './grading';
import { CRITERIA, GRADES, LIMITS, type Criterion, type Grade } from './schema';
import { standingOf } from './standing';
import { acceptEvent, decideOn, readComplaint } from './state';
import { TABLE } from './table';

export interface GradeComplaint {
  readonly id: string;
  readonly grade: Grade | '';
  /** Which criteria of 重大 hold. */
  readonly criteria: readonly Criterion[];
  /** Needed where the grade is not the one the record shows. */
  readonly reason: string;
}

function decide(
  input: GradeComplaint,
  loaded: Loaded,
  context: Context,
  type: 'graded' | 'regraded',
): Decision {
  return decideOn(loaded, context, type, (complaint) => {
    const shown = shownCriteria(complaint, context.now);
    const before = standingOf(complaint.body).grade?.grade ?? null;
    const checks = new Checks();
    const grade = checks.choice('grade', input.grade, GRADES);
    const chosen = CRITERIA.filter((criterion) => input.criteria.includes(criterion));
    if (grade === 'serious' && chosen.length === 0) checks.refuse('criteria', 'criterionMissing');
    const isAgainst = grade === 'ordinary' && shown.length > 0;
    const required = isAgainst || type === 'regraded';
    const reason = checks.text('reason', input.reason, { max: LIMITS.reason, required });
    if (checks.refusals.length > 0 || !grade) return refuse(...checks.refusals);
    // Of an ordinary one stands what was looked at and judged not to hold.
    const criteria = grade === 'serious' ? chosen : shown;
    const changes = [{ field: 'grade', from: before, to: grade }];
    const act = type === 'graded' ? 'complaint.grade' : 'complaint.regrade';
    return acceptEvent(complaint, { type, grade, criteria, reason }, context, act, {
      ...(reason === '' ? {} : { reason }),
      changes,
    });
  });
}

export const gradeComplaint: Command<GradeComplaint> = {
  type: 'complaint.grade',
  roles: TABLE.graded.who,
  reads: ({ id }) => [readComplaint(id)],
  decide: (input, loaded, context) => decide(input, loaded, context, 'graded'),
};

export const regradeComplaint: Command<GradeComplaint> = {
  type: 'complaint.regrade',
  roles: TABLE.regraded.who,
  reads: ({ id }) => [readComplaint(id)],
  decide: (input, loaded, context) => decide(input, loaded, context, 'regraded'),
};
