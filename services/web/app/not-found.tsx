import { Link } from '@tanstack/react-router';
import { State } from '../parts/state.tsx';

export const NotFound = () => (
  <State title="There is no such page">
    <p>The address may be mistyped.</p>
    <Link to="/">Go to the catalog</Link>
  </State>
);
