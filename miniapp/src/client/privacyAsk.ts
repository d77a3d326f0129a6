import Taro from '@tarojs/taro';
import { create } from 'zustand';
import { isBrowser } from './send';

type Answer = (answer: { event: 'agree' | 'disagree' | 'exposureAuthorization'; buttonId?: string }) => void;

/** WeChat looks whether this button was really tapped. */
export const agreeButtonId = 'agree-privacy';

/** What waits for a yes to WeChat’s privacy notice; several may wait for one answer. */
export const usePrivacyAsk = create<{ waiting: Answer[] }>(() => ({ waiting: [] }));

/** A picture, a place or a telephone number is needed and nobody has agreed yet: asked then, not at the start. */
export function listenForPrivacy(): void {
  if (isBrowser) return;
  Taro.onNeedPrivacyAuthorization?.((resolve) => {
    const answer = resolve as unknown as Answer;
    answer({ event: 'exposureAuthorization' });
    usePrivacyAsk.setState(({ waiting }) => ({ waiting: [...waiting, answer] }));
  });
}

/** A no stops only what asked: everything that needs no such data goes on. */
export function answerPrivacy(isAgreed: boolean): void {
  const { waiting } = usePrivacyAsk.getState();
  usePrivacyAsk.setState({ waiting: [] });
  for (const answer of waiting)
    answer(isAgreed ? { event: 'agree', buttonId: agreeButtonId } : { event: 'disagree' });
}
