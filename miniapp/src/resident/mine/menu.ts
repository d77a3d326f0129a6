import { useActing, useMay } from '@/client/acting';
import { pages } from '@/client/pages';
import type { MenuEntry } from '@/parts';
import { useMineWords } from './words';

/** What a resident opens from the page of the own household; for another one only what that one agreed to. */
export function useMineMenu(): MenuEntry[] {
  const { menu } = useMineWords();
  const isOwn = useActing() === null;
  const mayDeclare = useMay('declare');
  const mayReport = useMay('report');
  return [
    { page: pages.notices, icon: 'paper', label: menu.notices },
    ...(mayReport ? [{ page: pages.checkIn, icon: 'done', label: menu.checkIn } as const] : []),
    { page: pages.mandates, icon: 'person', label: isOwn ? menu.mandates : menu.held },
    ...(isOwn ? [{ page: pages.accessLog, icon: 'person', label: menu.accessLog } as const] : []),
    ...(mayDeclare ? [{ page: pages.leave, icon: 'next', label: menu.leave } as const] : []),
    { page: pages.tip, icon: 'person', label: menu.tip },
    { page: pages.outbox, icon: 'clock', label: menu.outbox },
  ];
}
