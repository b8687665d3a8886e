/** The keyboard map. */
export const help = {
  new: 'New record',
  search: 'Find any record',
  move: 'Move in the list',
  signOut: 'Sign the visit out',
  next: 'Next field',
  save: 'Save the form',
  close: 'Close the form (asks first)',
  print: 'Print this page',
  lock: 'Lock the screen',
  help: 'This sheet',
  everywhere: 'Everywhere',
  inLists: 'Lists',
  inForms: 'Forms',
  page: 'One page on',
  ends: 'First, last',
  closeRecord: 'Close the record',
  choose: 'Choose that option',
  line: 'New line',
  claim: 'Hand out the selected found item',
  scanner:
    'A scanner types like a keyboard: into the field that has the cursor, or, with none, it opens the record of a scanned label.',
} as const;
