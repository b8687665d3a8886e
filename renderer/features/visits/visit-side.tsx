/** Beside the list: a new visit's form, a correction, or the selected visit with its dialogs. */
import type { ReactElement } from 'react';
import { isVisit } from '@shared/visits/on-site';
import type { Visit } from '@shared/visits/schema';
import { useLiveOf } from '../../data/live';
import { byIds } from '../../data/read';
import { NoRecord } from '../../ui/states';
import { CorrectForm } from './correct-form';
import { MarkDialog } from './mark-dialog';
import { RegisterForm } from './register-form';
import { AnswerDialog, ConsentDialog, SignOutLaterDialog } from './visit-dialogs';
import { VisitPanel, type VisitAct } from './visit-panel';
import { VoidDialog } from './void-dialog';

interface VisitSideProps {
  /** A visit's id, or `new`. */
  readonly id: string;
  readonly act: string;
  /** The visit as the list has it; others are read. */
  readonly listed: Visit | undefined;
  readonly minute: string;
  readonly onOpen: (id: string) => void;
  readonly onAct: (act: VisitAct) => void;
  readonly onClose: () => void;
}

export function VisitSide({ id, act, listed, minute, onOpen, onAct, onClose }: VisitSideProps): ReactElement {
  const stored = useLiveOf(
    async () => (listed || id === 'new' ? [] : await byIds('visits', [id])),
    ['visits'],
    [id, String(listed === undefined)],
  );
  if (id === 'new') return <RegisterForm onSaved={onOpen} onClose={onClose} />;
  const visit = listed ?? (stored.state === 'ready' ? stored.value.find(isVisit) : undefined);
  if (!visit) return <NoRecord state={stored.state} />;
  const back = (): void => onOpen(id);
  if (act === 'correct') return <CorrectForm key={id} visit={visit} onDone={back} />;
  return (
    <>
      <VisitPanel visit={visit} minute={minute} onAct={onAct} onOpen={onOpen} onClose={onClose} />
      <ActDialog act={act} visit={visit} onClose={back} />
    </>
  );
}

interface ActDialogProps {
  readonly act: string;
  readonly visit: Visit;
  readonly onClose: () => void;
}

function ActDialog({ act, visit, onClose }: ActDialogProps): ReactElement | null {
  switch (act) {
    case 'void':
      return <VoidDialog visit={visit} onClose={onClose} />;
    case 'leave':
      return <SignOutLaterDialog visit={visit} onClose={onClose} />;
    case 'answer':
      return <AnswerDialog visit={visit} onClose={onClose} />;
    case 'consent':
      return <ConsentDialog visit={visit} onClose={onClose} />;
    case 'mark':
      return <MarkDialog visit={visit} onClose={onClose} />;
    default:
      return null;
  }
}
