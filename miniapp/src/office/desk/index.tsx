import { View } from '@tarojs/components';
import { isBrowser } from '@/client/send';
import { useEntry } from '@/client/useEntry';
import { Identity } from '@/entry/Identity';
import { Page } from '@/parts';
import { ImportRoster } from './ImportRoster';
import { WhoAnswers } from './WhoAnswers';
import { useOfficeWords } from './words';

/** The office: who answers for a door, and what an import of the roster did. */
export default function Desk() {
  const isReady = useEntry();
  const words = useOfficeWords();
  return (
    <Page isHome isWide title={words.title}>
      <View className="columns">
        <View className="column">
          <WhoAnswers />
          <Identity />
        </View>
        {/* A mini-program cannot choose a workbook. */}
        {isBrowser && isReady && (
          <View className="column">
            <ImportRoster />
          </View>
        )}
      </View>
    </Page>
  );
}
