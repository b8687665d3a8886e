/** Help of the pages about shifts and the team. */
import type { PageHelps } from '../../page-help';

export const teamHelp: PageHelps = {
  roster: {
    purpose: 'The roster, attendance, swaps and leave. Others see it once it is published.',
    steps: [
      'Sign in and out of your shift; explain a forgotten one, a lead confirms.',
      'Your own shifts have a page.',
      'Ask for a swap: the colleague agrees, a lead approves, the roster changes by itself.',
      'Ask for leave ahead; emergency leave within one hour of the shift’s begin.',
      'Leads plan with arrow and number keys; next week by Friday, next month by the month’s end.',
    ],
  },
  shiftLog: {
    purpose: 'The shift log, checklists, tasks, memos and the weekly meeting.',
    steps: [
      'Note what the next shift must know as it happens.',
      'When you begin, read the last shift’s log and go through the opening list.',
      'When you end, go through the closing list and sign off; stock, cash and open matters are gathered for you.',
      'Tasks from above are taken, done and reported here.',
      'Memos are yours alone and remind you.',
    ],
  },
  inspections: {
    purpose: 'Service inspections: marks by item and standard, confirmed by the person, summed by month.',
    steps: [
      'Press F2, choose the person, give marks, say why any are lost.',
      'The person confirms by PIN, or says why not.',
      'A lead deals with objections; everything is kept.',
      'The month can be printed.',
    ],
  },
};
