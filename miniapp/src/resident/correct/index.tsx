import { useRouter } from '@tarojs/taro';
import { CorrectReturn } from '@/returns/CorrectReturn';

/** A resident corrects the declaration of the own family. */
export default function Correct() {
  return <CorrectReturn partyId={useRouter().params.partyId ?? ''} />;
}
