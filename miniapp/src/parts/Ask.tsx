import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button, Card, Link } from './basics';

interface AskProps {
  /** What it is about; a tap opens the question. */
  label: string;
  question: string;
  yes: string;
  no: string;
  onYes(): void;
}

/** Something that cannot be taken back: asked once more, with words for both answers. */
export function Ask({ label, question, yes, no, onYes }: AskProps) {
  const [isOpen, setOpen] = useState(false);
  if (!isOpen) return <Link label={label} onTap={() => setOpen(true)} />;
  return (
    <Card kind="waiting">
      <View>{question}</View>
      <Button kind="plain" label={no} onTap={() => setOpen(false)} />
      <Button kind="danger" label={yes} onTap={onYes} />
    </Card>
  );
}
