/** Pages of the shift by path; the tabs beside the title lead from one to the other. */
import type { ReactElement } from 'react';
import { useLocation } from 'wouter';
import { useSession } from '../../data/session';
import { ListRegister } from './lists/list-register';
import { LogRegister } from './log/log-register';
import { MeetingRegister } from './meetings/meeting-register';
import { MemoRegister } from './memos/memo-register';
import './shift-log.css';
import { TaskRegister } from './tasks/task-register';

/**
 * `/shift[/<slot>[/note|signOff|read]]`, `/shift/lists[/<checklist>]`, `/shift/tasks[/<id>|new[/<step>]]`,
 * `/shift/memos[/<id>|new]`, `/shift/meetings[/<Monday>[/edit|attend]]`.
 */
export default function ShiftLogPage(): ReactElement {
  const [location] = useLocation();
  const me = useSession(({ actor }) => actor?.id ?? '');
  const [first = '', second = '', third = ''] = location.split('/').slice(2).map(decodeURIComponent);
  switch (first) {
    case 'lists':
      return <ListRegister record={second} act={third} />;
    case 'tasks':
      return <TaskRegister record={second} act={third} />;
    case 'memos':
      // What somebody types into a memo goes with them, also when a colleague takes the desk over.
      return <MemoRegister key={me} record={second} />;
    case 'meetings':
      return <MeetingRegister record={second} act={third} />;
    default:
      return <LogRegister record={first} act={second} />;
  }
}
