/** Beside the list: the selected talk with the dialog of the act that was begun, or its correction. */
import type { ReactElement } from 'react';
import { isTalk } from '@shared/talks/access';
import type { Talk } from '@shared/talks/schema';
import { useLiveOf } from '../../data/live';
import { byIds } from '../../data/read';
import { HandOverDialog } from '../../ui/service/hand-over';
import { NoRecord } from '../../ui/states';
import {
  ApproveDialog,
  ArchiveDialog,
  PaperDialog,
  ReturnDialog,
  SolveDialog,
  VoidDialog,
} from './talk-dialogs';
import { CorrectTalkForm } from './talk-form';
import { TalkPanel } from './talk-panel';

interface TalkSideProps {
  readonly id: string;
  readonly act: string;
  readonly listed: Talk | undefined;
  readonly minute: string;
  readonly onAct: (act: string) => void;
  readonly onClose: () => void;
}

export function TalkSide({ id, act, listed, minute, onAct, onClose }: TalkSideProps): ReactElement {
  const stored = useLiveOf(
    async () => (listed ? [] : await byIds('tickets', [id])),
    ['tickets'],
    [id, String(listed === undefined)],
  );
  const talk = listed ?? (stored.state === 'ready' ? stored.value.find((doc) => isTalk(doc)) : undefined);
  if (!talk) return <NoRecord state={stored.state} />;
  const back = (): void => onAct('');
  if (act === 'correct') return <CorrectTalkForm talk={talk} onClose={back} />;
  return (
    <>
      <TalkPanel talk={talk} minute={minute} onAct={onAct} onClose={onClose} />
      <ActDialog talk={talk} act={act} onClose={back} />
    </>
  );
}

interface ActDialogProps {
  readonly talk: Talk;
  readonly act: string;
  readonly onClose: () => void;
}

function ActDialog({ act, ...rest }: ActDialogProps): ReactElement | null {
  switch (act) {
    case 'approve':
      return <ApproveDialog {...rest} />;
    case 'sendBack':
      return <ReturnDialog {...rest} />;
    case 'solve':
      return <SolveDialog {...rest} />;
    case 'paper':
      return <PaperDialog {...rest} />;
    case 'archive':
      return <ArchiveDialog {...rest} />;
    case 'handOver':
      return <HandOverDialog matters={[rest.talk]} onClose={rest.onClose} />;
    case 'void':
      return <VoidDialog {...rest} />;
    default:
      return null;
  }
}
