/** Ids of acts that happen once in a session's life, derived from its number: two desks or a double Enter meet. */

/** Handover or seal that ends a session. */
export const closeId = (sessionNo: string): string => `end:${sessionNo}`;

/** Opening that takes over a night seal. */
export const reopenId = (sealId: string): string => sealId.replace(/^end:/, 'open:');

/** First count of a blind close. */
export const countId = (sessionNo: string): string => `count:${sessionNo}`;
