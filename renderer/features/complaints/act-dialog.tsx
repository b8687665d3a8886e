/** The dialog of an act by its name in the path. */
import type { ReactElement } from 'react';
import type { DialogProps } from './act-form';
import type { Act } from './acts';
import { AppointDialog, AssignDialog, DetermineDialog, GradeDialog } from './decide-dialogs';
import {
  AnswerDialog,
  ArchiveDialog,
  FollowUpDialog,
  HandleDialog,
  NoticeDialog,
  SolveDialog,
} from './desk-dialogs';
import {
  DeclineDialog,
  EscalateDialog,
  ExplainDialog,
  ExtendDialog,
  InquireDialog,
  InstructDialog,
  PursueDialog,
  ReasonDialog,
  ReviewDialog,
} from './lead-dialogs';

export function ActDialog({ act, ...props }: DialogProps & { readonly act: Act }): ReactElement | null {
  switch (act) {
    case 'notice':
      return <NoticeDialog {...props} />;
    case 'appoint':
      return <AppointDialog {...props} />;
    case 'determine':
    case 'redetermine':
      return <DetermineDialog {...props} again={act === 'redetermine'} />;
    case 'grade':
    case 'regrade':
      return <GradeDialog {...props} again={act === 'regrade'} />;
    case 'assign':
    case 'reassign':
      return <AssignDialog {...props} again={act === 'reassign'} />;
    case 'handle':
      return <HandleDialog {...props} />;
    case 'answer':
      return <AnswerDialog {...props} />;
    case 'solve':
      return <SolveDialog {...props} />;
    case 'review':
      return <ReviewDialog {...props} />;
    case 'followUp':
      return <FollowUpDialog {...props} />;
    case 'archive':
      return <ArchiveDialog {...props} />;
    case 'sendBack':
    case 'reopen':
    case 'void':
      return <ReasonDialog {...props} act={act} />;
    case 'extend':
      return <ExtendDialog {...props} />;
    case 'escalate':
      return <EscalateDialog {...props} />;
    case 'inquire':
      return <InquireDialog {...props} />;
    case 'explain':
      return <ExplainDialog {...props} />;
    case 'decline':
      return <DeclineDialog {...props} />;
    case 'instruct':
      return <InstructDialog {...props} />;
    case 'pursue':
      return <PursueDialog {...props} />;
  }
}
