/** Words that all matters of the service side share: enquiries, talks, complaints, work orders, follow-up. */
export const service = {
  customer: 'Customer',
  name: 'Name',
  phone: 'Phone',
  identity: 'Identity',
  memberNo: 'Member number',
  responsible: 'Responsible',
  handOver: 'Hand to a colleague',
  handOverTo: 'Hand to',
  handOverReason: 'Reason',
  handedOver: 'Handed to {{name}}',
  origin: 'From',
  children: 'What followed',
  wallClock: 'Round the clock',
  workingClock: 'Working hours',
  identities: { member: 'Member', guest: 'Guest', supplier: 'Supplier', other: 'Other' },
  kinds: {
    enquiry: 'Enquiry',
    talk: 'Talk',
    complaint: 'Complaint',
    workOrder: 'Work order',
    followUp: 'Follow-up call',
    visit: 'Visit',
  },
} as const;

/** Refusals of the service side. */
export const serviceRefusal = {
  colleagueGone: 'Choose a colleague who still works here',
  colleagueNotAtDesk: 'Choose a colleague of the desk',
  matterClosed: 'One of these is already closed; refresh and try again',
  alreadyResponsible: 'This colleague is responsible already',
  notResponsible: 'Only the responsible person or a lead may hand it over',
  hoursReversed: 'The end must be later than the beginning',
  noWorkingDay: 'Choose at least one working day',
} as const;
