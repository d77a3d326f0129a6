import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { useSignIns } from '@/client/queries/staff';
import { isBrowser } from '@/client/send';
import { Card, Line } from '@/parts';
import { useStaffPageWords } from './words';

/** Leads to the slips while somebody has not come in yet; a mini-program cannot print. */
export function OfferSlips() {
  const words = useStaffPageWords();
  const { none = 0, oneTime = 0 } = useSignIns().data ?? {};
  if (!isBrowser || none + oneTime === 0) return null;
  return (
    <Card kind="waiting">
      <Line label={words.notIn(none + oneTime)} value={words.slips} onTap={() => open(pages.slips)} />
    </Card>
  );
}
