import type { HouseholdView } from '@shared/roster/contract';
import { call } from '@/client/call';
import { Ask } from '@/parts';
import { useInviteWords } from './words';

interface EndBindingsProps {
  of: HouseholdView['people'][number];
  onEnded(): void;
  onRefused(error: unknown): void;
}

/** A lost phone, or the wrong person: no account is this resident’s any more. */
export function EndBindings({ of, onEnded, onRefused }: EndBindingsProps) {
  const words = useInviteWords();
  const end = () => void call('endBindings', { params: { id: of.residentId } }).then(onEnded, onRefused);
  return (
    <Ask label={words.unbind} question={words.unbindAsk} yes={words.unbindYes} no={words.keep} onYes={end} />
  );
}
