/** Text as a terminal may show it: control characters would move its cursor, and hide or fake what is printed. Line breaks stay. */
export const printable = (text: string): string =>
  text.replace(/(?!\n)\p{Cc}/gu, (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`);
