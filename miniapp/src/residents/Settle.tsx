import type { ResidentFile } from '@shared/roster/residents';
import { View } from '@tarojs/components';
import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { Card, Heading, Line } from '@/parts';
import { useChangeWords } from './change/words';

/** Somebody declared who is not in the roster: one of these three it is. */
export function Settle({ file }: { file: ResidentFile }) {
  const words = useChangeWords();
  if (!file.provisional || !file.actions.includes('correct')) return null;
  return (
    <Card kind="waiting">
      <Heading>{words.parts.provisional}</Heading>
      <View className="under">{words.unsettled}</View>
      {(['same', 'confirm', 'remove'] as const).map((change) => (
        <Line
          key={change}
          label={words.names[change]}
          onTap={() => open(pages.change, { id: file.id, change })}
        />
      ))}
    </Card>
  );
}
