import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { useMandates } from '@/client/queries';
import { Link } from '@/parts';
import { useMandateWords } from './words';

/** How many act for a household, and the way to who they are. */
export function MandateLine({ householdId }: { householdId: string }) {
  const words = useMandateWords();
  const { data } = useMandates(householdId);
  const active = data?.items.filter(({ isActive }) => isActive).length;
  return (
    <Link
      icon="person"
      label={active === undefined ? words.staffTitle : words.line(active)}
      onTap={() => open(pages.staffMandates, { householdId })}
    />
  );
}
