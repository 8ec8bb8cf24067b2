/** Names of units in one line; a name may hold commas and semicolons itself. */
export const namesApart = (names: string[]): string => names.join(' · ')
