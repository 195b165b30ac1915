import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';

/** The facets where there is no room beside the rows. */
export const FacetsDrawer = ({ onClose, children }: { onClose: () => void; children: ReactNode }) => (
  <Drawer opened onClose={onClose} title="Filters" size={320} padding="xs">
    {children}
  </Drawer>
);
