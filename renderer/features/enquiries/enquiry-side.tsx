/** Beside the list: the selected enquiry with its dialogs, or its correction. */
import type { ReactElement } from 'react';
import { isEnquiry, type Enquiry } from '@shared/enquiries/schema';
import { useLiveOf } from '../../data/live';
import { byIds } from '../../data/read';
import { HandOverDialog } from '../../ui/service/hand-over';
import { NoRecord } from '../../ui/states';
import { CorrectForm } from './correct-form';
import { AnswerDialog, CallDialog, VoidDialog } from './enquiry-dialogs';
import { EnquiryPanel, type EnquiryAct } from './enquiry-panel';

interface EnquirySideProps {
  readonly id: string;
  readonly act: string;
  /** The enquiry as the list has it; others are read. */
  readonly listed: Enquiry | undefined;
  readonly minute: string;
  readonly onAct: (act: EnquiryAct) => void;
  /** Back to the record. */
  readonly onBack: () => void;
  readonly onClose: () => void;
}

export function EnquirySide(props: EnquirySideProps): ReactElement {
  const { id, act, listed, minute, onAct, onBack, onClose } = props;
  const stored = useLiveOf(
    async () => (listed ? [] : await byIds('tickets', [id])),
    ['tickets'],
    [id, String(listed === undefined)],
  );
  const enquiry = listed ?? (stored.state === 'ready' ? stored.value.find(isEnquiry) : undefined);
  if (!enquiry) return <NoRecord state={stored.state} />;
  if (act === 'correct') return <CorrectForm key={id} enquiry={enquiry} onDone={onBack} />;
  return (
    <>
      <EnquiryPanel key={id} enquiry={enquiry} minute={minute} onAct={onAct} onClose={onClose} />
      {act === 'answer' && <AnswerDialog enquiry={enquiry} onClose={onBack} />}
      {act === 'call' && <CallDialog enquiry={enquiry} onClose={onBack} />}
      {act === 'hand-over' && <HandOverDialog matters={[enquiry]} onClose={onBack} />}
      {act === 'void' && <VoidDialog enquiry={enquiry} onClose={onBack} />}
    </>
  );
}
