import { StreamLanguage } from '@codemirror/language';

/** The search language for the eye: fields, keywords, quoted text, numbers. The API alone says what is right. */
export const searchLanguage = StreamLanguage.define<{ value: boolean }>({
  startState: () => ({ value: false }),
  token(stream, state) {
    if (stream.eatSpace()) {
      state.value = false;
      return null;
    }
    if (stream.match(/"(?:\\.|[^"\\])*"?/)) return 'string';
    if (stream.match(/(?:AND|OR|NOT|TO)(?![\w.:])/)) return 'keyword';
    if (!state.value && stream.match(/(?:[\w.]|\\.|"(?:\\.|[^"\\])*")+(?=:)/)) return 'propertyName';
    if (stream.match(/:[<>]?=?|[-!()[\]{}]|&&|\|\|/)) {
      if (stream.current().startsWith(':')) state.value = true;
      return 'operator';
    }
    if (stream.match(/now(?:[-+/]\w+)*|\d[\d.:TZ-]*/)) return 'number';
    stream.next();
    stream.eatWhile(/[^\s:()[\]{}"]/);
    return null;
  },
});
