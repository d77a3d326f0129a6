import type { CaseView } from '@shared/requests/caseView';
import { View } from '@tarojs/components';
import { useResponsibleWords } from '@/office/responsible/words';
import { Call, Card, Heading } from '@/parts';
import { useRequestWords } from './words';

/** Who is responsible now, and why. */
export function WhoAnswersFor({ of: { responsible } }: { of: Pick<CaseView, 'responsible'> }) {
  const words = useRequestWords();
  const { step } = useResponsibleWords();
  return (
    <Card>
      <Heading>{words.answers}</Heading>
      {responsible.reason.map(({ code, params }) => (
        <View key={`${code} ${JSON.stringify(params)}`} className="help">
          {step(code, params)}
        </View>
      ))}
      <Call label={responsible.name} phone={responsible.phone} />
    </Card>
  );
}
