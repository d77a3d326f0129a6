import type { FieldError } from '@shared/problems';
import { caseKindOf } from '@shared/requests/kinds';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { callAsNobody } from '@/client/call';
import { goHome, open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { Problem } from '@/client/problem';
import { scrollTo } from '@/client/scroll';
import { Button, Card, Heading, Link, Notice, Page } from '@/parts';
import { KindFields } from '@/requests/errands/KindFields';
import { useKindFault } from '@/requests/errands/orderWords';
import { detailsOf, faultsIn, nothingTyped } from '@/requests/errands/typed';
import { useFaults } from '@/returns/useFaults';
import { usePlainWords } from '@/words';
import { useAnonymousWords } from '../anonymousWords';
import { Which } from '../Which';

const { fields } = caseKindOf('complaint');

/** What is typed is not kept on the phone, which may be a shared one: it is gone with the page. */
function useReporting() {
  const words = useAnonymousWords();
  const kindFault = useKindFault(fields);
  const [communityId, setCommunity] = useState('');
  const [typed, setTyped] = useState(() => nothingTyped(fields));
  const [isSending, setSending] = useState(false);
  const [receiptCode, setReceipt] = useState('');
  const [isFull, setFull] = useState(false);
  const { refusal, codeOf, show, recheck, showRefusal } = useFaults();
  const faultsOf = (community: string, said: typeof typed): FieldError[] => [
    ...(community ? [] : [{ path: 'communityId', code: 'required' as const }]),
    ...faultsIn(fields, detailsOf(fields, said), ''),
  ];
  const send = async () => {
    if (isSending) return;
    const found = faultsOf(communityId, typed);
    show(found);
    if (found.length) return;
    setSending(true);
    try {
      const details = detailsOf(fields, typed);
      const sent = await callAsNobody('reportAnonymously', {
        body: { communityId, kind: 'complaint', details },
      });
      setReceipt(sent.receiptCode);
      scrollTo('page');
    } catch (error) {
      setFull(error instanceof Problem && error.code === 'tooManyRequests');
      showRefusal(error);
    }
    setSending(false);
  };
  return {
    ...{ communityId, typed, isSending, receiptCode, send },
    refusal: isFull ? words.tooMany : refusal,
    choose: (id: string) => {
      setCommunity(id);
      recheck(faultsOf(id, typed));
    },
    change: (changes: typeof typed) => {
      const said = { ...typed, ...changes };
      setTyped(said);
      recheck(faultsOf(communityId, said));
    },
    faultOf: (path: string) => {
      const code = codeOf(path);
      if (code && path === 'communityId') return words.choose;
      return code && kindFault(path, code);
    },
  };
}

/** Something that nobody signs: reached and sent without signing in. */
export default function Anonymous() {
  const words = useAnonymousWords();
  const plain = usePlainWords();
  const { communityId, typed, isSending, receiptCode, ...reporting } = useReporting();
  if (receiptCode) return <Sent code={receiptCode} />;
  return (
    <Page
      isPublic
      title={words.title}
      foot={
        <Button
          label={isSending ? plain.sending : words.send}
          off={isSending}
          onTap={() => void reporting.send()}
        />
      }
    >
      {reporting.refusal && <Notice>{reporting.refusal}</Notice>}
      <Notice kind="waiting">{words.promise}</Notice>
      <View className={isSending ? 'sending' : ''}>
        <Which value={communityId} onChange={reporting.choose} fault={reporting.faultOf('communityId')} />
        <KindFields fields={fields} typed={typed} onChange={reporting.change} faultOf={reporting.faultOf} />
        <Link label={words.lookUp} onTap={() => open(pages.receipt)} />
      </View>
    </Page>
  );
}

/** In fours, as it is read and written down. */
const inFours = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-');

function Sent({ code }: { code: string }) {
  const words = useAnonymousWords();
  return (
    <Page isPublic title={words.sentTitle} foot={<Button label={words.done} onTap={goHome} />}>
      <Card>
        <Heading look="title">{words.keepCode}</Heading>
        <Heading look="head">{inFours(code)}</Heading>
        <View className="under">{words.codeHelp}</View>
        <Button
          kind="tint"
          label={words.copy}
          onTap={() => void Taro.setClipboardData({ data: inFours(code) })}
        />
      </Card>
    </Page>
  );
}
