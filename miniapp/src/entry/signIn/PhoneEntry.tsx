import type { ReactNode } from 'react';
import { call } from '@/client/call';
import { Card } from '@/parts';
import { PhoneCode } from '../code/PhoneCode';
import { usePhoneCode } from '../code/usePhoneCode';
import { EntryPage } from './EntryPage';
import { useEntering } from './useEntering';

export const askSignInCode = (phone: string) => call('requestSignInCode', { body: { phone } });

/** As whoever can read the code on a telephone. */
export function PhoneEntry({ ways }: { ways: ReactNode }) {
  const { enter, isEntering, failure } = useEntering();
  const asked = usePhoneCode(askSignInCode);
  const { phone, code, isComplete } = asked;
  const onEnter = () => {
    if (isComplete) void enter(() => call('createCodeSession', { body: { phone, code } }), asked.explain);
  };
  return (
    <EntryPage isEntering={isEntering} failure={failure} off={!isComplete} onEnter={onEnter}>
      <Card>
        <PhoneCode of={asked} onEnter={onEnter} />
      </Card>
      {ways}
    </EntryPage>
  );
}
