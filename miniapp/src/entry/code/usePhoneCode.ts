import { isPhone, normalizePhone } from '@shared/phone';
import { useState } from 'react';
import { Problem } from '@/client/problem';
import { usePlainWords } from '@/words';
import { useFieldWords } from '@/words/faults';
import { useProblemWords } from '@/words/problems';
import { useCodeWords } from './words';

type Asked = { againInSeconds: number };

/** A telephone, the code that reaches it, and what is wrong with either. */
export function usePhoneCode(ask: (phone: string) => Promise<Asked>) {
  const words = useCodeWords();
  const plain = usePlainWords();
  const fieldWords = useFieldWords();
  const problemWords = useProblemWords();
  const [phone, setPhone] = useState('');
  const [code, setCode] = useState('');
  const [againAt, setAgainAt] = useState(0);
  const [phoneFault, setPhoneFault] = useState<string>();
  const [codeFault, setCodeFault] = useState<string>();
  const [isAsking, setAsking] = useState(false);
  const refuse = (error: unknown) => {
    if (!(error instanceof Problem)) return setPhoneFault(plain.notSent);
    if (error.code !== 'tooManyRequests') return setPhoneFault(problemWords(error));
    const seconds = Number(error.params.seconds);
    if (seconds <= 60) setAgainAt(Date.now() + seconds * 1000);
    else setPhoneFault(words.tooMany(Math.ceil(seconds / 3600)));
  };
  const send = async () => {
    const isGood = isPhone(normalizePhone(phone));
    setPhoneFault(isGood ? undefined : fieldWords({ path: 'phone', code: 'phone.format' }));
    if (!isGood || isAsking || againAt > Date.now()) return;
    setAsking(true);
    await ask(phone).then(({ againInSeconds }) => setAgainAt(Date.now() + againInSeconds * 1000), refuse);
    setAsking(false);
  };
  return {
    phone,
    code,
    isComplete: isPhone(normalizePhone(phone)) && /^\d{6}$/.test(code),
    againAt,
    phoneFault,
    codeFault,
    send,
    setPhone: (value: string) => {
      setPhoneFault(undefined);
      setPhone(value);
    },
    setCode: (value: string) => {
      setCodeFault(undefined);
      setCode(value.replace(/\s/g, ''));
    },
    /** Says beside the code that it is wrong; answers whether it was about the code. */
    explain: (error: unknown): boolean => {
      const isCode = error instanceof Problem && error.code === 'code.wrong';
      if (isCode) setCodeFault(problemWords(error));
      return isCode;
    },
  };
}
