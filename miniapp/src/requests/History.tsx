import type { CaseStep } from '@shared/requests/caseView';
import { View } from '@tarojs/components';
import { useIdentityWords } from '@/entry/words';
import { Card, Heading, Line } from '@/parts';
import { useMomentText, usePlainWords } from '@/words';
import { useRequestWords } from './words';

/** What happened, by whom and when, the latest first. */
export function History({ steps }: { steps: CaseStep[] }) {
  const words = useRequestWords();
  const { roles } = useIdentityWords();
  const { aside } = usePlainWords();
  const momentText = useMomentText();
  const whoOf = ({ by }: CaseStep) => {
    if (!by) return words.system;
    const role = by.role === 'resident' ? words.resident : (roles[by.role as 'worker'] ?? '');
    return by.name ? `${by.name}${aside(role)}` : role;
  };
  const whatOf = ({ action, step, result, rung }: CaseStep) =>
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
