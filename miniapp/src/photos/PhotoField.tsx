import type { PhotoUse } from '@shared/files/contract';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { dropPhoto, markedKey, type Taken } from '@/client/photoStore';
import { isBrowser } from '@/client/send';
import { useSession } from '@/client/session';
import { Button, Link, spoken } from '@/parts';
import { Field, useFaulty } from '@/parts/fields';
import { usePlainWords } from '@/words';
import { Photo } from './Photo';
import { Picture } from './Picture';
import { takeInBrowser, takeInWechat } from './takePhoto';
import { useSendingPhoto } from './useSendingPhoto';
import { usePhotoWords } from './words';

interface PhotoFieldProps {
  label: string;
  use: PhotoUse;
  /** The id of the photo once it has arrived, or its mark while it is kept; empty without one. */
  value: string;
  /** Without a network it is kept on the phone, and goes with what is kept of the form. */
  isKeepable?: boolean;
  onChange(id: string): void;
  /** Hears whether it is on its way: nothing is to be sent without it meanwhile. */
  onWay?(isOnItsWay: boolean): void;
  fault?: string | undefined;
}

/** A photo that goes with a form: taken or chosen, sent at once, shown, sent again where the network was gone. */
export function PhotoField({
  label,
  use,
  value,
  isKeepable = false,
  onChange,
  onWay,
  fault,
}: PhotoFieldProps) {
  const words = usePhotoWords();
  const plain = usePlainWords();
  const [closed, setClosed] = useState('');
  const { sending, take, retry, forget } = useSendingPhoto(use, onChange, isKeepable);
  const accountId = useSession(({ session }) => session?.account.id ?? '');
  const isOnItsWay = sending?.percent != null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: told when it changes, whoever hears it now
  useEffect(() => onWay?.(isOnItsWay), [isOnItsWay]);
  const wrong = sending?.fault || closed || fault;
  const { faultId, told } = useFaulty(wrong);
  const keptKey = markedKey(value);
  const drop = () => {
    if (keptKey) void dropPhoto(accountId, keptKey).catch(() => undefined);
    onChange('');
  };
  const taken = (photo: Taken) => {
    setClosed('');
    // Until the new one has arrived there is none.
    drop();
    take(photo);
  };
  const remove = () => {
    forget();
    drop();
  };
  return (
    <Field label={label} fault={wrong} faultId={faultId}>
      {sending ? (
        <Picture path={sending.photo.path} label={label} isSmall />
      ) : (
        value && <Photo id={value} label={label} />
      )}
      <View className="help" {...spoken({ role: 'status' })}>
        {isOnItsWay ? words.sending(sending.percent ?? 0) : value && (keptKey ? words.kept : words.sent)}
      </View>
      {sending?.fault && <Button kind="tint" icon="refresh" label={plain.retry} onTap={retry} />}
      {!isOnItsWay && (
        <Choose
          label={value || sending ? words.again : words.take}
          told={told}
          onTaken={taken}
          onClosed={() => setClosed(words.noPhoto)}
        />
      )}
      {(value || sending) && <Link label={words.remove} onTap={remove} />}
    </Field>
  );
}

interface ChooseProps {
  label: string;
  /** In a browser: what is wrong, and where that is said. */
  told: object;
  onTaken(photo: Taken): void;
  /** Camera and album are closed to the program. */
  onClosed(): void;
}

function Choose({ label, told, onTaken, onClosed }: ChooseProps) {
  if (!isBrowser) {
    const ask = async () => {
      const photo = await takeInWechat().catch(onClosed);
      if (photo) onTaken(photo);
    };
    return <Button kind="plain" label={label} onTap={() => void ask()} />;
  }
  const choose = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (file) onTaken(await takeInBrowser(file));
    // The same one may be chosen again.
    input.value = '';
  };
  return (
    <label className="tap button plain file">
      {label}
      <input
        className="file-input"
        type="file"
        accept="image/jpeg,image/png,image/webp"
        {...told}
        onChange={(e) => void choose(e.target)}
      />
    </label>
  );
}
