/** The bot did not say what the person needs to go on. */
export class Unanswered extends Error {}
