import type { ErrandView } from '@shared/requests/errandView';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useDraft } from '@/client/useDraft';
import { TextField } from '@/parts';
import { PhotoField } from '@/photos/PhotoField';
import { fenOf, yuanText } from '@/requests/errands/yuan';
import { useCarryingWords } from '../words';
import { Form } from './Form';
import { draftOf, type FormProps } from './formProps';

interface BuyProps extends Omit<FormProps, 'of'> {
  of: Pick<ErrandView, 'id'> & { money: Pick<ErrandView['money'], 'estimatedFen'> };
}

/** What it cost, and what was got where that is not just what was asked for. */
export function BuyForm({ of, faultOf, recheck, ...frame }: BuyProps) {
  const words = useCarryingWords();
  const [yuan, setYuan] = useDraft(draftOf(of, 'yuan'));
  const [got, setGot] = useDraft(draftOf(of, 'got'));
  const [receipt, setReceipt] = useDraft(draftOf(of, 'receipt'));
  const [isOnItsWay, setOnItsWay] = useState(false);
  const amountFen = fenOf(yuan.trim());
  const text = got.trim();
  const more = { ...(text && { text }), ...(receipt && { receiptFileId: receipt }) };
  const { estimatedFen } = of.money;
  return (
    <Form {...frame} action="buy" input={amountFen === null || isOnItsWay ? null : { amountFen, ...more }}>
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
          <PhotoField
            label={words.receipt}
            use="receipt"
            isKeepable
            value={receipt}
            onChange={(next) => {
              recheck();
              setReceipt(next);
            }}
            onWay={setOnItsWay}
            fault={faultOf('receiptFileId')}
          />
        </>
      )}
    </Form>
  );
}
