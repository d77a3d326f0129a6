import Taro from '@tarojs/taro';
import { isBrowser } from '@/client/send';
import { Button } from './basics';
import { Icon } from './Icon';
import { Tap } from './Tap';

/** Opens the telephone with a number; the person still presses the green button. */
export function dial(phone: string): void {
  if (isBrowser) window.location.assign(`tel:${phone}`);
  else void Taro.makePhoneCall({ phoneNumber: phone }).catch(() => undefined);
}

interface CallProps {
  label: string;
  phone: string;
  kind?: 'tint' | 'danger' | '';
}
export const Call = ({ label, phone, kind = 'tint' }: CallProps) => (
  <Button kind={kind} icon="call" label={label} onTap={() => dial(phone)} />
);

/** The round button beside a door or a name. */
export const RoundCall = ({ label, onTap }: { label: string; onTap(): void }) => (
  <Tap className="round" label={label} onTap={onTap}>
    <Icon name="call" />
  </Tap>
);
