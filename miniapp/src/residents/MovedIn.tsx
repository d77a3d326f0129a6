import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '@/client/call';
import { Button, Card, Cells, Heading, Link, Notice } from '@/parts';
import { NewcomerFields } from './NewcomerFields';
import { useHomesAt } from './useHomesAt';
import { usePropose } from './usePropose';
import { useResidentsWords } from './words';

const nobody = { name: '', relation: '', phone: '' };
const own = 'own';

/** Somebody moved in behind this door: who, and with whom; a building head tells the worker, a worker enters it. */
export function MovedIn({ door, isStaff = false }: { door: string; isStaff?: boolean }) {
  const words = useResidentsWords();
  const [isOpen, setOpen] = useState(false);
  const [person, setPerson] = useState(nobody);
  const [home, setHome] = useState('');
  const { propose, isSending, said, refusal, faultOf } = usePropose();
  const doors = useQuery({
    queryKey: ['dwelling', door],
    queryFn: () => call('listDwellings', { query: { door } }),
  });
  const items = doors.data?.items ?? [];
  const [where, setWhere] = useState('');
  // Of the same door in two estates one is chosen.
  const dwelling = items.length === 1 ? items[0] : items.find(({ id }) => id === where);
  const homes = useHomesAt(dwelling?.id ?? '');
  if (!items.length) return null;
  const [only] = homes.options.length === 1 ? homes.options : [];
  const chosen = home || only?.value || (homes.options.length ? '' : own);
  const close = () => {
    setOpen(false);
    setPerson(nobody);
    setHome('');
  };
  const send = async () => {
    if (!dwelling) return;
    const { name, relation, phone } = person;
    const at = { dwellingId: dwelling.id, ...(chosen !== own && { householdId: chosen }) };
    const about = { name, relation, ...(phone.trim() && { phone }), residence: 'unknown' };
    if ((await propose({ kind: 'movedIn', ...at, person: about } as never)).isTaken) close();
  };
  if (!isOpen)
    return (
      <Card>
        {said && <Notice kind="waiting">{isStaff ? words.saved : words.sent}</Notice>}
        <Link label={words.newcomer} onTap={() => setOpen(true)} />
      </Card>
    );
  return (
    <Card>
      <Heading>
        {items[0]?.door} · {words.newcomer}
      </Heading>
      {refusal && <Notice>{refusal}</Notice>}
      <NewcomerFields
        relation={person.relation}
        faultOf={faultOf}
        onChange={(changes) => setPerson({ ...person, ...changes })}
      />
      {items.length > 1 && (
        <Cells
          label={words.whichEstate}
          whole
          value={where}
          onChange={(id) => {
            setWhere(id);
            setHome('');
          }}
          options={items.map(({ id, address }) => ({ value: id, label: address.estate }))}
        />
      )}
      {homes.options.length > 0 && (
        <Cells
          label={words.withWhom}
          whole
          value={chosen}
          onChange={setHome}
          fault={faultOf('householdId')}
          options={[...homes.options, { value: own, label: words.ownHome }]}
        />
      )}
      <View className="row">
        <Button kind="plain" label={words.cancel} onTap={close} />
        <Button
          kind="tint"
          label={isStaff ? words.save : words.send}
          off={!dwelling || !person.name.trim() || !person.relation || !chosen || isSending}
          onTap={() => void send()}
        />
      </View>
    </Card>
  );
}
