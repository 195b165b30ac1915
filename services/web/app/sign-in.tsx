import { Button, PasswordInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sessionQuery, signIn } from '../api/session.ts';
import { useTitle } from '../parts/use-title.ts';

/** Asks for an API key once. The page forgets it: what stays is a cookie that its scripts cannot read. */
export function SignIn() {
  useTitle('Sign in');
  const [key, setKey] = useState('');
  const queries = useQueryClient();
  const asked = useMutation({
    mutationFn: signIn,
    onSuccess: (session) => {
      setKey('');
      queries.setQueryData(sessionQuery.queryKey, session);
      return queries.invalidateQueries();
    },
  });
  return (
    <form
      className="sign-in card"
      onSubmit={(event) => {
        event.preventDefault();
        asked.mutate(key.trim());
      }}
    >
      <h1>Sign in</h1>
      <p className="soft">This catalog asks for an API key. sagecat keys create makes one.</p>
      <PasswordInput
        label="API key"
        autoComplete="current-password"
        value={key}
        onChange={(event) => setKey(event.currentTarget.value)}
        error={asked.error?.message}
        data-autofocus
      />
      <Button type="submit" variant="filled" size="sm" disabled={key.trim() === ''} loading={asked.isPending}>
        Sign in
      </Button>
    </form>
  );
}
