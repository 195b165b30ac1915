import { acceptCompletion, autocompletion, completionStatus, startCompletion } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { EditorState, Prec } from '@codemirror/state';
import { EditorView, keymap, placeholder } from '@codemirror/view';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { leaveOnEscape, markError } from '../parts/editor-parts.ts';
import { editorTheme } from '../parts/editor-theme.ts';
import { completeQuery } from './complete-query.ts';
import { recentSearches, rememberSearch } from './recent-searches.ts';
import type { SearchEditorProps } from './search-box.tsx';
import { searchHint, searchLabel } from './search-hint.ts';
import { searchLanguage } from './search-language.ts';

/** One line of the search language. Enter searches; an empty box offers the recent searches. */
export function SearchEditor({ type, q, draft, error, onSearch, takesFocus }: SearchEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const queries = useQueryClient();
  const search = useRef(onSearch);
  search.current = onSearch;
  const last = useRef(q);
  const first = useRef({ draft, takesFocus });

  useEffect(() => {
    const submit = ({ state }: EditorView) => {
      const text = state.doc.toString().trim();
      rememberSearch(text);
      search.current(text);
      return true;
    };
    const complete = completeQuery(queries, type);
    const editor = new EditorView({
      parent: host.current ?? document.body,
      state: EditorState.create({
        doc: first.current.draft,
        selection: { anchor: first.current.draft.length },
        extensions: [
          // A pasted text of many lines is one line.
          EditorState.transactionFilter.of((transaction) =>
            transaction.newDoc.lines > 1
              ? [
                  transaction,
                  {
                    changes: {
                      from: 0,
                      to: transaction.newDoc.length,
                      insert: transaction.newDoc.toString().replaceAll(/\s*\n\s*/g, ' '),
                    },
                    sequential: true,
                  },
                ]
              : transaction,
          ),
          history(),
          Prec.highest(
            keymap.of([
              {
                key: 'Enter',
                run: (at) => (completionStatus(at.state) === 'active' && acceptCompletion(at)) || submit(at),
              },
              { key: 'Mod-Enter', run: submit },
              { key: 'Tab', run: acceptCompletion },
            ]),
          ),
          keymap.of([
            { key: 'ArrowDown', run: (at) => at.state.doc.length === 0 && startCompletion(at) },
            leaveOnEscape,
            ...defaultKeymap,
            ...historyKeymap,
          ]),
          searchLanguage,
          autocompletion({
            icons: false,
            override: [
              (context) =>
                context.state.doc.length > 0
                  ? complete(context)
                  : {
                      from: 0,
                      options: recentSearches().map((label, index) => ({ label, boost: -index })),
                      filter: false,
                    },
            ],
          }),
          placeholder(searchHint(type)),
          EditorView.contentAttributes.of({ 'aria-label': searchLabel(type) }),
          editorTheme,
        ],
      }),
    });
    view.current = editor;
    if (first.current.takesFocus) editor.focus();
    return () => editor.destroy();
  }, [queries, type]);

  useEffect(() => {
    const editor = view.current;
    // What is being written stays until it is searched for.
    if (!editor || last.current === q) return;
    last.current = q;
    if (editor.state.doc.toString() === q) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: q }, selection: { anchor: q.length } });
  }, [q]);

  useEffect(() => {
    if (view.current) markError(view.current, error, /^[^\s]+/);
  }, [error]);

  return <div ref={host} className="search-editor" />;
}
