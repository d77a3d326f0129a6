import type { ErrandView } from '@shared/requests/errandView';
import { errandKindOf } from '@shared/requests/kinds';
import { View } from '@tarojs/components';
import { Card, Heading, Line } from '@/parts';
import { Photos } from '@/photos/Photos';
import { detailTexts } from './detailTexts';
import { useSaying } from './useSaying';
import { useErrandWords } from './words';
import { yuanText } from './yuan';

/** What was asked for, as the kind’s own file has it, with what was said beside it and what it cost. */
export function ErrandDetails({ of }: { of: ErrandView }) {
  const words = useErrandWords();
  const say = useSaying();
  const { details, note, money } = of;
  if (!details) return null;
  return (
    <Card>
      <Heading>{words.wanted}</Heading>
      {detailTexts(errandKindOf(of.kind).fields, details, say).map(({ label, value, rows }) =>
        rows.length ? (
          rows.map(({ name, more }, i) => (
            // Two lines of one order may be alike.
            // biome-ignore lint/suspicious/noArrayIndexKey: what was ordered does not change.
            <Line key={`${name} ${i}`} label={<Row name={name} more={more} />} />
          ))
        ) : (
          <Line key={label} label={label} value={value} />
        ),
      )}
      {money.paidFen !== null && <Line label={words.spent} value={yuanText(money.paidFen)} />}
      {note && <Line label={words.note} value={note} />}
      <Photos ids={of.fileIds} label={words.photo} />
    </Card>
  );
}

const Row = ({ name, more }: { name: string; more: string[] }) => (
  <>
    <View>{name}</View>
    {more.length > 0 && <View className="help">{more.join(' · ')}</View>}
  </>
);
