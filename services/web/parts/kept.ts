/** The key under which the browser's storage holds a state that is kept. */
export const keptKey = (name: string): string => `sagecat.${name}`;

/** What the browser keeps under a name; `otherwise` where it keeps nothing, or something that cannot be read. */
export function readKept<T>(name: string, otherwise: T): T {
  try {
    const text = localStorage.getItem(keptKey(name));
    return text === null ? otherwise : (JSON.parse(text) as T);
  } catch {
    return otherwise;
  }
}
