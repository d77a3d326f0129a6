import type { MembershipView } from '@shared/accounts/contract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '@/client/call';
import { goHome, open } from '@/client/navigate';
import { useOutbox } from '@/client/outbox';
import { pages } from '@/client/pages';
import { queryClient } from '@/client/queryClient';
import { isBrowser } from '@/client/send';
import { activeMembership, keepSession, useSession } from '@/client/session';
import { changeSettings, useSettings } from '@/client/settings';
import { leave } from '@/client/useEntry';
import { Button, Card, Line, Notice } from '@/parts';
import { usePlainWords } from '@/words';
import { useIdentityWords } from './words';

/** As whom one is here: another identity of the same person, the language, signing out. */
export function Identity() {
  const words = useIdentityWords();
  const plain = usePlainWords();
  const language = useSettings((settings) => settings.language);
  const { session } = useSession();
  const [hasFailed, setFailed] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const waiting = useOutbox(({ entries }) => entries.length);
  const active = activeMembership(session);
  const others = session?.account.memberships.filter(({ id }) => id !== active?.id) ?? [];
  const isStaff = session?.account.memberships.some(({ role }) => role !== 'resident') ?? false;
  const nameOf = ({ role, mandate, door }: MembershipView) =>
    mandate ? words.actsFor(door ?? '') : words.roles[role];
  const become = async (membershipId: string) => {
    try {
      await keepSession(await call('switchMembership', { body: { membershipId } }));
      queryClient.clear();
      await goHome();
    } catch {
      setFailed(true);
    }
  };
  return (
    <Card>
      {hasFailed && <Notice>{plain.failed}</Notice>}
      <Line
        label={words.asWhom}
        value={active ? `${nameOf(active)} · ${active.communityName}` : words.newcomer}
      />
      {others.map((one) => (
        <Line
          key={one.id}
          label={one.mandate ? nameOf(one) : `${words.become} ${nameOf(one)}`}
          value={one.communityName}
          onTap={() => void become(one.id)}
        />
      ))}
      <Line
        label={<View>中文 / English</View>}
        value={language === 'zh' ? '中文' : 'English'}
        onTap={() => changeSettings({ language: language === 'zh' ? 'en' : 'zh' })}
      />
      {isStaff && <Line label={words.password} onTap={() => open(pages.password)} />}
      {!isBrowser && !isStaff && <Line label={words.bind} onTap={() => open(pages.bindWechat)} />}
      <Line label={words.signOut} onTap={() => (waiting ? setLeaving(true) : signOut())} />
      {isLeaving && (
        <Notice kind="waiting">
          <View>{words.waiting(waiting)}</View>
          <Button kind="plain" label={words.stay} onTap={() => setLeaving(false)} />
          <Button kind="plain" label={words.leave} onTap={signOut} />
        </Notice>
      )}
    </Card>
  );
}

function signOut(): void {
  leave();
  queryClient.clear();
}
