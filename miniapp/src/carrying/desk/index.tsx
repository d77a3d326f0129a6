import { View } from '@tarojs/components';
import { focusIn } from '@/client/focus';
import { useEntry } from '@/client/useEntry';
import { Button, Card, Cells, Chip, Heading, Link, Page, TextField } from '@/parts';
import { useFieldWords } from '@/words/faults';
import { useWatermark } from '@/worklist/useWatermark';
import { staffChannels } from '../order/form';
import { useStaffOrderWords } from '../order/words';
import { DoorField } from './DoorField';
import { EnteredRow, RowChip } from './EnteredRow';
import { type DeskState, useDesk } from './useDesk';
import { Wanted } from './Wanted';
import { useDeskWords } from './words';

/** Orders by telephone, at the gate and on paper, door after door by the keyboard alone (domain, section 5). */
export default function DeskPage() {
  const isReady = useEntry();
  const words = useDeskWords();
  const watermark = useWatermark();
  if (isReady) return <Desk watermark={watermark} />;
  return (
    <Page isWide title={words.title} watermark={watermark}>
      {null}
    </Page>
  );
}

function Desk({ watermark }: { watermark: string }) {
  const words = useDeskWords();
  const desk = useDesk();
  return (
    <Page
      isWide
      title={words.title}
      watermark={watermark}
      foot={<Button label={words.next} onTap={desk.enter} />}
    >
      <View className="columns">
        <View className="column first">
          <Sitting {...desk} />
          <Entry key={desk.written.order.key} {...desk} />
        </View>
        <View className="column">
          <Entered {...desk} />
        </View>
      </View>
    </Page>
  );
}

/** How one is told: the same for a whole pile. */
function Sitting({ written, order, faults }: DeskState) {
  const words = useDeskWords();
  const { channels } = useStaffOrderWords();
  return (
    <Card>
      <Cells
        label={words.how}
        value={written.order.channel}
        onChange={(channel) => order({ channel: channel as (typeof staffChannels)[number] })}
        fault={faults.some(({ path }) => path === 'channel') ? words.choose : undefined}
        options={staffChannels.map((value) => ({ value, label: channels[value] }))}
      />
      <View className="help">{words.help}</View>
    </Card>
  );
}

/** One door of it. */
function Entry(desk: DeskState) {
  const words = useDeskWords();
  const { written, order, faults, rows } = desk;
  // On a phone the others are out of sight.
  const [last] = rows;
  const fieldWords = useFieldWords();
  const { channel, caller } = written.order;
  const wrong = faults.find(({ path }) => path === 'caller');
  return (
    <Card>
      {last && (
        <View className="row between spaced">
          <View className="help">{words.last(last.order.door || last.door)}</View>
          <RowChip row={last} />
        </View>
      )}
      <DoorField {...desk} />
      {channel === 'desk' && (
        <View className="desk-caller field">
          <TextField
            label={words.caller}
            value={caller}
            onChange={(next) => order({ caller: next })}
            onEnter={() => focusIn('desk-kind')}
            fault={wrong && fieldWords(wrong)}
          />
        </View>
      )}
      <Wanted {...desk} />
    </Card>
  );
}

/** What has become of those before, the newest first; what is to be mended is counted. */
function Entered(desk: DeskState) {
  const words = useDeskWords();
  const { rows, clear } = desk;
  const toMend = rows.filter(({ state }) => state === 'refused' || state === 'asked').length;
  return (
    <>
      <Heading>{words.entered(rows.length)}</Heading>
      {rows.length === 0 && <View className="under">{words.none}</View>}
      {toMend > 0 && <Chip kind="bad" label={words.toMend(toMend)} />}
      {rows.map((row) => (
        <EnteredRow key={row.order.key} row={row} {...desk} />
      ))}
      {rows.some(({ state }) => state === 'placed') && <Link label={words.clear} onTap={clear} />}
    </>
  );
}
