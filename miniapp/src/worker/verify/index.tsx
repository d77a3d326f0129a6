import type { ReturnView } from '@shared/returns/contract';
import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { call } from '@/client/call';
import { touched } from '@/client/live';
import { Problem } from '@/client/problem';
import { useParty, useReturn } from '@/client/queries';
import { isBrowser } from '@/client/send';
import { useEntry } from '@/client/useEntry';
import { uuidV7 } from '@/client/uuidV7';
import { Async, Button, Card, Cells, Chip, Page, TextField } from '@/parts';
import { clockText, usePlainWords } from '@/words';
import { useWorkerWords } from '../words';

export default function Verify() {
  const isReady = useEntry();
  const words = useWorkerWords();
  const plain = usePlainWords();
  const { id = '' } = useRouter().params;
  const asked = useReturn(isReady ? id : '');
  const party = useParty(asked.data?.partyId ?? '');
  const waiting = party.data?.items.filter(({ state }) => state === 'declared').reverse() ?? [];
  return (
    <Page title={words.verifyTitle}>
      <Async query={party}>
        {waiting.map((one) => (
          <Person key={one.id} one={one} />
        ))}
        {asked.data && waiting.length > 0 ? <Decision addressed={asked.data} /> : <Card>✓ {words.done}</Card>}
      </Async>
      <Button kind="plain" label={plain.back} onTap={goBack} />
    </Page>
  );
}

const goBack = () => void Taro.reLaunch({ url: '/worker/list/index' });

function Person({ one }: { one: ReturnView }) {
  const words = useWorkerWords();
  const { name, document, phone, age } = one.person;
  const dial = async () => {
    const { value } = await call('revealReturnField', {
      params: { id: one.id },
      body: { field: 'phone', reason: 'call' },
    });
    if (!value) return;
    if (isBrowser) window.location.assign(`tel:${value}`);
    else await Taro.makePhoneCall({ phoneNumber: value });
  };
  return (
    <Card kind={one.urgency === 'fever' ? 'urgent' : ''}>
      {one.urgency === 'fever' && (
        <Chip kind="bad" label={`△ ${words.fever} ${one.reading?.celsius ?? ''}`} />
      )}
      <View className="title">
        {one.door} · {name} {age === null ? '' : `${age} ${words.age}`}
      </View>
      <View>
        {words.document} {document.number}
      </View>
      <View>
        {one.origin.place || one.origin.country} · {one.transport.number} · {clockText(one.arrivedAt)}
      </View>
      {phone && <Button kind="tint" label={`☎ ${words.call} ${phone}`} onTap={() => void dial()} />}
    </Card>
  );
}

/** Confirms or rejects the family. The key stays the same until the answer is known. */
function Decision({ addressed }: { addressed: ReturnView }) {
  const words = useWorkerWords();
  const plain = usePlainWords();
  const [start, setStart] = useState<'leftArea' | 'atHome' | ''>('');
  const [reason, setReason] = useState('');
  const [said, setSaid] = useState('');
  const [key] = useState(uuidV7);
  const [isSending, setSending] = useState(false);
  const decide = async (body: Parameters<typeof call<'verifyReturn'>>[1]) => {
    setSending(true);
    try {
      await call('verifyReturn', body);
      touched('return');
      goBack();
    } catch (error) {
      setSending(false);
      touched('return');
      setSaid(
        error instanceof Problem && error.code === 'return.movedOn'
          ? words.moved(String(error.params.by ?? ''))
          : plain.failed,
      );
    }
  };
  const common = { seenVersion: addressed.version, party: true };
  const params = { id: addressed.id };
  const confirm = () =>
    void decide({
      params,
      key,
      body: {
        ...common,
        decision: 'confirm',
        startEvent: {
          kind: start || 'atHome',
          at: start === 'leftArea' ? addressed.leftAt : addressed.arrivedAt,
        },
      },
    });
  return (
    <>
      <Cells
        label={words.day1}
        value={start}
        onChange={(value) => setStart(value as 'leftArea')}
        options={[
          { value: 'leftArea', label: words.leftArea },
          { value: 'atHome', label: words.atHome },
        ]}
      />
      {said && <Card kind="urgent">△ {said}</Card>}
      <Button label={isSending ? plain.sending : words.confirm} off={!start || isSending} onTap={confirm} />
      <TextField label={words.reason} value="" onChange={setReason} />
      <Button
        kind="plain"
        label={words.reject}
        off={!reason || isSending}
        onTap={() => void decide({ params, key: uuidV7(), body: { ...common, decision: 'reject', reason } })}
      />
    </>
  );
}
