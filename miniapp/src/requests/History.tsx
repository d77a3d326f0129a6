import type { CaseStep, CaseView } from '@shared/requests/caseView';
import { View } from '@tarojs/components';
import { useIdentityWords } from '@/entry/words';
import { Card, Heading, Line } from '@/parts';
import { Photos } from '@/photos/Photos';
import { useMomentText, usePlainWords } from '@/words';
import { useCaseWords } from './useCaseWords';
import { useRequestWords } from './words';

/** What happened, by whom and when, the latest first. */
export function History({ of: { kind, steps } }: { of: Pick<CaseView, 'kind' | 'steps'> }) {
  const words = useRequestWords();
  const { stepWord, resultWord } = useCaseWords(kind);
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
      step ? stepWord(step) : words.actions[action],
      step && result && resultWord(step, result),
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
              {step.action !== 'raise' && <Photos ids={step.fileIds} label={words.photo} />}
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
