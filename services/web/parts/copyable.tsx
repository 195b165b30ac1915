import { ActionIcon, CopyButton } from '@mantine/core';
import { visible } from '../format/visible.ts';
import { Icon } from './icon.tsx';
import { Middle } from './middle.tsx';

/** A button that copies a text. */
export const Copy = ({ text, label = 'Copy' }: { text: string; label?: string }) => (
  <CopyButton value={text} timeout={1500}>
    {({ copied, copy }) => (
      <ActionIcon size={20} aria-label={copied ? 'Copied' : label} title={copied ? 'Copied' : label} onClick={copy}>
        <Icon name={copied ? 'check' : 'copy'} size={13} />
      </ActionIcon>
    )}
  </CopyButton>
);

/** A text, cut in its middle where the place is narrow, with a button that copies all of it. */
export const Copyable = ({ text, className }: { text: string; className?: string }) => (
  <span className="copyable">
    <Middle text={visible(text)} {...(className && { className })} />
    <Copy text={text} />
  </span>
);
