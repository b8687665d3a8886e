/** Beside the list: the selected order with the dialog of the act that was begun. */
import type { ReactElement } from 'react';
import { isWorkOrder } from '@shared/work-orders/access';
import type { Part, WorkOrder } from '@shared/work-orders/schema';
import { useLiveOf } from '../../data/live';
import { byIds } from '../../data/read';
import { useSession } from '../../data/session';
import { HandOverDialog } from '../../ui/service/hand-over';
import { NoRecord } from '../../ui/states';
import { CloseDialog, ConfirmDialog, CorrectForm, VoidDialog } from './order-dialogs';
import { OrderPanel } from './order-panel';
import { AddPartDialog, EscalateDialog, ReassignDialog, WithdrawDialog } from './coordinate-dialogs';
import { DecideExtensionDialog, ExtensionDialog } from './extension-dialogs';
import { AcceptDialog, ReturnDialog, WordDialog } from './part-dialogs';
import { isInSight } from './use-orders';

interface OrderSideProps {
  readonly id: string;
  readonly act: string;
  /** The part or extension the act is about, or ''. */
  readonly part: string;
  readonly listed: WorkOrder | undefined;
  readonly minute: string;
  readonly onAct: (act: string, part?: string) => void;
  readonly onClose: () => void;
}

export function OrderSide(props: OrderSideProps): ReactElement {
  const { id, listed, act, part, onAct } = props;
  const actor = useSession((session) => session.actor);
  const stored = useLiveOf(
    async () => (listed ? [] : await byIds('tickets', [id])),
    ['tickets'],
    [id, String(listed === undefined)],
  );
  const found =
    listed ?? (stored.state === 'ready' ? stored.value.find((doc) => isWorkOrder(doc)) : undefined);
  if (!found || !isInSight(found, actor)) return <NoRecord state={stored.state} />;
  const back = (): void => onAct('');
  if (act === 'correct') return <CorrectForm order={found} onClose={back} />;
  return (
    <>
      <OrderPanel order={found} minute={props.minute} onAct={onAct} onClose={props.onClose} />
      <ActDialog order={found} act={act} about={part} onClose={back} />
    </>
  );
}

interface ActDialogProps {
  readonly order: WorkOrder;
  readonly act: string;
  readonly about: string;
  readonly onClose: () => void;
}

function ActDialog({ order, act, about, onClose }: ActDialogProps): ReactElement | null {
  switch (act) {
    case 'addPart':
      return <AddPartDialog order={order} onClose={onClose} />;
    case 'escalate':
      return <EscalateDialog order={order} onClose={onClose} />;
    case 'confirm':
      return <ConfirmDialog order={order} onClose={onClose} />;
    case 'close':
      return <CloseDialog order={order} onClose={onClose} />;
    case 'handOver':
      return <HandOverDialog matters={[order]} onClose={onClose} />;
    case 'void':
      return <VoidDialog order={order} onClose={onClose} />;
    case 'decide':
      return <DecideExtensionDialog key={about} order={order} extension={about} onClose={onClose} />;
    default: {
      const found = order.body.parts.find(({ id }) => id === about);
      return found ? (
        <PartDialog key={`${act}${about}`} order={order} act={act} part={found} onClose={onClose} />
      ) : null;
    }
  }
}

function PartDialog(props: {
  readonly order: WorkOrder;
  readonly act: string;
  readonly part: Part;
  readonly onClose: () => void;
}): ReactElement | null {
  const { act, ...rest } = props;
  switch (act) {
    case 'accept':
      return <AcceptDialog {...rest} />;
    case 'progress':
    case 'finish':
      return <WordDialog {...rest} act={act} />;
    case 'refuse':
    case 'handBack':
      return <ReturnDialog {...rest} act={act} />;
    case 'extend':
      return <ExtensionDialog {...rest} />;
    case 'reassign':
      return <ReassignDialog {...rest} />;
    case 'withdraw':
      return <WithdrawDialog {...rest} />;
    default:
      return null;
  }
}
