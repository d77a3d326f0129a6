import type { DemoMessage } from '@shared/notices/contract';
import { addDays, dayMs, dayOf, momentOf } from '@shared/time';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '@/client/call';
import { now } from '@/client/clock';
import { useDemoMessages } from '@/client/queries';
import { queryClient } from '@/client/queryClient';
import { Async, Button, Card, Chip, Heading, Notice, Page } from '@/parts';
import { useFaults } from '@/returns/useFaults';
import { useClockText } from '@/words';
import { useDemoWords } from './words';

const hourMs = 3_600_000;

/** Where the clock goes from a moment: always ahead. */
const steps: Record<'hour' | 'night' | 'morning' | 'day', (at: Date) => Date> = {
  hour: (at) => new Date(at.getTime() + hourMs),
  night: (at) => {
    const tonight = momentOf(dayOf(at), '22:05');
    return tonight > at ? tonight : momentOf(addDays(dayOf(at), 1), '22:05');
  },
  morning: (at) => momentOf(addDays(dayOf(at), 1), '6:00'),
  day: (at) => new Date(at.getTime() + dayMs),
};

/** The demo only: the messages that would have left, and the clock. */
export default function Demo() {
  const words = useDemoWords();
  const clockText = useClockText();
  const messages = useDemoMessages();
  const { refusal, showRefusal } = useFaults();
  const [, setMoved] = useState(0);
  const move = async (to: Date) => {
    try {
      await call('moveDemoClock', { body: { to: to.toISOString() } });
      setMoved(to.getTime());
      void queryClient.invalidateQueries();
    } catch (error) {
      showRefusal(error);
    }
  };
  const items = messages.data?.items ?? [];
  return (
    <Page title={words.title}>
      <View className="under">{words.what}</View>
      <Card>
        <View>
          {words.clock} {clockText(now())}
        </View>
        <Heading level={2} look="title">
          {words.forward}
        </Heading>
        {(['hour', 'night', 'morning', 'day'] as const).map((step) => (
          <Button
            key={step}
            kind="tint"
            label={words.steps[step]}
            onTap={() => void move(steps[step](now()))}
          />
        ))}
        {refusal && <Notice>{refusal}</Notice>}
      </Card>
      <Heading>{words.messages}</Heading>
      <Async query={messages} empty={!items.length && <Card>{words.none}</Card>}>
        {items.map((message) => (
          <Message key={message.id} message={message} />
        ))}
      </Async>
    </Page>
  );
}

function Message({ message: { phone, template, params, state, madeAt } }: { message: DemoMessage }) {
  const words = useDemoWords();
  const clockText = useClockText();
  return (
    <Card>
      <View className="row between">
        <View className="title">{phone}</View>
        <Chip label={words.states[state]} />
      </View>
      <View>{words.texts[template](params)}</View>
      <View className="help">{clockText(madeAt)}</View>
    </Card>
  );
}
