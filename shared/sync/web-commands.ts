/** Types of the commands that the endpoint runs for somebody in a browser (`server/commands`); pages offer no others there. */
export const WEB_COMMAND_TYPES = [
  'visit.answerTransfer',
  'lostItem.store',
  'lostItem.notice',
  'lostItem.toPolice',
  'lostItem.dispose',
  'lostItem.returnLater',
  'lostItem.signPaper',
  'cash.check',
  'cash.uncheck',
  'invoice.step',
  'ledger.filePaper',
  'account.save',
  'month.declare',
  'month.close',
  'month.reopen',
  'audit.record',
] as const;
