import type { CallOf } from '@shared/contract';
import type { verifyReturn } from '@shared/returns/contract';
import type { ReturnView } from '@shared/returns/view';
import { useState } from 'react';
import { call } from '@/client/call';
import { touched } from '@/client/live';
import { goBack } from '@/client/navigate';
import { Card, Cells, Link, Notice } from '@/parts';
import { useFaults } from '@/returns/useFaults';
import { useWorkerWords } from '../words';
import { Confirmation } from './Confirmation';
import { Missing } from './Missing';
import { mayOffer, Offer } from './Offer';
import { Rejection } from './Rejection';

type Body = CallOf<typeof verifyReturn>['body'];
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
const all = 'all';

/** Sends what was decided. */
function useDecision(waiting: ReturnView[]) {
  const [whom, setWhom] = useState(all);
  const [asking, ask] = useState<'reject' | 'offer' | null>(null);
  const [isSending, setSending] = useState(false);
  const { refusal, showRefusal } = useFaults();
  const addressed = waiting.find(({ id }) => id === whom) ?? (waiting[0] as ReturnView);
  const decide = async (decision: DistributiveOmit<Body, 'seenVersion' | 'party'>) => {
    if (isSending) return;
    setSending(true);
    const body = { ...decision, seenVersion: addressed.version, party: whom === all } as Body;
    try {
      await call('verifyReturn', { params: { id: addressed.id }, body });
      touched('return');
      if (whom === all || waiting.length === 1) goBack();
      else {
        setWhom(all);
        ask(null);
      }
    } catch (error) {
      showRefusal(error);
      touched('return');
    }
    setSending(false);
  };
  return { whom, setWhom, addressed, asking, ask, isSending, refusal, decide };
}

/** Confirms, rejects or hands over, the family or one of it; what is still missing comes first. */
export function Decision({ waiting }: { waiting: ReturnView[] }) {
  const words = useWorkerWords();
  const { whom, setWhom, addressed, asking, ask, isSending, refusal, decide } = useDecision(waiting);
  const isReady = addressed.actions.includes('confirm');
  return (
    <>
      {waiting.length > 1 && <Whom waiting={waiting} whom={whom} onChange={setWhom} />}
      {refusal && <Notice>{refusal}</Notice>}
      {!asking && mayOffer(waiting) && <Link label={words.offer} onTap={() => ask('offer')} />}
      {asking === 'reject' && (
        <Rejection
          isSending={isSending}
          onCancel={() => ask(null)}
          onReject={(reason) => void decide({ decision: 'reject', reason })}
        />
      )}
      {asking === 'offer' && (
        <Offer
          returnId={addressed.id}
          isSending={isSending}
          onCancel={() => ask(null)}
          onOffer={(communityId) => void decide({ decision: 'offer', communityId })}
        />
      )}
      {!asking && isReady && (
        <Confirmation
          key={addressed.id}
          addressed={addressed}
          isSending={isSending}
          onReject={() => ask('reject')}
          onConfirm={(startEvent) => void decide({ decision: 'confirm', startEvent })}
        />
      )}
      {!asking && !isReady && <Missing addressed={addressed} onReject={() => ask('reject')} />}
    </>
  );
}

interface WhomProps {
  waiting: ReturnView[];
  whom: string;
  onChange(whom: string): void;
}

/** The whole family at once, or one of it. */
function Whom({ waiting, whom, onChange }: WhomProps) {
  const words = useWorkerWords();
  const nameOf = ({ person: { name, age } }: ReturnView) => `${name} ${age === null ? '' : words.age(age)}`;
  return (
    <Card>
      <Cells
        label={words.whom}
        value={whom}
        onChange={onChange}
        options={[
          { value: all, label: words.all },
          ...waiting.map((one) => ({ value: one.id, label: nameOf(one) })),
        ]}
      />
    </Card>
  );
}
