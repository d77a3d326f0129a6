import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '@/client/call';
import { useMandates } from '@/client/queries';
import { Async, Card, Heading, Notice, State } from '@/parts';
import { useFaults } from '@/returns/useFaults';
import { Given } from './Given';
import { Giving } from './Giving';
import type { Side } from './sides';
import { useMandateWords } from './words';

interface MandatesProps {
  householdId: string;
  people: { residentId: string; name: string }[];
  /** Whoever gives it for the own household; absent where staff write it down. */
  me?: string | undefined;
  side: Side;
}

/** Who acts for a household, and who did before; giving one and ending one. */
export function Mandates({ householdId, people, me, side }: MandatesProps) {
  const words = useMandateWords();
  const mandates = useMandates(householdId);
  const { refusal, showRefusal } = useFaults();
  // A new form for the next one; what has just been given is said until something else happens.
  const [round, setRound] = useState(0);
  const [isGiven, setGiven] = useState(false);
  const items = mandates.data?.items ?? [];
  const active = items.filter(({ isActive }) => isActive);
  const before = items.filter(({ isActive }) => !isActive);
  const done = (given: boolean) => {
    setGiven(given);
    if (given) setRound(round + 1);
    void mandates.refetch();
  };
  const row = (one: (typeof items)[number]) => (
    <Given
      key={one.id}
      of={one}
      side={side}
      attestedBy={people.find(({ residentId }) => residentId === one.attestedBy)?.name ?? ''}
      onEnd={() => void call('endMandate', { params: { id: one.id } }).then(() => done(false), showRefusal)}
    />
  );
  return (
    <Async query={mandates}>
      <View className="under">{side.what}</View>
      {refusal && <Notice>{refusal}</Notice>}
      {isGiven && <State icon="done" words={side.given} />}
      {active.length ? active.map(row) : <Card>{side.none}</Card>}
      <Giving
        key={round}
        householdId={householdId}
        people={people}
        me={me}
        side={side}
        onGiven={() => done(true)}
      />
      {before.length > 0 && <Heading>{words.before}</Heading>}
      {before.map(row)}
    </Async>
  );
}
