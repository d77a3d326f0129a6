import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { Button, Card, Heading, Notice } from '@/parts';
import { useStaffPageWords } from './words';

/** What is said once after a change: a secret to pass on, or only words. */
export interface Told {
  title: string;
  help: string;
  secret?: string;
}

/** A secret as large as it has to be read out, and nowhere to be seen again. */
export function OneTime({ told, onDone }: { told: Told; onDone(): void }) {
  const words = useStaffPageWords();
  const [isCopied, setCopied] = useState(false);
  const { title, help, secret } = told;
  const copy = () =>
    void Taro.setClipboardData({ data: secret ?? '' }).then(
      () => setCopied(true),
      () => undefined,
    );
  if (!secret)
    return (
      <View className="told">
        <Notice kind="waiting">
          <View className="title">{title}</View>
          <View>{help}</View>
          <Button kind="plain" label={words.known} onTap={onDone} />
        </Notice>
      </View>
    );
  return (
    <View className="told">
      <Card kind="warm">
        <Heading>{title}</Heading>
        <View className="head">{secret}</View>
        <View className="under">{help}</View>
        <Button kind="tint" label={isCopied ? words.copied : words.copy} onTap={copy} />
        <Button kind="plain" label={words.known} onTap={onDone} />
      </Card>
    </View>
  );
}
