import { View } from '@tarojs/components';
import { isBrowser } from '@/client/send';
import { useEntry } from '@/client/useEntry';
import { Identity } from '@/entry/Identity';
import { Heading, Page } from '@/parts';
import { useWatermark } from '@/worklist/useWatermark';
import { Worklist } from '@/worklist/Worklist';
import { ImportRoster } from './ImportRoster';
import { WhoAnswers } from './WhoAnswers';
import { useOfficeWords } from './words';

/** The office: what waits, who answers for a door, and what an import of the roster did. */
export default function Desk() {
  const isReady = useEntry();
  const words = useOfficeWords();
  const watermark = useWatermark();
  return (
    <Page isHome isWide title={words.title} watermark={watermark}>
      <View className="columns">
        <View className="column first">
          <Heading>{words.waiting}</Heading>
          <Worklist />
        </View>
        <View className="column">
          <WhoAnswers />
          {/* A mini-program cannot choose a workbook. */}
          {isBrowser && isReady && <ImportRoster />}
          <Identity />
        </View>
      </View>
    </Page>
  );
}
