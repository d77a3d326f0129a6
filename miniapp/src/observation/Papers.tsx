import type { RevealReason } from '@shared/audit/contract';
import type { ObservationView } from '@shared/observation/contract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { download } from '@/client/upload';
import { Button, Cells, Notice } from '@/parts';
import { useFaults } from '@/returns/useFaults';
import { usePlainWords } from '@/words';
import { useObservationWords } from './words';

type PaperName = 'readRecord' | 'readRelease' | 'readResidentRecord';
const reasons = ['emergency', 'handover', 'visit'] as const satisfies RevealReason[];

interface PapersProps {
  /** An observation, or somebody whom nobody observes. */
  of: (Pick<ObservationView, 'id'> & { state: string }) | Pick<ObservationView, 'residentId'>;
  /** One’s own, or of one’s household: nobody asks why. */
  isOwn?: boolean;
}

/** The papers of an observation or of a person, to print or to hand on; staff say first why the name may be in full, which is recorded. */
export function Papers({ of, isOwn = false }: PapersProps) {
  const words = useObservationWords();
  const plain = usePlainWords();
  const [asked, ask] = useState<PaperName | null>(null);
  const [going, go] = useState<PaperName | null>(null);
  const { refusal, show, showRefusal } = useFaults();
  const fetchPaper = async (paper: PaperName, reason?: string) => {
    if (going) return;
    go(paper);
    show([]);
    const sent = {
      params: { id: 'state' in of ? of.id : of.residentId },
      ...(reason && { query: { reason } }),
    };
    await download(paper, sent).then(() => ask(null), showRefusal);
    go(null);
  };
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
        papersOf(of).map((paper) => (
          <View key={paper} className="row">
            <Button
              kind="plain"
              icon="paper"
              label={going === paper ? plain.loading : (isOwn ? words.ownPapers : words.papers)[paper]}
              off={going !== null}
              onTap={() => (isOwn ? void fetchPaper(paper) : ask(paper))}
            />
          </View>
        ))
      )}
    </>
  );
}

function papersOf(of: PapersProps['of']): PaperName[] {
  if (!('state' in of)) return ['readResidentRecord'];
  return of.state === 'released' ? ['readRelease', 'readRecord'] : ['readRecord'];
}
