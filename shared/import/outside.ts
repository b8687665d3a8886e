/** The entry of a list of settings that takes whatever fits none of the others. */
export const OUTSIDE = '其他';
