import type { FeverBand } from '@shared/temperatures/fever';
import type { Filler } from '@shared/temperatures/reading';
import type { WorklistItem } from '@shared/worklist/contract';
import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { Button, Chip, Link, Notice } from '@/parts';
import { CallPerson } from '@/requests/CallPerson';
import { FeverChip } from '@/requests/FeverChip';
import { useActing } from '@/requests/useActing';
import { useRequestWords } from '@/requests/words';
import { useSymptomWord } from '@/returns/words';
import { useMomentText } from '@/words';
import { Waiting } from './Waiting';
import { useWorklistWords } from './words';

/** A fever that is not closed: a call and the first step from here, everything else on its page. */
export function FeverItem({ item }: { item: WorklistItem }) {
  const words = useWorklistWords();
  const { states, fillers, age: ageText, second: secondText } = useRequestWords();
  const symptomWord = useSymptomWord();
  const momentText = useMomentText();
  const { act, isSending, refusal } = useActing(item);
  const { celsius, band, isCorrected, symptoms, takenAt, surname, age, filledBy } = item.title.params;
  const { second, secondCelsius } = item.title.params;
  const felt = String(symptoms ?? '')
    .split(',')
    .filter(Boolean)
    .map(symptomWord);
  const state = item.title.code.split('.')[1] as keyof typeof states;
  const isFirst = item.actions.includes('acknowledge');
  return (
    <Waiting
      item={item}
      kind={states[state]}
      chip={
        <FeverChip
          band={band as FeverBand}
          celsius={celsius as number | null}
          isCorrected={isCorrected === true}
        />
      }
      head={[item.door, `${String(surname)}**`, typeof age === 'number' && ageText(age)]
        .filter(Boolean)
        .join(' · ')}
      under={[
        ...felt,
        takenAt && words.takenAt(momentText(String(takenAt))),
        filledBy && fillers[filledBy as Filler],
      ]
        .filter(Boolean)
        .join(' · ')}
    >
      {typeof secondCelsius === 'number' && (
        <Chip kind="info" label={`${secondText} ${secondCelsius.toFixed(1)} ℃`} />
      )}
      {second === 'missed' && <Chip kind="warn" label={words.again} />}
      {refusal && <Notice>{refusal}</Notice>}
      <CallPerson
        of={{ ...item, kind: 'fever' }}
        act={act}
        beside={
          isFirst && (
            <Button
              kind="tint"
              label={words.acknowledge}
              off={isSending}
              onTap={() => void act('acknowledge')}
            />
          )
        }
      />
      <Link label={words.show} onTap={() => open(pages.case, { id: item.id })} />
    </Waiting>
  );
}
