import type { ErrandView } from '@shared/requests/errandView';
import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { Button } from '@/parts';
import { ErrandSummary } from '@/requests/errands/ErrandSummary';
import { useSameDayWords } from './words';

/** One errand of the day and the way to its page. */
export const DayErrand = ({ of }: { of: ErrandView }) => (
  <ErrandSummary of={of} withDoor>
    <Button kind="tint" label={useSameDayWords().open} onTap={() => open(pages.staffErrand, { id: of.id })} />
  </ErrandSummary>
);
