import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** Editors look as the page does, in both schemes: their colours are its variables. */
export const editorTheme = [
  EditorView.theme({
    '&': { color: 'var(--text)', backgroundColor: 'transparent', fontSize: '12.5px' },
    '&.cm-focused': { outline: 'none' },
    '.cm-content': { fontFamily: 'var(--mono)', caretColor: 'var(--text)' },
    '.cm-cursor': { borderLeftColor: 'var(--text)' },
    '.cm-placeholder': { color: 'var(--mantine-color-placeholder)' },
    '.cm-gutters': { backgroundColor: 'transparent', color: 'var(--text-soft)', border: 'none' },
    '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'transparent' },
    '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
      background: 'color-mix(in srgb, var(--mantine-primary-color-filled) 28%, transparent)',
    },
    '.cm-tooltip': {
      background: 'var(--surface)',
      color: 'var(--text)',
      border: '1px solid var(--line)',
      borderRadius: '6px',
      boxShadow: 'var(--mantine-shadow-md)',
      overflow: 'hidden',
    },
    '.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--mono)', fontSize: '12px', maxHeight: '18em' },
    '.cm-tooltip-autocomplete > ul > li': { padding: '3px 10px', lineHeight: '1.5' },
    '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
      background: 'var(--selected)',
      color: 'var(--text)',
    },
    '.cm-completionDetail': { color: 'var(--text-soft)', fontStyle: 'normal', marginLeft: '1.5em' },
    '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '700' },
    '.cm-completionInfo': { maxWidth: '340px', fontSize: '12px', padding: '6px 10px' },
    '.cm-tooltip-lint': { display: 'none' },
    '.cm-lintRange-error': {
      backgroundImage: 'none',
      textDecoration: 'underline wavy var(--failed)',
      textUnderlineOffset: '3px',
    },
  }),
  syntaxHighlighting(
    HighlightStyle.define([
      { tag: [tags.propertyName, tags.typeName], color: 'var(--accent-text)' },
      { tag: tags.keyword, color: 'var(--accent-text)', fontWeight: '600' },
      { tag: tags.operator, color: 'var(--text-soft)' },
      { tag: [tags.string, tags.special(tags.string)], color: 'var(--completed)' },
      { tag: [tags.number, tags.bool, tags.null], color: 'var(--running)' },
      { tag: tags.comment, color: 'var(--text-soft)', fontStyle: 'italic' },
    ]),
  ),
];
