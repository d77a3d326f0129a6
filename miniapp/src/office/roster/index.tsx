import { View } from '@tarojs/components';
import { useState } from 'react';
import { useEntry } from '@/client/useEntry';
import { Page } from '@/parts';
import { useWatermark } from '@/worklist/useWatermark';
import { useOfficeWords } from '../words';
import { ExportRoster } from './ExportRoster';
import { ImportRoster } from './ImportRoster';
import './index.scss';
import type { Step } from './useImport';

/** The roster in and out: a workbook taken in step by step, and the same workbook fetched again. */
export default function Roster() {
  const isReady = useEntry();
  const words = useOfficeWords();
  const watermark = useWatermark();
  const [step, setStep] = useState<Step>('file');
  return (
    <Page isWide title={words.menu.roster} watermark={watermark}>
      {isReady && (
        <View className="columns">
          <View className="column first">
            <ImportRoster onStep={setStep} />
          </View>
          {/* Whoever imports has one thing to do. */}
          {step === 'file' && (
            <View className="column">
              <ExportRoster />
            </View>
          )}
        </View>
      )}
    </Page>
  );
}
