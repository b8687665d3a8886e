/** Help of figures, synchronisation, backup and settings. */
import type { PageHelps } from '../../page-help';

export const upkeepHelp: PageHelps = {
  figures: {
    purpose: 'Sales, profit, tenders, clerks, differences of counts and tills.',
    steps: [
      'Choose the month and the table.',
      'A line shows the records behind it.',
      'Print for the archive, export for your own sums.',
    ],
  },
  serviceFigures: {
    purpose: 'Reply, on-time, satisfaction and repeat rates; weekly and monthly reception reports.',
    steps: [
      'Choose week, month or quarter.',
      'Each figure has its formula and goal; a line shows the records that met it and those that did not.',
      'Look at what was missed, then for the cause.',
      'Print the month’s tables.',
    ],
  },
  printing: {
    purpose:
      "Prints the month's sheets in order in one go; forms that a printer did not print are printed again here.",
    steps: [
      'Choose the month. The state says what is still to be done for a sheet, such as closing the month; what is ready is ticked.',
      'Choose the printer and print the ticked sheets. Each has its own page numbers; they come in the order of the list of forms.',
      'Stop at any time, and go on with the others later.',
      'Out of paper or offline, it stops and says which printer and why; then only what failed is printed again.',
      'Forms from anywhere that did not come out are listed too: what is in the queue prints by itself, the others are printed again.',
    ],
  },
  sync: {
    purpose: 'How the desks exchange their records. Without a network you work on as usual.',
    steps: [
      'Synchronised needs nothing; not connected lets you work on too.',
      'If it lasts, look at cable and network, then ask the administrator.',
      'A conflict is decided by a lead.',
      'A refused record says why; mend it and send it again.',
      'The diagnostic file has no customer data.',
    ],
  },
  backup: {
    purpose: 'A sealed backup every day, and restoring it with the recovery key.',
    steps: [
      'Choose a folder that is not on this PC’s own disk.',
      'Make the recovery key, print it twice, lock both away: without it nobody opens a backup.',
      'When Today says a backup failed, look whether the disk is there and not full.',
      'On a new PC choose restoring and type the key.',
    ],
  },
  settings: {
    purpose: 'Club, goods, roster, checklists, staff and desks; printing, import and version.',
    steps: [
      'Choose a group above, change it, save with Ctrl+Enter.',
      'Whoever leaves is marked as left; names stay, old records need them.',
      'An administrator sets a new PIN.',
      'Import takes over old paper registers: look at the check before you confirm.',
      'If the printer is silent, print a test page.',
    ],
  },
};
