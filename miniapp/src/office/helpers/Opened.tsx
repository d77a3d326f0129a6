import type { ErrandKindName } from '@shared/requests/kinds';
import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { call } from '@/client/call';
import { touchedHelpers, useOpenedKinds } from '@/client/queries/helpers';
import { Async, Card, Cells, Notice } from '@/parts';
import { useKindWord } from '@/requests/errands/words';
import { useFaults } from '@/returns/useFaults';
import { useHelperWords } from './words';

/** Which kinds volunteers may accept: each a cell that a tap opens or closes at once. */
export function Opened() {
  const words = useHelperWords();
  const kindWord = useKindWord();
  const opened = useOpenedKinds();
  const { refusal, show, showRefusal } = useFaults();
  const [isSending, setSending] = useState(false);
  const busy = useRef(false);
  const items = opened.data ?? [];
  const open = items.filter(({ isOpen }) => isOpen).map(({ kind }) => kind);
  const toggle = async (kind: ErrandKindName) => {
    if (busy.current) return;
    busy.current = true;
    setSending(true);
    show([]);
    const kinds = open.includes(kind) ? open.filter((one) => one !== kind) : [...open, kind];
    try {
      await call('setOpenedKinds', { body: { kinds } });
      await touchedHelpers();
    } catch (error) {
      showRefusal(error);
    }
    busy.current = false;
    setSending(false);
  };
  return (
    <Async query={opened}>
      <Card>
        {refusal && <Notice>{refusal}</Notice>}
        <View className={isSending ? 'sending' : ''}>
          <Cells
            label={words.opened}
            halves
            value={open}
            onChange={(kind) => void toggle(kind as ErrandKindName)}
            options={items.map(({ kind }) => ({ value: kind, label: kindWord(kind) }))}
          />
        </View>
        <View className="help">{open.length ? words.openedHelp : words.noneOpen}</View>
      </Card>
    </Async>
  );
}
