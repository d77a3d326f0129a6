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

/** Behind which door, and with whom; of the same door in two estates, and of several households, one is chosen. */
function useWhere(door: string) {
  const [where, setWhere] = useState('');
  const [home, setHome] = useState('');
  const doors = useQuery({
    queryKey: ['dwelling', door],
    queryFn: () => call('listDwellings', { query: { door } }),
  });
  const items = doors.data?.items ?? [];
  const dwelling = items.length === 1 ? items[0] : items.find(({ id }) => id === where);
  const { options: homes } = useHomesAt(dwelling?.id ?? '');
  const [only] = homes.length === 1 ? homes : [];
  return {
    ...{ items, where, dwelling, homes, setHome },
    chosen: home || only?.value || (homes.length ? '' : own),
    setWhere(id: string): void {
      setWhere(id);
      setHome('');
    },
  };
}
type Where = ReturnType<typeof useWhere>;

/** Somebody moved in behind this door: who, and with whom; a building head tells the worker, a worker enters it. */
export function MovedIn({ door, isStaff = false }: { door: string; isStaff?: boolean }) {
  const words = useResidentsWords();
  const [isOpen, setOpen] = useState(false);
  const [person, setPerson] = useState(nobody);
  const at = useWhere(door);
  const { propose, isSending, said, refusal, faultOf } = usePropose();
  const { items, dwelling, chosen, setHome } = at;
  if (!items.length) return null;
  const close = () => {
    setOpen(false);
    setPerson(nobody);
    setHome('');
  };
  const send = async () => {
    if (!dwelling) return;
    const { name, relation, phone } = person;
    const place = { dwellingId: dwelling.id, ...(chosen !== own && { householdId: chosen }) };
    const about = { name, relation, ...(phone.trim() && { phone }), residence: 'unknown' };
    if ((await propose({ kind: 'movedIn', ...place, person: about } as never)).isTaken) close();
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
      <WhereFields of={at} fault={faultOf('householdId')} />
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

function WhereFields({ of, fault }: { of: Where; fault: string | undefined }) {
  const words = useResidentsWords();
  const { items, where, setWhere, homes, chosen, setHome } = of;
  return (
    <>
      {items.length > 1 && (
        <Cells
          label={words.whichEstate}
          whole
          value={where}
          onChange={setWhere}
          options={items.map(({ id, address }) => ({ value: id, label: address.estate }))}
        />
      )}
      {homes.length > 0 && (
        <Cells
          label={words.withWhom}
          whole
          value={chosen}
          onChange={setHome}
          fault={fault}
          options={[...homes, { value: own, label: words.ownHome }]}
        />
      )}
    </>
  );
}
