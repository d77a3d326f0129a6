/** Under what a declaration is kept on the phone while it is filled in. */
export const draftName = 'draft:declaration';
