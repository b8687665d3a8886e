/** Sets cells, asks for a reason where the roster is published, and takes the last changes of a draft back. */
import type { Outcome } from '../../data/gateway';
import { planOf, type Roster } from '@shared/roster/roster';
import { isBound, samePlan, setPlans, type Cell } from '@shared/roster/set-plans';
import { runCommand } from '../../data/gateway';
import { today } from '../../data/session';
import { refusalText, t } from '../../ui/i18n';
import { toast } from '../../ui/toast';
import { useRosterView } from './view-state';

/** Changes that can be taken back. */
const MOST = 50;

const tell = (outcome: Outcome): void => {
  if (!outcome.ok)
    outcome.refusals.forEach(({ code, params }) => toast(refusalText(code, params), { level: 'error' }));
};

/** Saves cells of a draft; they show at once. */
async function save(cells: readonly Cell[]): Promise<Outcome> {
  useRosterView.setState(({ saving }) => ({ saving: [...saving, ...cells] }));
  try {
    const outcome = await runCommand(setPlans, { cells, reason: '' });
    tell(outcome);
    return outcome;
  } finally {
    useRosterView.setState(({ saving }) => ({ saving: saving.filter((cell) => !cells.includes(cell)) }));
  }
}

/** Sets the cells that change. @param what names the change for 撤销 */
export async function applyCells(roster: Roster, cells: readonly Cell[], what: string): Promise<void> {
  const after = cells.filter(({ day, staff, plan }) => !samePlan(planOf(roster, day, staff), plan));
  if (after.length === 0) return;
  if (after.some(({ day }) => isBound(roster, day, today()))) {
    useRosterView.setState({ pending: { what, cells: after } });
    return;
  }
  const before = after.map(({ day, staff }) => ({ day, staff, plan: planOf(roster, day, staff) }));
  const step = { what, before, after };
  // At once: whoever takes it back does not wait for the disk.
  useRosterView.setState(({ done }) => ({ done: [step, ...done].slice(0, MOST) }));
  const outcome = await save(after);
  if (!outcome.ok) useRosterView.setState(({ done }) => ({ done: done.filter((one) => one !== step) }));
}

/** Takes the last change back, unless somebody changed its cells since. */
export async function undo(roster: Roster): Promise<void> {
  const [last, ...rest] = useRosterView.getState().done;
  if (!last) return toast(t('roster.undoEmpty'));
  useRosterView.setState({ done: rest });
  const still = last.after.every(
    ({ day, staff, plan }) => samePlan(planOf(roster, day, staff), plan) && !isBound(roster, day, today()),
  );
  if (!still) return toast(t('roster.undoChanged'), { level: 'error' });
  const outcome = await save(last.before);
  if (outcome.ok) toast(t('roster.undone', { what: last.what }));
}
