import { Drawer } from '@mantine/core';
import { SideBar } from './side-bar.tsx';

/** The side bar where there is no room beside the view. It closes when somewhere was gone to. */
export const SideBarDrawer = ({ onClose }: { onClose: () => void }) => (
  <Drawer opened onClose={onClose} title="sagecat" size={280} padding="xs">
    {/* biome-ignore lint/a11y/noStaticElementInteractions: the links within are what is used */}
    {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link is a click */}
    <div onClick={(event) => (event.target as Element).closest('a') && onClose()}>
      <SideBar />
    </div>
  </Drawer>
);
