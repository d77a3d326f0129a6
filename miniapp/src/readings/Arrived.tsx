import { inBeijing } from '@shared/time';
import { View } from '@tarojs/components';
import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { Button, Chip, Link } from '@/parts';
import type { Reading } from './useReading';
import { useReadingsWords } from './words';

/** What has become of it, in a word. */
export function Delivered({ of }: { of: Reading }) {
  const words = useReadingsWords();
  const { state, at } = of.delivery;
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

interface AfterProps {
  of: Reading;
  /** Where this is the page of that case already. */
  isOnCase?: boolean;
}

/** A fever has a page of its own; what was typed wrongly is typed once more. */
export function AfterIt({ of: { kept, correct }, isOnCase = false }: AfterProps) {
  const words = useReadingsWords();
  if (!kept) return null;
  const { caseId, settlesNothing, mistyped } = kept;
  return (
    <>
      {settlesNothing && <View className="help">{words.settlesNothing}</View>}
      {caseId && !isOnCase && (
        <View className="row between">
          <Chip kind="bad" label={words.fever} />
          <Button kind="tint" label={words.look} onTap={() => open(pages.case, { id: caseId })} />
        </View>
      )}
      {mistyped && <Link label={words.again} onTap={correct} />}
    </>
  );
}

/** Of what is typed once more the time stays. */
export function SameTime({ of: { mistyped } }: { of: Reading }) {
  const words = useReadingsWords();
  if (!mistyped?.takenAt) return null;
  return <View className="help">{words.sameTime}</View>;
}
