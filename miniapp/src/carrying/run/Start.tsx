import { longestRunMinutes } from '@shared/requests/run';
import { addMinutes, minuteMs } from '@shared/time';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '@/client/call';
import { touched } from '@/client/live';
import type { Building, RunReply } from '@/client/queries/trips';
import { useClock } from '@/client/useClock';
import { useDraft } from '@/client/useDraft';
import { Button, Card, Notice, Select } from '@/parts';
import { useFaults } from '@/returns/useFaults';
import { useMomentText, usePlainWords } from '@/words';
import { toAdd } from './adding';
import { useRunWords } from './words';

const everyMs = 30 * minuteMs;

/** The half hours by which somebody may be through. */
export function endsAfter(now: Date): string[] {
  const first = (Math.floor(now.getTime() / everyMs) + 1) * everyMs;
  const last = addMinutes(now, longestRunMinutes).getTime();
  const many = Math.floor((last - first) / everyMs) + 1;
  return Array.from({ length: many }, (_, i) => new Date(first + i * everyMs).toISOString());
}

/** The trip begins: its planned end, and everything that one carries to this building is in it. */
export function Start({ where, items }: { where: Building; items: RunReply['items'] }) {
  const words = useRunWords();
  const plain = usePlainWords();
  const momentText = useMomentText();
  const [chosen, choose] = useDraft('run:ends');
  const [isTried, setTried] = useState(false);
  const [isSending, setSending] = useState(false);
  const { refusal, showRefusal, faultOf, show } = useFaults();
  const ends = endsAfter(useClock());
  // What was chosen may be over by now.
  const endsAt = ends.includes(chosen) ? chosen : '';
  const start = async () => {
    setTried(true);
    if (!endsAt || isSending) return;
    setSending(true);
    try {
      const errands = toAdd(items).map(({ id, version }) => ({ requestId: id, seenVersion: version }));
      await call('startRun', { body: { ...where, endsAt, errands } });
      choose('');
    } catch (error) {
      showRefusal(error);
    } finally {
      touched('request');
      setSending(false);
    }
  };
  return (
    <Card>
      {refusal && <Notice>{refusal}</Notice>}
      <Select
        label={words.ends}
        value={endsAt}
        onChange={(next) => {
          show([]);
          choose(next);
        }}
        fault={(isTried && !endsAt && words.chooseEnd) || faultOf('endsAt')}
        options={ends.map((at) => ({ value: at, label: momentText(at) }))}
      />
      <View className="help">{words.endsHelp}</View>
      <Button
        label={isSending ? plain.sending : words.start}
        off={!endsAt || isSending}
        onTap={() => void start()}
      />
    </Card>
  );
}
