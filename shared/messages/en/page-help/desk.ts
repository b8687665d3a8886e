/** Help of Today and the desk's registers. */
import type { PageHelps } from '../../page-help';

export const deskHelp: PageHelps = {
  today: {
    purpose: 'What is to be done today: red is late, amber is due soon. Begin at the top.',
    steps: [
      'Read it when your shift begins and work downwards; the button of a line opens the page that does it.',
      'Matters with your name are yours until they are closed or handed to a colleague.',
      'The figures and the chart below follow what is recorded today.',
      'Read it again before you hand over: no red line should be left.',
    ],
  },
  visits: {
    purpose: 'The visitor register: who came, to whom, and who is on site now.',
    steps: [
      'Press F2, enter name, phone and purpose, save with Ctrl+Enter.',
      'A known phone offers earlier visits; fill in with Alt+number after checking that it is the same person.',
      'When a department must see them, choose the handing over: you are reminded if it does not answer.',
      'When they leave, select the row and press S.',
      'Under 14 only the guardian is recorded; the guardian signs on the screen.',
      'At closing time you are asked about visitors who have not left.',
    ],
  },
  incidents: {
    purpose:
      'Reports of fire, injury or missing people, and telling everybody concerned. F8 opens it anywhere.',
    steps: [
      'Press F8, say where and what; report first, details can follow.',
      'Call down the list: R for reached, N for not reached.',
      'Those without an answer or a number are told in person.',
      'At the assembly point tick everybody off; report at once who is missing.',
      'Write the result and the summary, then close; the report can be printed at any moment.',
    ],
  },
  enquiries: {
    purpose:
      'Calls, online chats, messages, mail and letters: what was asked, what was answered, what is owed.',
    steps: [
      'Press F2 as you pick up, choose channel and category, write while you listen.',
      'Alt+R puts a standard reply into the answer.',
      'When you cannot answer, promise a call back: Today reminds you; record its result.',
      'Work for departments becomes a work order, a complaint goes to complaints, an order to customer orders.',
      'First thing of the shift: look through messages, website and mail.',
    ],
  },
  replies: {
    purpose: 'Standard replies: one question, one answer, whoever gives it; and the words never to use.',
    steps: [
      'Search by word or pinyin and answer accordingly.',
      'In the form of a call, Alt+R fills the reply in.',
      'Propose what is missing with F2; a lead approves it.',
      'Earlier versions are kept.',
    ],
  },
  lostProperty: {
    purpose: 'Found things from intake to claim or handover, and what customers report as lost.',
    steps: [
      'Press F2: item, place, quantity, finder; the finder signs, the label goes onto the item.',
      'Valuables and cash: a sealed bag with its number, two members of staff, never into the till.',
      'Mark features as hidden that can test a claimant.',
      'For a claim select the row and press C: check features, quantity and identity, let the claimant sign.',
      'What a customer misses goes into loss reports; possible matches are proposed.',
      'Unclaimed items are handed to HR when due (usually 15 days), both sides sign.',
    ],
  },
  customers: {
    purpose: 'All that the registers hold about one customer, on one page. It builds itself.',
    steps: [
      'Search by name or phone and open the customer.',
      'One phone is not one person: name and phone together are.',
      'VIP and attention notices are confirmed by a lead; never read them aloud.',
      'A lead merges doubles, and parts them again when that was wrong.',
    ],
  },
};
