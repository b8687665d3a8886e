/** Key of the draft of a new visit; Today offers to go on with it. */
export const REGISTER_DRAFT = 'visit.register';
