import { useEntry } from '@/client/useEntry';
import { Page } from '@/parts';
import { WhoAnswers } from './WhoAnswers';
import { useResponsibleWords } from './words';

/** For any door, now or at a chosen moment: who is responsible, and why. */
export default function ResponsiblePage() {
  useEntry();
  const words = useResponsibleWords();
  return (
    <Page isWide title={words.title}>
      <WhoAnswers />
    </Page>
  );
}
