import type { CaseView } from '@shared/requests/caseView';
import { caseKindOf } from '@shared/requests/kinds';
import { View } from '@tarojs/components';
import { Card, Heading, Line } from '@/parts';
import { Photos } from '@/photos/Photos';
import { detailTexts } from './errands/detailTexts';
import { useSaying } from './errands/useSaying';
import { useRequestWords } from './words';

/** What was said when a case was raised, as its kind’s own file has it; and what was answered. */
export function Said({ of }: { of: CaseView }) {
  const words = useRequestWords();
  const say = useSaying();
  if (!of.details) return <Card>{words.notForYou}</Card>;
  return (
    <Card>
      <Heading>{words.said}</Heading>
      {detailTexts(caseKindOf(of.kind).fields, of.details, say).map(({ label, value }) => (
        <Line key={label} label={label} value={value} />
      ))}
      {of.note && <Line label={words.alsoSaid} value={of.note} />}
      {of.caller && <Line label={words.by} value={of.caller} />}
      <Photos ids={of.fileIds} label={words.photo} />
      {of.answer && (
        <>
          <Heading>{words.answered}</Heading>
          <View>{of.answer}</View>
        </>
      )}
    </Card>
  );
}
