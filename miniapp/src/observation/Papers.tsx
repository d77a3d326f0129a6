import type { RevealReason } from '@shared/audit/contract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { isBrowser } from '@/client/send';
import { download } from '@/client/upload';
import { Button, Cells, Notice } from '@/parts';
import { useFaults } from '@/returns/useFaults';
import { useObservationWords } from './words';

type PaperName = 'readRecord' | 'readRelease';
const reasons = ['emergency', 'handover', 'visit'] as const satisfies RevealReason[];

/** The papers of an observation, for the printer: first why the name may be in full, which is recorded. A mini-program cannot print. */
export function Papers({ id, state }: { id: string; state: string }) {
  const words = useObservationWords();
  const [asked, ask] = useState<PaperName | null>(null);
  const [isGoing, go] = useState(false);
  const { refusal, show, showRefusal } = useFaults();
  if (!isBrowser) return null;
  const fetchPaper = async (paper: PaperName, reason: string) => {
    if (isGoing) return;
    go(true);
    show([]);
    await download(paper, { params: { id }, query: { reason } }).then(() => ask(null), showRefusal);
    go(false);
  };
  const papers = ['readRecord', ...(state === 'released' ? ['readRelease'] : [])] as const as PaperName[];
  return (
    <>
      {refusal && <Notice>{refusal}</Notice>}
      {asked ? (
        <>
          <View className="help">{words.paperHelp}</View>
          <Cells
            label={words.paperWhy}
            value=""
            onChange={(reason) => void fetchPaper(asked, reason)}
            options={reasons.map((value) => ({ value, label: words.paperReasons[value] }))}
          />
          <Button kind="plain" label={words.cancel} onTap={() => ask(null)} />
        </>
      ) : (
        papers.map((paper) => (
          <View key={paper} className="row">
            <Button kind="plain" label={words.papers[paper]} onTap={() => ask(paper)} />
          </View>
        ))
      )}
    </>
  );
}
