import type { AskedResult, SubscriptionTemplate } from '@shared/notices/subscription';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { call } from '@/client/call';
import { useSubscriptions } from '@/client/queries';
import { queryClient } from '@/client/queryClient';
import { isBrowser } from '@/client/send';
import { Button, Notice } from '@/parts';
import { useFaults } from '@/returns/useFaults';

interface TellMeProps {
  /** Which kind of message is asked for. */
  template: SubscriptionTemplate;
  label: string;
  /** What is said after a yes. */
  told: string;
}

/**
 * Right after something was reported: may WeChat tell what comes of it? WeChat’s dialog opens from a tap only. A browser
 * has no such messages; where one may not ask now, nothing stands here.
 */
export function TellMe({ template, label, told }: TellMeProps) {
  const offered = useSubscriptions(!isBrowser);
  const { refusal, showRefusal } = useFaults();
  const [isTold, setTold] = useState(false);
  const items = offered.data?.items.filter((item) => item.template === template) ?? [];
  const ask = async () => {
    try {
      const answers = await open(items.map(({ templateId }) => templateId));
      const { code } = await Taro.login();
      const results = items.flatMap(({ template, templateId }) => {
        const result = answers[templateId];
        return result ? [{ template, result }] : [];
      });
      if (results.length) await call('saveSubscriptions', { body: { code, results } });
      setTold(results.some(({ result }) => result === 'accept'));
      await queryClient.invalidateQueries({ queryKey: ['subscription'] });
    } catch (error) {
      showRefusal(error);
    }
  };
  if (isTold) return <Notice kind="waiting">{told}</Notice>;
  if (!items.length) return null;
  return (
    <>
      {refusal && <Notice>{refusal}</Notice>}
      <Button kind="tint" label={label} onTap={() => void ask()} />
    </>
  );
}

/** WeChat’s own dialog: what was answered, by template. Closed without an answer: nothing. */
async function open(tmplIds: string[]): Promise<Partial<Record<string, AskedResult>>> {
  try {
    return (await Taro.requestSubscribeMessage({ tmplIds, entityIds: [] })) as never;
  } catch {
    return {};
  }
}
