import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Link } from '@/parts';
import { Fault } from '@/parts/fields';
import { useFieldWords } from '@/words/faults';
import { useRefusalWords } from '@/words/problems';
import { FigureInput } from './FigureInput';
import type { Reading } from './useReading';
import { useReadingsWords } from './words';

interface FigureProps {
  of: Reading;
  label: string;
  /** Whose turn it is to be typed. */
  isNext: boolean;
  /** Stands beside the figure. */
  children?: ReactNode;
}

/** The figure of one person; below it what is wrong, what has to be asked, or why it was not taken. */
export function Figure({ of, label, isNext, children }: FigureProps) {
  const fault = useFaultOf(of);
  return (
    <>
      <View className="row figure-row">
        <View className="grow">
          <FigureInput
            label={label}
            text={of.text}
            isWrong={fault !== null}
            isNext={isNext}
            onText={of.type}
            onEnter={of.enter}
          />
        </View>
        {children}
      </View>
      {fault && <Fault text={fault} />}
      <Question of={of} />
    </>
  );
}

function useFaultOf({ wrong, delivery: { refused } }: Reading): string | null {
  const words = useReadingsWords();
  const fieldWords = useFieldWords();
  const refusalWords = useRefusalWords();
  if (wrong) return words.wrong[wrong] ?? null;
  if (!refused) return null;
  return refused.errors.map(fieldWords).join(words.stop) || refusalWords(refused.code);
}

/** Likely, not certain: said as a question, with Enter or a tap for yes. */
function Question({ of: { question, yes } }: { of: Reading }) {
  const words = useReadingsWords();
  if (!question) return null;
  const figure = question.celsius.toFixed(1);
  return (
    <View className="row between">
      <View className="strong">{question.why === 'range' ? words.askRange(figure) : words.ask(figure)}</View>
      <Link label={words.yes} onTap={yes} />
    </View>
  );
}
