import { View } from '@tarojs/components';
import { useDraft } from '@/client/useDraft';
import { TextField } from '@/parts';
import { fenOf, yuanText } from '@/requests/errands/yuan';
import { useCarryingWords } from '../words';
import { Form } from './Form';
import { draftOf, type FormProps } from './formProps';

/** What it cost, and what was got where that is not just what was asked for. */
export function BuyForm({ of, faultOf, recheck, ...frame }: FormProps) {
  const words = useCarryingWords();
  const [yuan, setYuan] = useDraft(draftOf(of, 'yuan'));
  const [got, setGot] = useDraft(draftOf(of, 'got'));
  const amountFen = fenOf(yuan.trim());
  const text = got.trim();
  const { estimatedFen } = of.money;
  return (
    <Form {...frame} action="buy" input={amountFen === null ? null : { amountFen, ...(text && { text }) }}>
      {(isTried) => (
        <>
          <TextField
            label={words.yuan}
            type="digit"
            max={8}
            value={yuan}
            onChange={(next) => {
              recheck();
              setYuan(next);
            }}
            fault={(isTried && amountFen === null && words.yuanFault) || faultOf('amountFen')}
          />
          {estimatedFen !== null && <View className="help">{words.budget(yuanText(estimatedFen))}</View>}
          <TextField label={words.got} max={200} value={got} onChange={setGot} fault={faultOf('text')} />
        </>
      )}
    </Form>
  );
}
