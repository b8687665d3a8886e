/** Words of signatures and photos. Printed forms are Chinese always, so their words are not here. */
export const signatures = {
  waitsForReceiver: 'To be received',
  later: 'They sign later',
  laterHelp: 'The sheet waits; it is complete once the receiver has checked and signed it in the browser.',
  paperFiled: 'Signed on paper {{archiveNo}}',
  filePaper: 'Archive number',
  filePaperText: '{{name}} signed on paper. Enter the archive number of the original.',
  filed: 'Signature filed',
  signedBy: 'Signed by {{name}}',
  screen: 'Sign on screen',
  paper: 'Sign on paper',
  pin: 'By PIN',
  clear: 'Sign again',
  hint: 'Sign in this box by touch, pen or mouse',
  archiveNo: 'Archive number of the original',
  archiveNoHelp: 'May follow later; until then it waits for its signature',
  confirmPin: 'Enter number and PIN',
  waiting: 'unsigned',
  secondStaffText: 'Another colleague enters their own number and PIN to confirm being present.',
  confirmed: 'Confirmed by {{name}}',
} as const;

/** Refusals of signatures. */
export const signaturesRefusal = {
  signatureMissing: 'Sign first, or sign on paper',
  signatureTooShort: 'The signature is too short; sign with the full name',
  signatureTooLong: 'The signature has too many strokes; sign again',
  pinMissing: 'The signer must enter their own number and PIN',
  sameStaff: 'Another colleague must confirm, not the same person',
  secondStaffMissing: 'Another colleague must confirm by number and PIN',
  noSignatureDue: 'No signature waits to be filed',
  badMoney: 'Enter an amount such as 300 or 1234.50',
} as const;
