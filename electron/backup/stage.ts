/** Folder of the profile in which a restore is laid out before it is put in place. */
export const STAGE = 'restore-stage';
