import { contracts } from '@shared/contracts';
import type { ImportView, Responsible } from '@shared/grids/contract';
import { ImportView as ImportSchema } from '@shared/grids/contract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '@/client/call';
import { isBrowser } from '@/client/send';
import { useSession } from '@/client/session';
import { useEntry } from '@/client/useEntry';
import { uuidV7 } from '@/client/uuidV7';
import { Button, Card, Page, TextField } from '@/parts';
import { usePlainWords } from '@/words';
import { useFieldWords } from '@/words/problems';
import { useOfficeWords } from './words';

/** The office: who answers for a door, and what an import of the roster did. */
export default function Desk() {
  const isReady = useEntry();
  const words = useOfficeWords();
  const plain = usePlainWords();
  if (!isReady) return <Page title={words.title}>{plain.loading}</Page>;
  return (
    <Page title={words.title}>
      <View className="wide">
        <WhoAnswers />
        {isBrowser && <Import />}
      </View>
    </Page>
  );
}

function WhoAnswers() {
  const words = useOfficeWords();
  const [door, setDoor] = useState('');
  const [found, setFound] = useState<Responsible | 'none' | null>(null);
  const ask = async () => {
    const { items } = await call('listDwellings', { query: { door } });
    setFound(items[0] ? await call('getResponsible', { params: { id: items[0].id } }) : 'none');
  };
  return (
    <Card>
      <View className="title">{words.who}</View>
      <TextField label={words.door} value="" onChange={setDoor} />
      <Button label={words.find} off={!door} onTap={() => void ask()} />
      {found === 'none' && <View>△ {words.noDoor}</View>}
      {found && found !== 'none' && (
        <>
          <View className="head">
            {found.name} {found.phone}
          </View>
          <View className="help">
            {found.reason.map((part) => words.reason(part.code, part.params)).join(' → ')}
          </View>
        </>
      )}
    </Card>
  );
}

function Import() {
  const words = useOfficeWords();
  const plain = usePlainWords();
  const fields = useFieldWords();
  const token = useSession(({ session }) => session?.accessToken ?? '');
  const [state, setState] = useState<'idle' | 'running' | 'failed'>('idle');
  const [done, setDone] = useState<ImportView | null>(null);
  const upload = async (file: File | undefined) => {
    if (!file) return;
    setState('running');
    const form = new FormData();
    form.append('file', file);
    const answer = await fetch(contracts.importRoster.path, {
      method: 'POST',
      body: form,
      headers: { Authorization: `Bearer ${token}`, 'Idempotency-Key': uuidV7() },
    }).catch(() => null);
    if (!answer?.ok) return setState('failed');
    setDone(ImportSchema.parse(await answer.json()));
    setState('idle');
  };
  return (
    <Card>
      <View className="title">{words.import}</View>
      <input
        className="input"
        type="file"
        accept=".xlsx"
        aria-label={words.file}
        onChange={(e) => void upload(e.target.files?.[0])}
      />
      {state === 'running' && <View>{plain.sending}</View>}
      {state === 'failed' && <View className="fault">△ {words.unreadable}</View>}
      {done && (
        <>
          <View>{words.counts(done)}</View>
          {done.refused.map(({ row, path, code }) => (
            <View key={`${row} ${path}`} className="li">
              △ {words.row(row)} · {fields[code]}
            </View>
          ))}
        </>
      )}
    </Card>
  );
}
