import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { focusIn } from '@/client/focus';
import { Cells, TextField } from '@/parts';
import { useFieldWords } from '@/words/faults';
import { type Door, doorsBeginning } from './findHome';
import type { DeskState } from './useDesk';
import { useDeskWords } from './words';

/** So many doors are offered; one figure more makes them fewer. */
const mostOffered = 6;

/** The door as it is written on the paper; what it may become is offered meanwhile. */
export function DoorField({ written, write, order, faults }: DeskState) {
  const words = useDeskWords();
  const fieldWords = useFieldWords();
  const { dwellingId, channel } = written.order;
  const [typed, setTyped] = useState(written.door);
  const [chosen, setChosen] = useState(0);
  const offered = useOffered(typed);
  const fault = faults.find(({ path }) => path === 'door');
  const type = (door: string) => {
    setTyped(door);
    write({ door });
    order({ dwellingId: '', householdId: '' });
  };
  const goOn = () => focusIn(channel === 'desk' ? 'desk-caller' : 'desk-kind');
  const choose = (id: string) => {
    const found = offered.find((one) => one.id === id);
    if (!found) return;
    write({ door: found.door });
    order({ dwellingId: found.id, door: found.door, householdId: '' });
    setTyped('');
    // What is shown is the whole door from now on.
    setChosen(chosen + 1);
    goOn();
  };
  const enter = () => {
    const [only, other] = offered;
    if (only && !other) choose(only.id);
    else goOn();
  };
  return (
    <View className="desk-door field">
      <TextField
        key={chosen}
        label={words.door}
        value={written.door}
        onChange={type}
        onEnter={enter}
        fault={fault && fieldWords(fault)}
      />
      {offered.length > 0 && !dwellingId && (
        <Cells
          label={words.whichDoor}
          value={dwellingId}
          onChange={choose}
          options={offered.slice(0, mostOffered).map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
    </View>
  );
}

/** The doors that what is typed may become; without a network none are offered, and it is typed to its end. */
function useOffered(typed: string): Door[] {
  const [offered, offer] = useState<Door[]>([]);
  useEffect(() => {
    let isOld = false;
    const show = (doors: Door[]) => {
      if (!isOld) offer(doors);
    };
    if (typed.trim()) doorsBeginning(typed.trim()).then(show, () => show([]));
    else show([]);
    return () => {
      isOld = true;
    };
  }, [typed]);
  return offered;
}
