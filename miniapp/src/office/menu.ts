import { pages } from '@/client/pages';
import type { MenuEntry } from '@/parts';
import { useOfficeWords } from './words';

/** What the office opens from its desk. */
export function useOfficeMenu(): MenuEntry[] {
  const { menu } = useOfficeWords();
  return [
    { page: pages.roster, icon: 'paper', label: menu.roster },
    { page: pages.residents, icon: 'person', label: menu.residents },
    { page: pages.corrections, icon: 'paper', label: menu.corrections },
    { page: pages.handovers, icon: 'refresh', label: menu.handovers },
    { page: pages.leavings, icon: 'home', label: menu.leavings },
    { page: pages.deskDeclare, icon: 'person', label: menu.desk },
    { page: pages.poster, icon: 'paper', label: menu.poster },
    { page: pages.staff, icon: 'person', label: menu.staff },
    { page: pages.grids, icon: 'home', label: menu.grids },
    { page: pages.responsible, icon: 'person', label: menu.responsible },
    { page: pages.officeAbsence, icon: 'calendar', label: menu.absence },
  ];
}
