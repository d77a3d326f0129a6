import { useRouter } from '@tarojs/taro';
import { CorrectReturn } from '@/returns/CorrectReturn';

/** A worker corrects what was declared, after a call. */
export default function Correct() {
  return <CorrectReturn partyId={useRouter().params.partyId ?? ''} />;
}
