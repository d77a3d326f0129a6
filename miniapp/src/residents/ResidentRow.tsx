import type { ResidentView } from '@shared/roster/residents';
import { View } from '@tarojs/components';
import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { Chip, Line } from '@/parts';
import { useKeyGroups, useResidentsWords } from './words';

/** One person of a list; a tap opens the file. */
export function ResidentRow({ one }: { one: ResidentView }) {
  const words = useResidentsWords();
  const { word } = useKeyGroups();
  const { name, door, relation, age, phone, keyGroups, provisional, canUsePhone } = one;
  return (
    <Line
      label={
        <>
          <View className="title">
            {door} · {name}
          </View>
          <View className="under">
            {[words.relations[relation] ?? '', age === null ? '' : words.age(age), phone]
              .filter(Boolean)
              .join(' · ')}
          </View>
          <View className="row wrap">
            {provisional && <Chip kind="warn" label={words.provisional} />}
            {keyGroups.map((group) => (
              <Chip key={group} kind="info" label={word(group)} />
            ))}
            {!canUsePhone && <Chip label={words.noPhone} />}
          </View>
        </>
      }
      onTap={() => open(pages.resident, { id: one.id })}
    />
  );
}
