import { useState } from 'react';
import { pages } from '@/client/pages';
import { useCorrections } from '@/client/queries/residents';
import { useEntry } from '@/client/useEntry';
import { Identity } from '@/entry/Identity';
import { Button, Card, Heading, Menu, Page, TextField } from '@/parts';
import { CorrectionCard } from '@/residents/CorrectionCard';
import { MovedIn } from '@/residents/MovedIn';
import { ResidentList } from '@/residents/ResidentList';
import { useResidentsWords } from '@/residents/words';
import { useWatermark } from '@/worklist/useWatermark';
import { useWorkerWords } from '../words';

/** The building head: who lives behind which door, and what has changed. Names and doors, nothing of health. */
export default function Building() {
  const isReady = useEntry();
  const words = useResidentsWords();
  const { menu } = useWorkerWords();
  const watermark = useWatermark();
  const [typed, setTyped] = useState('');
  const [door, setDoor] = useState('');
  const told = useCorrections(isReady);
  const items = told.data?.items ?? [];
  return (
    <Page isHome title={words.building} watermark={watermark}>
      <Card>
        <TextField label={words.door} value="" onChange={setTyped} onEnter={() => setDoor(typed.trim())} />
        <Button label={words.find} off={!typed.trim()} onTap={() => setDoor(typed.trim())} />
      </Card>
      {isReady && <ResidentList search={door ? { door } : {}} />}
      {door && <MovedIn key={door} door={door} />}
      {items.length > 0 && <Heading>{words.mine}</Heading>}
      {items.map((one) => (
        <CorrectionCard key={one.id} one={one} />
      ))}
      <Menu entries={[{ page: pages.notices, icon: 'paper', label: menu.notices }]} />
      <Identity />
    </Page>
  );
}
