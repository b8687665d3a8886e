/** Beside the list: the selected follow-up with its dialogs, or its correction. */
import type { ReactElement } from 'react';
import { isFollowUp, type FollowUp } from '@shared/follow-up/schema';
import { useLiveOf } from '../../data/live';
import { byIds } from '../../data/read';
import { HandOverDialog } from '../../ui/service/hand-over';
import { NoRecord } from '../../ui/states';
import { AttemptDialog, GiveUpDialog, VoidDialog } from './call-dialogs';
import { CallPanel, type CallAct } from './call-panel';
import { CorrectForm } from './correct-form';

interface CallSideProps {
  readonly id: string;
  readonly act: string;
  /** The follow-up as the list has it; others are read. */
  readonly listed: FollowUp | undefined;
  readonly minute: string;
  readonly onAct: (act: CallAct) => void;
  /** Back to the record. */
  readonly onBack: () => void;
  readonly onClose: () => void;
}

export function CallSide(props: CallSideProps): ReactElement {
  const { id, act, listed, minute, onAct, onBack, onClose } = props;
  const stored = useLiveOf(
    async () => (listed ? [] : await byIds('tickets', [id])),
    ['tickets'],
    [id, String(listed === undefined)],
  );
  const call = listed ?? (stored.state === 'ready' ? stored.value.find(isFollowUp) : undefined);
  if (!call) return <NoRecord state={stored.state} />;
  if (act === 'correct') return <CorrectForm key={id} call={call} onDone={onBack} />;
  return (
    <>
      <CallPanel key={id} call={call} minute={minute} onAct={onAct} onClose={onClose} />
      {act === 'call' && call.status === 'planned' && <AttemptDialog call={call} onClose={onBack} />}
      {act === 'give-up' && <GiveUpDialog call={call} onClose={onBack} />}
      {act === 'hand-over' && <HandOverDialog matters={[call]} onClose={onBack} />}
      {act === 'void' && <VoidDialog call={call} onClose={onBack} />}
    </>
  );
}
