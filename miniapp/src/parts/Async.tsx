import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Problem } from '@/client/problem';
import { usePlainWords } from '@/words';
import { Button, Card } from './basics';
import { Icon } from './Icon';
import type { IconName } from './icons';
import { spoken } from './spoken';

interface StateProps {
  icon: IconName;
  words: string;
  button?: ReactNode;
}
/** Instead of content: a picture, one sentence, one button. */
export const State = ({ icon, words, button }: StateProps) => (
  <Card>
    <View className="state" {...spoken({ role: 'status' })}>
      <Icon name={icon} size="large" />
      <View>{words}</View>
    </View>
    {button}
  </Card>
);

export const Loading = () => (
  <View className="bones" {...spoken({ role: 'status', label: usePlainWords().loading })}>
    <Card>
      <View className="bone short" />
      <View className="bone" />
      <View className="bone" />
    </Card>
  </View>
);

interface Asked {
  isPending: boolean;
  error: unknown;
  data?: unknown;
  refetch(): unknown;
}

/** Loading, no network, failed and empty look different; where there is something to show, that is shown. */
export function Async({
  query,
  empty,
  children,
}: {
  query: Asked;
  empty?: ReactNode | false;
  children: ReactNode;
}) {
  const words = usePlainWords();
  if (query.data === undefined && query.error) {
    const isRefused = query.error instanceof Problem;
    return (
      <State
        icon={isRefused ? 'warn' : 'offline'}
        words={isRefused ? words.failed : words.unreachable}
        button={<Button kind="tint" icon="refresh" label={words.retry} onTap={() => void query.refetch()} />}
      />
    );
  }
  if (query.data === undefined) return <Loading />;
  return <>{empty || children}</>;
}
