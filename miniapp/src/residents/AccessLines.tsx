import type { AccessView } from '@shared/audit/contract';
import { View } from '@tarojs/components';
import { useAccessLog } from '@/client/queries/residents';
import { useIdentityWords } from '@/entry/words';
import { Async, Button, Card, Line, State } from '@/parts';
import { useMomentText } from '@/words';
import { useResidentsWords } from './words';

/** Who opened what of a person, when and why. */
export function AccessLines({ id }: { id: string }) {
  const words = useResidentsWords();
  const log = useAccessLog(id);
  const items = log.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Async query={log} empty={items.length === 0 && <State icon="done" words={words.noLog} />}>
      <Card>
        {items.map((one) => (
          <Look key={one.id} one={one} />
        ))}
      </Card>
      {log.hasNextPage && <Button kind="plain" label={words.more} onTap={() => void log.fetchNextPage()} />}
    </Async>
  );
}

function Look({ one }: { one: AccessView }) {
  const words = useResidentsWords();
  const { roles } = useIdentityWords();
  const momentText = useMomentText();
  const who = words.by(roles[one.role], one.surname);
  return (
    <Line
      label={
        <>
          <View className="title">{words.looked(who, words.fields[one.field] ?? one.field)}</View>
          <View className="help">
            {momentText(one.at)} · {words.reasons[one.reason] ?? one.reason}
          </View>
        </>
      }
    />
  );
}
