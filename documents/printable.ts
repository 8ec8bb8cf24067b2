/** A text as XML can hold it: control characters and halves of characters become spaces. */
export const printable = (text: string): string => text.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]+/gu, ' ')
