import { unifiedMergeView } from '@codemirror/merge';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { visibleLines } from '../format/visible.ts';
import { editorTheme } from '../parts/editor-theme.ts';

const most = 100_000;

/** Two texts as one, with what was taken out and put in marked. */
export function Difference({ before, after }: { before: string; after: string }) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!host.current) return;
    const view = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc: visibleLines(after.slice(0, most)),
        extensions: [
          EditorState.readOnly.of(true),
          EditorView.editable.of(false),
          EditorView.lineWrapping,
          unifiedMergeView({
            original: visibleLines(before.slice(0, most)),
            mergeControls: false,
            collapseUnchanged: { margin: 2, minSize: 6 },
          }),
          editorTheme,
        ],
      }),
    });
    return () => view.destroy();
  }, [before, after]);
  return <div ref={host} className="difference" />;
}
