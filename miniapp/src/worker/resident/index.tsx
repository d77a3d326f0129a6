import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useResident } from '@/client/queries/residents';
import { useEntry } from '@/client/useEntry';
import { MandateLine } from '@/mandates/MandateLine';
import { Async, Heading, Link, Page } from '@/parts';
import { AccessLines } from '@/residents/AccessLines';
import { Changes } from '@/residents/Changes';
import { Correct } from '@/residents/Correct';
import { Household } from '@/residents/Household';
import { Person } from '@/residents/Person';
import { Settle } from '@/residents/Settle';
import { WhatGoesOn } from '@/residents/WhatGoesOn';
import { useResidentsWords } from '@/residents/words';
import { useWatermark } from '@/worklist/useWatermark';

/** The file of a person. */
export default function Resident() {
  const isReady = useEntry();
  const words = useResidentsWords();
  const watermark = useWatermark();
  const { id = '' } = useRouter().params;
  const file = useResident(isReady ? id : '');
  const [isLogShown, setLogShown] = useState(false);
  const one = file.data;
  return (
    <Page isWide title={words.file} watermark={watermark}>
      <Async query={file}>
        {one && (
          <View className="columns">
            <View className="column">
              <Settle file={one} />
              <Person file={one} />
              <Household file={one} />
              {one.actions.includes('reveal') && <MandateLine householdId={one.householdId} />}
              <Correct file={one} />
            </View>
            <View className="column">
              <WhatGoesOn file={one} />
              <Changes file={one} />
              {one.actions.includes('reveal') && (
                <>
                  <View className="row between">
                    <Heading>{words.log}</Heading>
                    {!isLogShown && <Link label={words.show} onTap={() => setLogShown(true)} />}
                  </View>
                  {isLogShown && <AccessLines id={one.id} />}
                </>
              )}
            </View>
          </View>
        )}
      </Async>
    </Page>
  );
}
