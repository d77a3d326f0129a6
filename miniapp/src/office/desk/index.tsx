import { View } from '@tarojs/components';
import { useEntry } from '@/client/useEntry';
import { Identity } from '@/entry/Identity';
import { Heading, Menu, Page } from '@/parts';
import { Figures } from '@/worklist/Figures';
import { useWatermark } from '@/worklist/useWatermark';
import { Worklist } from '@/worklist/Worklist';
import { useOfficeMenu } from '../menu';
import { useOfficeWords } from '../words';

/** The office: what waits, and the way to everything else. */
export default function Desk() {
  const isReady = useEntry();
  const words = useOfficeWords();
  const { daily, arranged } = useOfficeMenu();
  const watermark = useWatermark();
  return (
    <Page isHome isWide title={words.title} watermark={watermark}>
      {isReady && <Figures />}
      <View className="columns">
        <View className="column first">
          <Heading>{words.waiting}</Heading>
          <Worklist />
        </View>
        <View className="column">
          <Heading>{words.daily}</Heading>
          <Menu entries={daily} />
          <Heading>{words.arranged}</Heading>
          <Menu entries={arranged} />
          <Identity />
        </View>
      </View>
    </Page>
  );
}
