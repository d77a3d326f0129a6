import { type CallResult, callResults } from '@shared/schedules/calls';
import { call } from '@/client/call';
import { touched } from '@/client/live';
import { Cells, Notice } from '@/parts';
import { useRequestWords } from '@/requests/words';
import { useFaults } from '@/returns/useFaults';

/** What came of a call, asked right after it: the next one who would call sees it. */
export function CallOutcome({ slotId, onDone }: { slotId: string; onDone(): void }) {
  const words = useRequestWords();
  const { refusal, showRefusal } = useFaults();
  const keep = async (result: string) => {
    try {
      await call('logCall', { params: { id: slotId }, body: { result: result as CallResult } });
      onDone();
    } catch (error) {
      showRefusal(error);
    }
    touched('slot');
  };
  return (
    <>
      {refusal && <Notice>{refusal}</Notice>}
      <Cells
        label={words.howCall}
        value=""
        onChange={(result) => void keep(result)}
        options={callResults.map((value) => ({ value, label: words.results[value] ?? value }))}
      />
    </>
  );
}
