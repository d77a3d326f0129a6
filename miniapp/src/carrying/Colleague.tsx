import type { Role } from '@shared/accounts/contract';
import { useCarriers } from '@/client/queries/errands';
import { useStaff } from '@/client/queries/grids';
import { useIdentityWords } from '@/entry/words';
import { Async, type Option, Select } from '@/parts';
import { useCarryingWords } from './words';

interface ColleagueProps {
  value: string;
  onChange(accountId: string): void;
  fault?: string | undefined;
}

interface Somebody {
  accountId: string;
  name: string;
  role: Role;
  grid: string | null;
}

function useOptions(): (people: Somebody[] | undefined) => Option[] {
  const { roles } = useIdentityWords();
  return (people = []) =>
    people.map(({ accountId, name, role, grid }) => ({
      value: accountId,
      label: [name, roles[role], grid].filter(Boolean).join(' · '),
    }));
}

/** Who may carry an errand in place of whoever has it. */
export function Carrier({ id, ...field }: ColleagueProps & { id: string }) {
  const words = useCarryingWords();
  const carriers = useCarriers(id);
  const optionsOf = useOptions();
  return (
    <Async query={carriers}>
      <Select {...field} label={words.colleague} options={optionsOf(carriers.data)} />
    </Async>
  );
}

/** Who may answer for an errand that nobody has accepted, in place of whoever does. */
export function Answerer({ except, ...field }: ColleagueProps & { except: string | undefined }) {
  const words = useCarryingWords();
  const staff = useStaff();
  const optionsOf = useOptions();
  const present = staff.data?.filter(({ isAbsent, accountId }) => !isAbsent && accountId !== except);
  const people = present?.map((one) => ({ ...one, grid: one.grids[0]?.name ?? null }));
  return (
    <Async query={staff}>
      <Select {...field} label={words.colleague} options={optionsOf(people)} />
    </Async>
  );
}
