import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon } from './Icon';
import type { IconName } from './icons';
import { spoken } from './spoken';
import { Tap } from './Tap';

type CardKind = 'warm' | 'urgent' | 'waiting' | '';
export const Card = ({ kind = '', children }: { kind?: CardKind; children: ReactNode }) => (
  <View className={`card ${kind}`}>{children}</View>
);

interface ButtonProps {
  label: string;
  onTap(): void;
  kind?: 'tint' | 'plain' | 'danger' | '';
  icon?: IconName;
  /** Grey, but it answers: a tap says what is missing. */
  off?: boolean;
}
export const Button = ({ label, onTap, kind = '', icon, off = false }: ButtonProps) => (
  <Tap className={`button ${off ? 'off' : kind}`} onTap={onTap}>
    {icon && <Icon name={icon} />}
    {label}
  </Tap>
);

export const Link = ({ label, onTap, icon }: { label: string; onTap(): void; icon?: IconName }) => (
  <Tap className="link" onTap={onTap}>
    {icon && <Icon name={icon} />}
    {label}
  </Tap>
);

type Mood = 'bad' | 'warn' | 'ok' | 'info' | '';
const moodIcons: Record<Mood, IconName | null> = {
  bad: 'warn',
  warn: 'clock',
  ok: 'done',
  info: null,
  '': null,
};

/** A status: word, shape and a pale tint, so that it reads without colour. */
export function Chip({ kind = '', label }: { kind?: Mood; label: string }) {
  const icon = moodIcons[kind];
  return (
    <View className={`chip ${kind}`}>
      {icon && <Icon name={icon} size="small" />}
      <Text>{label}</Text>
    </View>
  );
}

/** A line of a card: what it is, and what it says. */
export function Line({ label, value, onTap }: { label: ReactNode; value?: ReactNode; onTap?: () => void }) {
  const content = (
    <>
      <View className="grow">{label}</View>
      {value !== undefined && <View className="value">{value}</View>}
      {onTap && <Icon name="next" size="small" />}
    </>
  );
  return onTap ? (
    <Tap className="li" onTap={onTap}>
      {content}
    </Tap>
  ) : (
    <View className="li">{content}</View>
  );
}

/** Something that must be read, not only seen: it is spoken when it appears. */
export const Notice = ({ kind = 'urgent', children }: { kind?: CardKind; children: ReactNode }) => (
  <View className={`card ${kind}`} {...spoken({ role: 'alert' })}>
    <View className="row top">
      <Icon name={kind === 'warm' ? 'done' : 'warn'} />
      <View className="grow">{children}</View>
    </View>
  </View>
);

export interface StepProps {
  title: string;
  note?: string | undefined;
  /** What came with it, such as a photo. */
  below?: ReactNode;
  state: 'done' | 'now' | 'next';
}

/** What has happened, what is going on, and what comes: with times and names. */
export const Steps = ({ steps }: { steps: StepProps[] }) => (
  <Card>
    {steps.map(({ title, note, below, state }) => (
      <View className="step" key={`${title} ${note}`}>
        <View className={`point ${state}`}>{state === 'done' && <Icon name="done" />}</View>
        <View className="grow">
          <View className={state === 'next' ? 'under' : 'title'}>{title}</View>
          {note && <View className="help">{note}</View>}
          {below}
        </View>
      </View>
    ))}
  </Card>
);
