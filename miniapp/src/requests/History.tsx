import type { RequestStep, RequestView } from '@shared/requests/contract';
import { View } from '@tarojs/components';
import { useIdentityWords } from '@/entry/words';
import { Card, Heading, Line } from '@/parts';
import { useMomentText, usePlainWords } from '@/words';
import { useRequestWords } from './words';

/** What happened, by whom and when, the latest first. */
export function History({ steps }: { steps: RequestStep[] }) {
  const words = useRequestWords();
  const { roles } = useIdentityWords();
  const { aside } = usePlainWords();
  const momentText = useMomentText();
  const whoOf = ({ by }: RequestStep) => {
    if (!by) return words.system;
    const role = by.role === 'resident' ? words.resident : (roles[by.role as 'worker'] ?? '');
    return by.name ? `${by.name}${aside(role)}` : role;
  };
  const whatOf = ({ action, step, result, rung }: RequestStep) =>
    [
      step ? words.steps[step] : words.actions[action],
      result && (words.results[result] ?? result),
      rung && (words.rungs[rung] ?? rung),
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <Card>
      <Heading>{words.history}</Heading>
      {[...steps].reverse().map((step) => (
        <Line
          key={`${step.at} ${step.action} ${step.rung}`}
          label={
            <>
              <View>{whatOf(step)}</View>
              {step.text && <View className="under">{step.text}</View>}
              <View className="help">
                {momentText(step.at)} · {whoOf(step)}
              </View>
            </>
          }
        />
      ))}
    </Card>
  );
}

/** Whom the clock told, how, and with what result. */
export function Told({ told }: { told: RequestView['told'] }) {
  const words = useRequestWords();
  const momentText = useMomentText();
  const occasionOf = (occasion: string) => {
    const [first = '', second = ''] = occasion.split(':');
    return words.rungs[first === 'rung' ? second : first] ?? words.actions[first as 'take'] ?? '';
  };
  return (
    <Card>
      <Heading>{words.whoTold}</Heading>
      {told.length === 0 && <View className="under">{words.notTold}</View>}
      {told.map(({ at, occasion, to, channel, state }) => (
        <Line
          key={`${at} ${occasion} ${to} ${channel}`}
          label={
            <>
              <View>{to || words.resident}</View>
              <View className="help">
                {[momentText(at), occasionOf(occasion), words.channels[channel]].filter(Boolean).join(' · ')}
              </View>
            </>
          }
          value={words.told[state]}
        />
      ))}
    </Card>
  );
}
