import { wishedHours } from '@shared/requests/wish';
import { addDays, dayOf } from '@shared/time';
import { now } from '@/client/clock';
import { Cells, Select } from '@/parts';
import { useDayWord } from '@/words/dayWord';
import { useOrderWords } from './orderWords';
import { type ChosenWish, noWish } from './wish';

/** So many days are offered. */
const offeredDays = [0, 1, 2];

interface WishFieldsProps {
  wish: ChosenWish;
  onChange(wish: ChosenWish): void;
  fault: string | undefined;
}

/** On which day it is wanted, and by when; nothing chosen is as soon as that is usual. */
export function WishFields({ wish, onChange, fault }: WishFieldsProps) {
  const words = useOrderWords();
  const dayWord = useDayWord();
  const days = offeredDays.map((ahead) => addDays(dayOf(now()), ahead));
  return (
    <>
      <Cells
        label={words.wishDay}
        halves
        value={wish.day}
        // A tap on what is chosen takes it back.
        onChange={(day) => onChange(day === wish.day ? noWish : { ...wish, day })}
        options={days.map((value) => ({ value, label: dayWord(value) }))}
        fault={wish.by ? undefined : fault}
      />
      {wish.day && (
        <Select
          label={words.wishBy}
          value={wish.by}
          onChange={(by) => onChange({ ...wish, by })}
          options={wishedHours.map((value) => ({ value, label: words.before(value) }))}
          blank={words.anyTime}
          fault={wish.by ? fault : undefined}
        />
      )}
    </>
  );
}
