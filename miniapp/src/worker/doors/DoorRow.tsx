import type { UnreportedItem } from '@shared/schedules/contract';
import { inBeijing } from '@shared/time';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { useIllness } from '@/client/queries/illness';
import { Button, Card, Cells, Chip, Link } from '@/parts';
import { Fault } from '@/parts/fields';
import { useSymptomWord } from '@/returns/words';
import { FigureInput } from './FigureInput';
import { type Sitting, useDoorReading } from './useDoorReading';
import { useDoorsWords } from './words';

interface DoorRowProps {
  item: UnreportedItem;
  sitting: Sitting;
  isNext: boolean;
  onSent(): void;
}

/** One person: the figure, how they feel when they do not feel well, and what has become of it. */
export function DoorRow({ item, sitting, isNext, onSent }: DoorRowProps) {
  const words = useDoorsWords();
  const one = useDoorReading(item.slotId, sitting, onSent);
  const [isUnwell, setUnwell] = useState(false);
  const who = `${item.door} ${item.name}`;
  const { state } = one.delivery;
  const isEditing = state === 'none' || state === 'refused';
  const fault = one.wrong && (one.wrong === 'howFirst' ? words.howFirst : words.wrong[one.wrong]);
  return (
    <Card>
      <View className="row between">
        <View className="title">{who}</View>
        <Delivered of={one.delivery} />
      </View>
      {isEditing && (
        <>
          <View className="row figure-row">
            <View className="grow">
              <FigureInput
                label={words.temperature(who)}
                isWrong={Boolean(fault)}
                isNext={isNext}
                onText={one.type}
                onEnter={one.enter}
              />
            </View>
            <Link label={words.unwell} onTap={() => setUnwell(!isUnwell)} />
            <Link label={words.send} onTap={one.enter} />
          </View>
          {fault && <Fault text={fault} />}
          {one.question && <Question of={one} />}
          {isUnwell && <Unwell of={one} />}
        </>
      )}
      <AfterIt of={one} />
    </Card>
  );
}

type Of = { of: ReturnType<typeof useDoorReading> };

/** Likely, not certain: said as a question, with Enter or a tap for yes. */
function Question({ of: { question, yes } }: Of) {
  const words = useDoorsWords();
  if (!question) return null;
  const figure = question.celsius.toFixed(1);
  return (
    <View className="row between">
      <View className="strong">{question.why === 'range' ? words.askRange(figure) : words.ask(figure)}</View>
      <Link label={words.yes} onTap={yes} />
    </View>
  );
}

function Unwell({ of: { symptoms, medicine, toggle } }: Of) {
  const words = useDoorsWords();
  const symptomWord = useSymptomWord();
  const illness = useIllness();
  return (
    <Cells
      label={words.symptoms}
      value={[...symptoms, ...(medicine ? ['medicine'] : [])]}
      onChange={toggle}
      options={[
        ...illness.symptoms.map((value) => ({ value, label: symptomWord(value) })),
        { value: 'medicine', label: words.medicine },
      ]}
    />
  );
}

function Delivered({ of: { state, at } }: { of: Of['of']['delivery'] }) {
  const words = useDoorsWords();
  switch (state) {
    case 'sending':
      return <Chip kind="info" label={words.sending} />;
    case 'kept':
      return <Chip kind="warn" label={words.kept} />;
    case 'sent':
      return <Chip kind="ok" label={words.sent(at ? inBeijing(at).format('HH:mm') : '')} />;
    case 'refused':
      return <Chip kind="bad" label={words.refused} />;
    default:
      return null;
  }
}

/** A fever has a page of its own; what was typed wrongly is typed once more. */
function AfterIt({ of: { delivery, forget } }: Of) {
  const words = useDoorsWords();
  const { reply, state } = delivery;
  const fever = reply?.case;
  return (
    <>
      {reply?.state === 'missed' && <View className="help">{words.settlesNothing}</View>}
      {fever && (
        <View className="row between">
          <Chip kind="bad" label={words.fever} />
          <Button kind="tint" label={words.look} onTap={() => open(pages.case, { id: fever.id })} />
        </View>
      )}
      {state === 'sent' && !fever && <Link label={words.again} onTap={forget} />}
    </>
  );
}
