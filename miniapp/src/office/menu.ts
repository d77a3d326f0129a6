import { pages } from '@/client/pages';
import { isBrowser } from '@/client/send';
import type { MenuEntry } from '@/parts';
import { useOfficeWords } from './words';

/** What the office opens from its desk: what a day brings, and what is arranged once and changed at times. */
export function useOfficeMenu(): { daily: MenuEntry[]; arranged: MenuEntry[] } {
  const { menu } = useOfficeWords();
  // A mini-program can neither choose a file nor print.
  const atDesk: MenuEntry[] = [
    { page: pages.roster, icon: 'paper', label: menu.roster },
    { page: pages.poster, icon: 'paper', label: menu.poster },
  ];
  return {
    daily: [
      { page: pages.notices, icon: 'paper', label: menu.notices },
      { page: pages.staffErrands, icon: 'home', label: menu.errands },
      { page: pages.staffOrder, icon: 'person', label: menu.order },
      { page: pages.registration, icon: 'paper', label: menu.registration },
      { page: pages.sameDay, icon: 'calendar', label: menu.sameDay },
      { page: pages.unreported, icon: 'clock', label: menu.unreported },
      { page: pages.withoutPhone, icon: 'home', label: menu.withoutPhone },
      { page: pages.visits, icon: 'call', label: menu.visits },
      { page: pages.trash, icon: 'home', label: menu.trash },
      { page: pages.cases, icon: 'warn', label: menu.cases },
      { page: pages.observed, icon: 'home', label: menu.observed },
      { page: pages.release, icon: 'done', label: menu.release },
      { page: pages.residents, icon: 'person', label: menu.residents },
      { page: pages.deskDeclare, icon: 'person', label: menu.desk },
      { page: pages.responsible, icon: 'call', label: menu.responsible },
      { page: pages.handovers, icon: 'refresh', label: menu.handovers },
      { page: pages.leavings, icon: 'home', label: menu.leavings },
      { page: pages.corrections, icon: 'paper', label: menu.corrections },
    ],
    arranged: [
      ...(isBrowser ? atDesk : []),
      { page: pages.staff, icon: 'person', label: menu.staff },
      { page: pages.helpers, icon: 'person', label: menu.helpers },
      { page: pages.officeAbsence, icon: 'calendar', label: menu.absence },
      { page: pages.windows, icon: 'clock', label: menu.windows },
      { page: pages.grids, icon: 'home', label: menu.grids },
    ],
  };
}
