import { View } from '@tarojs/components';
import { goBack, open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { Button, Card, Heading, Line, Notice, Page } from '@/parts';
import { usePlainWords } from '@/words';
import type { ChangeName } from './changes';
import type { About, ChangeForm } from './form';
import { isHeld, waitingReturn } from './judge';
import { useOutcome } from './useOutcome';
import { useChangeWords } from './words';

interface LastLookProps {
  at: { watermark: string; strip: string };
  about: About;
  name: ChangeName;
  form: ChangeForm;
  refusal: string;
  isSending: boolean;
  /** What the one button says. */
  label: string;
  onBack?: (() => void) | undefined;
  onSave(): void;
}

/** What will happen, and the one tap that does it; or what has to be finished before. */
export function LastLook(props: LastLookProps) {
  const { at, about, name, form, refusal, isSending, label, onBack, onSave } = props;
  const words = useChangeWords();
  const plain = usePlainWords();
  const outcome = useOutcome(about, form);
  const isAfterwards = isHeld(name, about);
  const waiting = isAfterwards && waitingReturn(about);
  const foot = isAfterwards ? (
    waiting && <Button label={words.verify} onTap={() => open(pages.verify, { id: waiting })} />
  ) : (
    <Button
      kind={name === 'remove' ? 'danger' : ''}
      label={isSending ? plain.sending : label}
      off={isSending}
      onTap={onSave}
    />
  );
  return (
    <Page {...at} title={words.check} onBack={onBack ?? (() => goBack())} foot={foot}>
      {refusal && <Notice>{refusal}</Notice>}
      {isAfterwards && <Notice>{words.held}</Notice>}
      <Card>
        <Heading>{words.names[name]}</Heading>
        {outcome(name).map((sentence) => (
          <Line key={sentence} label={sentence} />
        ))}
        {isAfterwards && name === 'remove' && <View className="under">{words.rejectFirst}</View>}
      </Card>
    </Page>
  );
}
