/** Ends the transaction of an act whose ground has changed since it was decided. */
export class ChangedMeanwhile extends Error {}
