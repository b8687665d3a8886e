/** Words of roster, swaps, attendance and leave. */
export const rosterFirst = {
  title: 'Roster',
};

export const roster = {
  rest: 'Off',
};

export const rosterRefusal = {
  tooManyCells: 'At most {{most}} cells at once; plan in several steps',
  shiftGone: 'The shifts were changed in the settings; reload and plan again',
  leadChangesPublished: 'A published roster is changed by a lead',
  rosterPublished: 'This part of the roster is published already',
  rosterEmpty: 'No shift is planned yet; there is nothing to publish',
  gapsNeedReason: '{{gaps}} shifts are short of staff; say why the roster is published all the same',
};
