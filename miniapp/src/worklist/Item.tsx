import { isCaseKind, type RequestKindName } from '@shared/requests/kinds';
import type { WorklistItem } from '@shared/worklist/contract';
import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { Button } from '@/parts';
import { useChoiceWords, useOriginText } from '@/returns/words';
import { useMomentText } from '@/words';
import { CaseItem } from './CaseItem';
import { DisputeItem } from './DisputeItem';
import { EndingItem } from './EndingItem';
import { ErrandItem } from './ErrandItem';
import { FeverItem } from './FeverItem';
import { OwedItem } from './OwedItem';
import { ReconciliationItem } from './ReconciliationItem';
import { RingItem } from './RingItem';
import { RunningLowItem } from './RunningLowItem';
import { Waiting } from './Waiting';
import { useWorklistWords } from './words';

/** One thing that waits, by its kind: what it is, until when, whose it is, and the way to it. */
export function Item({ item }: { item: WorklistItem }) {
  if (item.kind === 'leaving') return <Leaving item={item} />;
  if (item.kind === 'handover') return <Offered item={item} />;
  if (item.kind === 'reconciliation') return <ReconciliationItem item={item} />;
  if (item.kind === 'payment') return <DisputeItem item={item} />;
  if (item.kind === 'ring') return <RingItem item={item} />;
  if (item.title.code.endsWith('.runningLow')) return <RunningLowItem item={item} />;
  if (item.kind === 'request') return <Request item={item} />;
  if (item.kind === 'slots' || item.kind === 'visit' || item.kind === 'trash')
    return <OwedItem item={item} />;
  if (item.kind === 'observation') return <EndingItem item={item} />;
  return <Return item={item} />;
}

function Request({ item }: { item: WorklistItem }) {
  const [kind] = item.title.code.split('.') as [RequestKindName];
  if (kind === 'fever') return <FeverItem item={item} />;
  return isCaseKind(kind) ? <CaseItem item={item} /> : <ErrandItem item={item} />;
}

function Return({ item }: { item: WorklistItem }) {
  const words = useWorklistWords();
  const choices = useChoiceWords();
  const originText = useOriginText();
  const momentText = useMomentText();
  const { people, place, country, transport, number, surname, arrivedAt } = item.title.params;
  const kindOf = { 'return.placeAddress': words.place, 'return.tipped': words.tipped }[item.title.code];
  const from = originText({ place: String(place ?? ''), country: country ? String(country) : null });
  return (
    <Waiting
      item={item}
      kind={kindOf ?? words.fresh}
      head={[item.door, surname && `${surname}**`, words.people(Number(people))].filter(Boolean).join(' · ')}
      under={
        arrivedAt && (
          <>
            {from} → {choices[transport as 'train']} {number ?? ''} ·{' '}
            {words.arrives(momentText(String(arrivedAt)))}
          </>
        )
      }
    >
      <Button kind="tint" label={words.verify} onTap={() => open(pages.verify, { id: item.id })} />
    </Waiting>
  );
}

/** Somebody under observation wants to leave; where to is read on the page. */
function Leaving({ item }: { item: WorklistItem }) {
  const words = useWorklistWords();
  const momentText = useMomentText();
  const { surname, leavesAt } = item.title.params;
  return (
    <Waiting
      item={item}
      kind={words.leaving}
      head={`${item.door} · ${String(surname)}**`}
      under={words.leaves(momentText(String(leavesAt)))}
    >
      <Button kind="tint" label={words.answer} onTap={() => open(pages.leavings)} />
    </Waiting>
  );
}

/** People whom another community offers; a door is known when they are taken. */
function Offered({ item }: { item: WorklistItem }) {
  const words = useWorklistWords();
  const momentText = useMomentText();
  const { people, surname, from, arrivedAt } = item.title.params;
  return (
    <Waiting
      item={item}
      kind={words.offered}
      head={`${String(from)} · ${String(surname)}** · ${words.people(Number(people))}`}
      under={words.arrives(momentText(String(arrivedAt)))}
    >
      <Button kind="tint" label={words.answer} onTap={() => open(pages.handovers)} />
    </Waiting>
  );
}
