/** What stands, in a filter, for the owner of those that nobody owns. */
export const NOBODY = '-';
