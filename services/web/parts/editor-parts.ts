import { setDiagnostics } from '@codemirror/lint';
import type { EditorView, KeyBinding } from '@codemirror/view';
import type { ApiError } from '../api/client.ts';

/** Escape leaves an editor, so that Tab can go on from it. */
export const leaveOnEscape: KeyBinding = {
  key: 'Escape',
  run: (editor) => {
    editor.contentDOM.blur();
    return true;
  },
};

/** Underlines the `word` at which the API says that a text is wrong; nothing where it does not say. */
export function markError(editor: EditorView, error: ApiError | undefined, word: RegExp): void {
  const { length } = editor.state.doc;
  const from = Math.min(error?.offset ?? 0, Math.max(0, length - 1));
  const wide = word.exec(editor.state.sliceDoc(from))?.[0].length ?? 1;
  const marks =
    error?.offset === undefined || length === 0
      ? []
      : [{ from, to: Math.min(length, from + wide), severity: 'error' as const, message: error.message }];
  editor.dispatch(setDiagnostics(editor.state, marks));
}
