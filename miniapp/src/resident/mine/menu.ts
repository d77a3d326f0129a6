import { pages } from '@/client/pages';
import type { MenuEntry } from '@/parts';
import { useMineWords } from './words';

/** What a resident opens from the page of the own household. */
export function useMineMenu(): MenuEntry[] {
  const { menu } = useMineWords();
  return [
    { page: pages.notices, icon: 'paper', label: menu.notices },
    { page: pages.mandates, icon: 'person', label: menu.mandates },
    { page: pages.accessLog, icon: 'person', label: menu.accessLog },
    { page: pages.leave, icon: 'next', label: menu.leave },
    { page: pages.tip, icon: 'person', label: menu.tip },
    { page: pages.outbox, icon: 'clock', label: menu.outbox },
  ];
}
