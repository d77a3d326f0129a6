import { rosterRelations } from '@shared/roster/corrections';
import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '@/client/call';
import { useResidents } from '@/client/queries/residents';
import { Button, Card, Heading, Link, Notice, Select, TextField } from '@/parts';
import { usePropose } from './usePropose';
import { useResidentsWords } from './words';

type Relation = (typeof rosterRelations)[number];

/** Somebody moved in behind this door: the name, and what they are to the head of the household. */
export function MovedIn({ door }: { door: string }) {
  const words = useResidentsWords();
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [relation, setRelation] = useState('');
  const { propose, isSending, said, refusal, faultOf } = usePropose();
  const doors = useQuery({
    queryKey: ['dwelling', door],
    queryFn: () => call('listDwellings', { query: { door } }),
  });
  const here = useResidents({ door });
  const [dwelling] = doors.data?.items ?? [];
  const householdId = here.data?.pages[0]?.items[0]?.householdId;
  if (!dwelling) return null;
  const send = async () => {
    const person = { name, relation: relation as Relation, residence: 'unknown' as const };
    const home = { dwellingId: dwelling.id, ...(householdId && { householdId }) };
    if (await propose({ kind: 'movedIn', ...home, person })) setOpen(false);
  };
  if (!isOpen)
    return (
      <Card>
        {said && <Notice kind="waiting">{words.sent}</Notice>}
        <Link label={words.newcomer} onTap={() => setOpen(true)} />
      </Card>
    );
  return (
    <Card>
      <Heading>
        {door} · {words.newcomer}
      </Heading>
      {refusal && <Notice>{refusal}</Notice>}
      <TextField label={words.newName} value="" onChange={setName} fault={faultOf('person.name')} />
      <Select
        label={words.relation}
        value={relation}
        onChange={setRelation}
        fault={faultOf('person.relation')}
        options={rosterRelations.map((value) => ({ value, label: words.relations[value] ?? value }))}
      />
      <View className="row">
        <Button kind="plain" label={words.cancel} onTap={() => setOpen(false)} />
        <Button
          kind="tint"
          label={words.send}
          off={!name.trim() || !relation || isSending}
          onTap={() => void send()}
        />
      </View>
    </Card>
  );
}
