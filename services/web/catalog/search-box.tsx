import { type ComponentType, useEffect, useRef, useState } from 'react';
import type { ApiError } from '../api/client.ts';
import type { ResourceType } from '../api/queries.ts';
import { Icon } from '../parts/icon.tsx';
import { searchHint, searchLabel } from './search-hint.ts';
import './search-box.css';

export interface SearchProps {
  readonly type: ResourceType;
  readonly q: string;
  readonly error: ApiError | undefined;
  readonly onSearch: (q: string) => void;
}

export interface SearchEditorProps extends SearchProps {
  /** What was written before the editor came. */
  readonly draft: string;
  readonly takesFocus: boolean;
}

let loaded: ComponentType<SearchEditorProps> | undefined;

/** The search query: a plain input that becomes an editor, with completion, as soon as somebody goes to it. */
export function SearchBox(props: SearchProps) {
  const { q, error, onSearch } = props;
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState(q);
  const [editor, setEditor] = useState<{ Editor: ComponentType<SearchEditorProps>; takesFocus: boolean } | undefined>(
    loaded && { Editor: loaded, takesFocus: false },
  );
  useEffect(() => setDraft(q), [q]);

  const load = useRef(async () => {
    const { SearchEditor } = await import('./search-editor.tsx');
    loaded = SearchEditor;
    setEditor((before) => before ?? { Editor: SearchEditor, takesFocus: document.activeElement === input.current });
  });
  // Only the editor underlines a mistake.
  useEffect(() => {
    if (error) void load.current();
  }, [error]);
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      const isTyping =
        event.target instanceof Element && event.target.closest('input, textarea, [contenteditable="true"]');
      if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      box.current?.querySelector<HTMLElement>('.search-input, .cm-content')?.focus();
    };
    document.addEventListener('keydown', focus);
    return () => document.removeEventListener('keydown', focus);
  }, []);

  return (
    <div ref={box} className={error ? 'search wrong' : 'search'}>
      <Icon name="search" />
      {editor ? (
        <editor.Editor {...props} draft={draft} takesFocus={editor.takesFocus} />
      ) : (
        <input
          ref={input}
          className="search-input mono"
          aria-label={searchLabel(props.type)}
          placeholder={searchHint(props.type)}
          spellCheck={false}
          autoComplete="off"
          value={draft}
          onFocus={() => void load.current()}
          onChange={(event) => setDraft(event.currentTarget.value)}
          onKeyDown={({ key }) => key === 'Enter' && onSearch(draft.trim())}
        />
      )}
      {q !== '' && (
        <button type="button" className="search-clear" onClick={() => onSearch('')} aria-label="Clear the search">
          <Icon name="cross" size={13} />
        </button>
      )}
      <kbd className="search-key" title="Press / to search">
        /
      </kbd>
      {error && (
        <div className="search-error" role="alert">
          {error.message.replace(/^the search query has a mistake at character \d+: /, '')}
        </div>
      )}
    </div>
  );
}
