import type { ReturnView } from '@shared/returns/view';
import { useRouter } from '@tarojs/taro';
import type { ReactNode } from 'react';
import { useReturn } from '@/client/queries';
import { useEntry } from '@/client/useEntry';
import { Async, Page } from '@/parts';
import { useWatermark } from '@/worklist/useWatermark';

interface OfReturnProps {
  title: string;
  isWide?: boolean;
  /** The page, once the return is there. */
  children(one: ReturnView, watermark: string): ReactNode;
}

/** A page of staff about one return, which its address names; until it is there, how far that is. */
export function OfReturn({ title, isWide = false, children }: OfReturnProps) {
  const isReady = useEntry();
  const { id = '' } = useRouter().params;
  const asked = useReturn(isReady ? id : '');
  const watermark = useWatermark();
  if (asked.data) return children(asked.data, watermark);
  return (
    <Page isWide={isWide} title={title} watermark={watermark}>
      <Async query={asked}>{null}</Async>
    </Page>
  );
}
