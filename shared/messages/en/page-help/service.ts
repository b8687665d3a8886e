/** Help of the service registers. */
import type { PageHelps } from '../../page-help';

export const serviceHelp: PageHelps = {
  myMatters: {
    purpose: 'Whatever you took on stays here until it is closed.',
    steps: [
      'Work downwards by due time; Enter opens the record.',
      'Before you leave or go on holiday, tick what is open and hand it to a colleague.',
      'A lead sees everybody’s matters and can hand over for those who are away.',
    ],
  },
  talks: {
    purpose:
      'Talks on special matters: two answers not accepted, compensation, a change of contract or design.',
    steps: [
      'Press F2: the matter, the request, what both sides said; the customer signs.',
      'The lead approves and names a handler and a time.',
      'What comes back is corrected and sent again.',
      'When it is solved, record the result, print and archive it.',
      'For a signature on paper, enter the archive number of the original.',
    ],
  },
  workOrders: {
    purpose: 'Work sent to departments and followed until the customer confirms.',
    steps: [
      'Press F2, or pass a visit, call or complaint on: what, which department, by when.',
      'Departments accept in the web view; for an acceptance by phone, record who gave it.',
      'Late ones turn red on Today: urge, escalate where needed.',
      'When it is done, ask the customer, record the answer, close.',
      'A lead decides on extensions, and the customer is told.',
    ],
  },
  followUp: {
    purpose:
      'Calls to customers after the service, with their satisfaction; plans, month tables and reports.',
    steps: [
      'Select a row and press Enter: reached or not, what was said, how satisfied.',
      'Not reached: choose the next time; after several attempts a lead closes it.',
      'Dissatisfied: write why, and open a work order or a complaint.',
      'The list is made from matters that were closed and not followed up.',
      'At the month’s end print the month table; reports can be edited before printing.',
    ],
  },
  complaints: {
    purpose: 'Complaints from receipt to archive: told within 24 hours, solved within 48 (by the settings).',
    steps: [
      'Press F2: apologise first, then customer, matter and request; references with their own deadline.',
      'Determine it when it is investigated, or agree a time on site.',
      'The grade is proposed with its reason; a person confirms it.',
      'While it is not solved, tell the customer how it goes every 24 hours.',
      'Once solved and answered a lead reviews it; after the follow-up it is archived, or taken up again.',
      'An extension needs the lead, and the customer is told; delays of a department can be questioned.',
    ],
  },
};
