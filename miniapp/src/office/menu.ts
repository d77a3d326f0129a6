import { pages } from '@/client/pages';
import type { MenuEntry } from '@/parts';
import { useOfficeWords } from './words';

/** What the office opens from its desk. */
export function useOfficeMenu(): MenuEntry[] {
  const { menu } = useOfficeWords();
  return [
    { page: pages.roster, icon: 'paper', label: menu.roster },
    { page: pages.staff, icon: 'person', label: menu.staff },
  ];
}
