import { pages } from '@/client/pages';
import type { MenuEntry } from '@/parts';
import { useWorkerWords } from './words';

/** What a worker opens besides the list. */
export function useWorkerMenu(): MenuEntry[] {
  const { menu } = useWorkerWords();
  return [
    { page: pages.notices, icon: 'paper', label: menu.notices },
    { page: pages.staffErrands, icon: 'home', label: menu.errands },
    { page: pages.shopping, icon: 'bag', label: menu.shopping },
    { page: pages.buildings, icon: 'home', label: menu.run },
    { page: pages.staffOrder, icon: 'person', label: menu.order },
    { page: pages.registration, icon: 'paper', label: menu.registration },
    { page: pages.sameDay, icon: 'calendar', label: menu.sameDay },
    { page: pages.unreported, icon: 'clock', label: menu.unreported },
    { page: pages.withoutPhone, icon: 'home', label: menu.withoutPhone },
    { page: pages.visits, icon: 'call', label: menu.visits },
    { page: pages.trash, icon: 'home', label: menu.trash },
    { page: pages.cases, icon: 'warn', label: menu.cases },
    { page: pages.observed, icon: 'home', label: menu.observed },
    { page: pages.check, icon: 'done', label: menu.check },
    { page: pages.residents, icon: 'person', label: menu.residents },
    { page: pages.corrections, icon: 'paper', label: menu.corrections },
    { page: pages.deskDeclare, icon: 'person', label: menu.desk },
    { page: pages.leavings, icon: 'home', label: menu.leavings },
    { page: pages.outbox, icon: 'clock', label: menu.outbox },
    { page: pages.workerAbsence, icon: 'calendar', label: menu.absence },
  ];
}
