import { askedResultOf, type SubscriptionTemplate } from '@shared/notices/subscription';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { call } from '@/client/call';
import { useSubscriptions } from '@/client/queries';
import { queryClient } from '@/client/queryClient';
import { isBrowser } from '@/client/send';
import { Button, Notice } from '@/parts';
import { useFaults } from '@/returns/useFaults';
import { useTellingWords } from './words';

interface TellMeProps {
  /** Which kinds of messages are asked for, three at most: one dialog, one message of each. */
  templates: readonly SubscriptionTemplate[];
  label: string;
  /** What is said after a yes. */
  told: string;
}

/**
 * Right after something was reported: may WeChat tell what comes of it? WeChat’s dialog opens from a tap only. A browser
 * has no such messages; where one may not ask now, nothing stands here.
 */
export function TellMe({ templates, label, told }: TellMeProps) {
  const words = useTellingWords();
  const offered = useSubscriptions(!isBrowser);
  const { refusal, showRefusal } = useFaults();
  const [came, setCame] = useState<'accept' | 'switchedOff' | 'failed' | null>(null);
  const items = offered.data?.items.filter(({ template }) => templates.includes(template)) ?? [];
  const ask = async () => {
    try {
      const answers = await open(items.map(({ templateId }) => templateId));
      if (answers === 'failed') return setCame('failed');
      const isOff = answers === 'switchedOff';
      const results = items.flatMap(({ template, templateId }) => {
        const answer = isOff ? 'reject' : answers[templateId];
        return answer ? [{ template, result: askedResultOf(answer) }] : [];
      });
      const { code } = await Taro.login();
      if (results.length) await call('saveSubscriptions', { body: { code, results } });
      const isAccepted = results.some(({ result }) => result === 'accept');
      setCame(isOff ? 'switchedOff' : isAccepted ? 'accept' : null);
      await queryClient.invalidateQueries({ queryKey: ['subscription'] });
    } catch (error) {
      showRefusal(error);
    }
  };
  if (came === 'accept') return <Notice kind="waiting">{told}</Notice>;
  if (came === 'switchedOff') return <Notice kind="waiting">{words.switchedOff}</Notice>;
  if (!items.length) return null;
  return (
    <>
      {came === 'failed' && <Notice kind="waiting">{words.notAsked}</Notice>}
      {refusal && <Notice>{refusal}</Notice>}
      <Button kind="tint" label={label} onTap={() => void ask()} />
    </>
  );
}

/** WeChat’s word for: the owner lets this program send no messages at all. Its dialog does not even open then. */
const mainSwitchOff = 20_004;

/** What was answered, by template. */
type Answers = Partial<Record<string, string>>;

/** Opens WeChat’s own dialog. */
async function open(tmplIds: string[]): Promise<Answers | 'switchedOff' | 'failed'> {
  try {
    return (await Taro.requestSubscribeMessage({ tmplIds, entityIds: [] })) as Answers;
  } catch (failure) {
    const { errCode } = failure as { errCode?: number };
    return Number(errCode) === mainSwitchOff ? 'switchedOff' : 'failed';
  }
}
