import type { CaseView } from '@shared/requests/caseView';
import { View } from '@tarojs/components';
import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { Chip, Line } from '@/parts';
import { useMomentText } from '@/words';
import { useCaseWords } from './useCaseWords';
import { useRequestWords } from './words';

/** One case of the household in a list: what it is and how it stands. */
export function CaseLine({ of }: { of: CaseView }) {
  const words = useRequestWords();
  const { title, outcomeWord } = useCaseWords(of.kind);
  const momentText = useMomentText();
  const isOpen = of.state !== 'closed';
  return (
    <Line
      label={
        <>
          <View>{[title, of.name].filter(Boolean).join(' · ')}</View>
          <Chip
            kind={isOpen ? 'info' : 'ok'}
            label={of.outcome ? outcomeWord(of.outcome) : words.states[of.state]}
          />
          <View className="help">{words.raisedAt(momentText(of.raisedAt))}</View>
        </>
      }
      onTap={() => open(pages.homeCase, { id: of.id })}
    />
  );
}
