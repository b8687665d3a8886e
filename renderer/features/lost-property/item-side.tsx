/** Beside the list: the intake form, a claim or correction, or the selected item with its dialogs. */
import type { ReactElement } from 'react';
import type { Match } from '@shared/lost-property/match';
import type { FoundItem, Handover, LossReport } from '@shared/lost-property/schema';
import { useLiveOf } from '../../data/live';
import { byIds } from '../../data/read';
import { NoRecord } from '../../ui/states';
import { ClaimForm } from './claim-form';
import { ContactDialog, PaperDialog } from './item-dialogs';
import { CorrectItemForm, IntakeForm } from './found-form';
import { DisposeDialog, NoticeDialog, PoliceDialog, StoreDialog } from './hr-dialogs';
import { ItemPanel } from './item-panel';
import { PhotoDialog } from './photo-dialog';
import { VoidDialog } from './void-dialog';

interface ItemSideProps {
  /** An item's id, or `new`. */
  readonly id: string;
  readonly act: string;
  readonly listed: FoundItem | undefined;
  readonly reports: readonly LossReport[];
  readonly sheets: readonly Handover[];
  readonly matches: readonly Match[];
  readonly minute: string;
  /** '' goes back to the record. */
  readonly onAct: (act: string) => void;
  readonly onOpen: (id: string) => void;
  readonly onClose: () => void;
}

export function ItemSide(props: ItemSideProps): ReactElement {
  const { id, act, listed, reports, onAct, onOpen, onClose } = props;
  const stored = useLiveOf(
    async () => (listed || id === 'new' ? [] : await byIds('lostItems', [id])),
    ['lostItems'],
    [id, String(listed === undefined)],
  );
  if (id === 'new') return <IntakeForm onSaved={onOpen} onClose={onClose} />;
  const item =
    listed ??
    (stored.state === 'ready'
      ? stored.value.find((doc): doc is FoundItem => doc.kind === 'foundItem')
      : undefined);
  if (!item) return <NoRecord state={stored.state} />;
  const back = (): void => onAct('');
  if (act === 'correct') return <CorrectItemForm key={id} item={item} onDone={back} />;
  if (act === 'claim' || act === 'return')
    return (
      <ClaimForm key={`${id}${act}`} item={item} reports={reports} later={act === 'return'} onDone={back} />
    );
  return (
    <>
      <ItemPanel {...props} item={item} />
      <ActDialog act={act} item={item} onClose={back} />
    </>
  );
}

function ActDialog({
  act,
  item,
  onClose,
}: {
  readonly act: string;
  readonly item: FoundItem;
  readonly onClose: () => void;
}): ReactElement | null {
  switch (act) {
    case 'void':
      return <VoidDialog record={item} onClose={onClose} />;
    case 'contact':
      return <ContactDialog record={item} onClose={onClose} />;
    case 'paper':
      return <PaperDialog item={item} onClose={onClose} />;
    case 'photo':
      return <PhotoDialog item={item} onClose={onClose} />;
    case 'store':
      return <StoreDialog item={item} onClose={onClose} />;
    case 'notice':
      return <NoticeDialog item={item} onClose={onClose} />;
    case 'police':
      return <PoliceDialog item={item} onClose={onClose} />;
    case 'dispose':
      return <DisposeDialog item={item} onClose={onClose} />;
    default:
      return null;
  }
}
