import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { Cells, Line } from '@/parts';
import { DoorSearch } from '@/residents/change/DoorSearch';
import { useHomesAt } from '@/residents/useHomesAt';
import { useStaffOrderWords } from './order/words';

/** For which household something is. */
export interface Home {
  dwellingId: string;
  door: string;
  householdId: string;
}
export const nowhere: Home = { dwellingId: '', door: '', householdId: '' };

interface WhichHomeProps {
  of: Home;
  onChange(changes: Partial<Home>): void;
  fault: string | undefined;
}

/** A door and the household behind it. Where one lives there there is nothing to choose. */
export function WhichHome({ of: { dwellingId, door, householdId }, onChange, fault }: WhichHomeProps) {
  const words = useStaffOrderWords();
  const homes = useHomesAt(dwellingId);
  const [only, ...more] = homes.options;
  const single = only && !more.length && !householdId ? only.value : '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is chosen once, when it is known.
  useEffect(() => {
    if (single) onChange({ householdId: single });
  }, [single]);
  return (
    <>
      <DoorSearch
        value={dwellingId}
        fault={dwellingId ? undefined : fault}
        onChange={(id, door) => onChange({ dwellingId: id, door, householdId: '' })}
      />
      {dwellingId && <Line label={words.door} value={door} />}
      {homes.options.length > 0 && (
        <Cells
          label={words.whichHome}
          whole
          value={householdId}
          onChange={(id) => onChange({ householdId: id })}
          fault={fault}
          options={homes.options}
        />
      )}
      {dwellingId && !homes.isLoading && homes.options.length === 0 && (
        <View className="under">{words.nobody}</View>
      )}
    </>
  );
}
