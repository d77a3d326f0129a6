import { Input, Picker, Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { type ReactNode, useState } from 'react';
import { isBrowser } from '@/client/send';
import { changeSettings, useSettings } from '@/client/settings';
import { usePlainWords } from '@/words';

/** Name and role for a screen reader: mini-programs and browsers want different attributes. */
const spoken = (role: string, label: string): object =>
  isBrowser ? { role, 'aria-label': label, tabIndex: 0 } : { ariaRole: role, ariaLabel: label };

/** The root of every page: tokens, elder size, and the two switches that are always in the same place. */
export function Page({ title, children }: { title: string; children: ReactNode }) {
  const { elder, language } = useSettings();
  const words = usePlainWords();
  return (
    <View className={elder ? 'page elder' : 'page'}>
      <View className="bar">
        <Text>{title}</Text>
        <View className="row">
          <Link label={elder ? words.normal : words.elder} onTap={() => changeSettings({ elder: !elder })} />
          <Link
            label={language === 'zh' ? 'EN' : '中文'}
            onTap={() => changeSettings({ language: language === 'zh' ? 'en' : 'zh' })}
          />
        </View>
      </View>
      {children}
    </View>
  );
}

export const Card = ({ kind = '', children }: { kind?: string; children: ReactNode }) => (
  <View className={`card ${kind}`}>{children}</View>
);

export function Button({
  label,
  onTap,
  kind = '',
  off = false,
}: {
  label: string;
  onTap(): void;
  kind?: 'tint' | 'plain' | 'danger' | '';
  off?: boolean;
}) {
  return (
    <View
      className={`button ${off ? 'off' : kind}`}
      hoverClass="pressed"
      {...spoken('button', label)}
      onClick={() => !off && onTap()}
    >
      {label}
    </View>
  );
}

export const Link = ({ label, onTap }: { label: string; onTap(): void }) => (
  <View className="link" {...spoken('button', label)} onClick={onTap}>
    {label}
  </View>
);

export function Call({
  label,
  phone,
  kind = 'tint',
}: {
  label: string;
  phone: string;
  kind?: 'tint' | 'danger';
}) {
  const dial = () =>
    isBrowser ? window.location.assign(`tel:${phone}`) : void Taro.makePhoneCall({ phoneNumber: phone });
  return <Button kind={kind} label={`☎ ${label}`} onTap={dial} />;
}

export const Chip = ({ kind = '', label }: { kind?: 'bad' | 'warn' | 'ok' | ''; label: string }) => (
  <Text className={`chip ${kind}`}>{label}</Text>
);

function Field({ label, fault, children }: { label: string; fault?: string; children: ReactNode }) {
  return (
    <View className="field">
      <View className="label">{label}</View>
      {children}
      {fault && <View className="fault">△ {fault}</View>}
    </View>
  );
}

interface Valued {
  label: string;
  value: string;
  onChange(value: string): void;
  fault?: string;
}

/** Uncontrolled: a controlled input jumps its caret on some phones. */
export function TextField({
  label,
  value,
  onChange,
  fault,
  type = 'text',
}: Valued & { type?: 'text' | 'number' | 'idcard' | 'digit' }) {
  const [first] = useState(value);
  return (
    <Field label={label} fault={fault}>
      {isBrowser ? (
        <input
          className="input"
          aria-label={label}
          defaultValue={first}
          inputMode={type === 'number' ? 'tel' : type === 'digit' ? 'decimal' : 'text'}
          onChange={(e) => onChange(e.target.value)}
        />
      ) : (
        <Input className="input" type={type} value={first} onInput={(e) => onChange(e.detail.value)} />
      )}
    </Field>
  );
}

export interface Option {
  value: string;
  label: string;
}

/** The platform's own list: the browser's, or the wheel of the phone. */
export function Select({
  label,
  value,
  onChange,
  fault,
  options,
  empty,
}: Valued & { options: Option[]; empty: string }) {
  return (
    <Field label={label} fault={fault}>
      {isBrowser ? (
        <select className="input" aria-label={label} value={value} onChange={(e) => onChange(e.target.value)}>
          <option value="">{empty}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : (
        <Picker
          key={options.length}
          mode="selector"
          range={options.map((o) => o.label)}
          onChange={(e) => onChange(options[Number(e.detail.value)]?.value ?? '')}
        >
          <View className="input">{options.find((o) => o.value === value)?.label ?? empty}</View>
        </Picker>
      )}
    </Field>
  );
}

/** A Beijing day and time as `YYYY-MM-DDTHH:mm`. */
export function TimeField({ label, value, onChange, fault }: Valued) {
  const [day = '', time = ''] = value.split('T');
  return (
    <Field label={label} fault={fault}>
      {isBrowser ? (
        <input
          className="input"
          aria-label={label}
          type="datetime-local"
          defaultValue={value}
          onChange={(e) => onChange(e.target.value)}
        />
      ) : (
        <View className="row">
          <Picker mode="date" value={day} onChange={(e) => onChange(`${e.detail.value}T${time}`)}>
            <View className="input">{day || '—'}</View>
          </Picker>
          <Picker mode="time" value={time} onChange={(e) => onChange(`${day}T${e.detail.value}`)}>
            <View className="input">{time || '—'}</View>
          </Picker>
        </View>
      )}
    </Field>
  );
}

/** A few choices as large cells; nothing is chosen at first. */
export function Cells({
  label,
  value,
  onChange,
  fault,
  options,
}: Omit<Valued, 'value'> & { value: string | string[]; options: Option[] }) {
  const isOn = (option: Option) =>
    Array.isArray(value) ? value.includes(option.value) : value === option.value;
  return (
    <Field label={label} fault={fault}>
      <View className="cells">
        {options.map((option) => (
          <View
            key={option.value}
            className={isOn(option) ? 'cell on' : 'cell'}
            hoverClass="pressed"
            {...spoken('button', option.label)}
            onClick={() => onChange(option.value)}
          >
            {isOn(option) ? `✓ ${option.label}` : option.label}
          </View>
        ))}
      </View>
    </Field>
  );
}

interface Asked {
  isPending: boolean;
  error: unknown;
  refetch(): unknown;
}

/** Loading, failed and empty look different; with something to show, that is shown. */
export function Async({
  query,
  empty,
  children,
}: {
  query: Asked & { data?: unknown };
  empty?: string | false;
  children: ReactNode;
}) {
  const words = usePlainWords();
  if (query.data === undefined && query.isPending) return <Card>{words.loading}</Card>;
  if (query.data === undefined && query.error) {
    return (
      <Card>
        <View>△ {words.failed}</View>
        <Button kind="tint" label={words.retry} onTap={() => void query.refetch()} />
      </Card>
    );
  }
  if (empty) return <Card>✓ {empty}</Card>;
  return <>{children}</>;
}
