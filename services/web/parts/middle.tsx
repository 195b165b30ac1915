/** How many characters stay at the end. */
const tail = 14;
/** Nobody reads more of a text in one line; a browser that lays out 100 kB of it takes long. */
const most = 600;

/** A text in one line that is cut in its middle where it is too long, so that its end can be seen. The whole is its title. */
export function Middle({ text, className = '' }: { text: string; className?: string }) {
  const shown = text.length > most ? `${text.slice(0, most - tail)}…${text.slice(-tail)}` : text;
  // Never between the halves of a surrogate pair.
  const characters = [...shown];
  const at = Math.max(0, characters.length - tail);
  return (
    <span className={`middle ${className}`} title={text.slice(0, 2000)}>
      <span>{characters.slice(0, at).join('')}</span>
      <span>{characters.slice(at).join('')}</span>
    </span>
  );
}
