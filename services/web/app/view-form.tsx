import { Button, Checkbox, Modal, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sessionQuery } from '../api/session.ts';
import { type SavedView, saveView, viewsQuery } from '../api/views.ts';

interface Props {
  readonly draft: Pick<SavedView, 'id' | 'name' | 'page' | 'state' | 'shared'>;
  readonly onClose: () => void;
}

/** Asks for the name of a view, and whether others see it. */
export function ViewForm({ draft, onClose }: Props) {
  const [name, setName] = useState(draft.name);
  const [shared, setShared] = useState(draft.shared);
  const { data: session } = useQuery(sessionQuery);
  const queries = useQueryClient();
  const saved = useMutation({
    mutationFn: () => saveView({ ...draft, name: name.trim(), shared }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: viewsQuery.queryKey });
      onClose();
    },
  });
  const isNew = draft.name === '';
  return (
    <Modal opened onClose={onClose} title={isNew ? 'Save this view' : 'Rename or share the view'} size="sm">
      <form
        className="view-form"
        onSubmit={(event) => {
          event.preventDefault();
          saved.mutate();
        }}
      >
        <TextInput
          label="Name"
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={saved.error?.message}
          data-autofocus
        />
        {session?.signed_in ? (
          <Checkbox
            size="xs"
            label="Shared: everybody who may see as much as your key sees it"
            checked={shared}
            onChange={(event) => setShared(event.currentTarget.checked)}
          />
        ) : (
          <p className="soft">Everybody who opens this page sees it: no key is needed here.</p>
        )}
        <Button type="submit" variant="filled" size="sm" disabled={name.trim() === ''} loading={saved.isPending}>
          Save
        </Button>
      </form>
    </Modal>
  );
}
