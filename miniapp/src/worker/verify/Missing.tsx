import type { ReturnView } from '@shared/returns/view';
import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { activeMembership, useSession } from '@/client/session';
import { Button, Notice } from '@/parts';
import { useWorkerWords } from '../words';
import { DecisionFoot } from './DecisionFoot';

interface MissingProps {
  addressed: ReturnView;
  onReject(): void;
}

/** What has to be done before anybody can confirm: ask who it is, or place the address. */
export function Missing({ addressed, onReject }: MissingProps) {
  const words = useWorkerWords();
  const role = useSession(({ session }) => activeMembership(session)?.role);
  const isKnown = addressed.actions.includes('offer');
  const aside = <Button kind="plain" label={words.reject} onTap={onReject} />;
  if (!isKnown)
    return (
      <DecisionFoot aside={aside}>
        <Button label={words.fillIn} onTap={() => open(pages.fillIn, { id: addressed.id })} />
      </DecisionFoot>
    );
  if (role !== 'office')
    return (
      <>
        <Notice kind="waiting">{words.waitPlace}</Notice>
        {aside}
      </>
    );
  return (
    <DecisionFoot aside={aside}>
      <Button label={words.place} onTap={() => open(pages.placeAddress, { id: addressed.id })} />
    </DecisionFoot>
  );
}
