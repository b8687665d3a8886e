/** The keyboard map. */
export const help = {
  new: 'New record',
  search: 'Find any record',
  move: 'Move in the list',
  signOut: 'Sign the selected visit out',
  next: 'Next field',
  save: 'Save the form',
  close: 'Close the form or record (asks when something is unsaved)',
  print: 'Print the register',
  lock: 'Lock the screen; nothing typed is lost',
  help: 'This sheet',
} as const;
