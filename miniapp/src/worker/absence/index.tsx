export { AbsencePage as default } from '@/absence/AbsencePage';
