import { useRouter } from '@tarojs/taro';
import { useHousehold, useResident } from '@/client/queries/residents';
import { useEntry } from '@/client/useEntry';
import { Async, Page } from '@/parts';
import { ChangeSteps } from '@/residents/change/ChangeSteps';
import { type ChangeName, changes } from '@/residents/change/changes';
import { useChangeWords } from '@/residents/change/words';
import { useWatermark } from '@/worklist/useWatermark';

/** Corrects an entry of the roster: the person, the household, or somebody who only declared. */
export default function Change() {
  const isReady = useEntry();
  const words = useChangeWords();
  const watermark = useWatermark();
  const { id = '', change = '' } = useRouter().params;
  const file = useResident(isReady ? id : '');
  const household = useHousehold(file.data?.householdId ?? '');
  if (file.data && household.data) {
    const about = { file: file.data, household: household.data };
    const first = change in changes ? (change as ChangeName) : '';
    return <ChangeSteps about={about} first={first} watermark={watermark} />;
  }
  return (
    <Page title={words.what} watermark={watermark}>
      <Async query={file.data ? household : file}>{null}</Async>
    </Page>
  );
}
