import type { ReturnView } from '@shared/returns/view';
import { inBeijing } from '@shared/time';
import { View } from '@tarojs/components';
import { useActing } from '@/client/acting';
import { now } from '@/client/clock';
import { open } from '@/client/navigate';
import { useOutbox } from '@/client/outbox';
import { pages } from '@/client/pages';
import { useCommunities, useMe, useObservations, useReturns } from '@/client/queries';
import { useOpenFevers } from '@/client/queries/temperatures';
import { useSettings } from '@/client/settings';
import { useEntry } from '@/client/useEntry';
import { Identity } from '@/entry/Identity';
import { Async, Call, Card, dial, Heading, Line, Menu, Page, RoundCall } from '@/parts';
import { useDateText, usePlainWords } from '@/words';
import { type Community, FeverCare, needsFeverCare } from '../FeverCare';
import { useOwedNow } from '../owed';
import { useResidentWords } from '../words';
import { Errands } from './Errands';
import { isDeclaration, Now, WithoutNetwork } from './Now';
import { OpenFever } from './OpenFever';
import { Temperatures } from './Temperatures';

/** What is going on in the household, the one thing to do next, and a human within reach. */
export default function Home() {
  useEntry();
  const words = useResidentWords();
  const plain = usePlainWords();
  const { elder } = useSettings();
  const acting = useActing();
  const me = useMe();
  const returns = useReturns();
  const observations = useObservations();
  const [newest] = returns.data?.items ?? [];
  const latest = returns.data?.items.filter(({ partyId }) => partyId === newest?.partyId).reverse() ?? [];
  const community = me.data?.community;
  const door = me.data?.household?.door ?? newest?.door ?? '';
  const owed = useOwedNow();
  const fevers = useOpenFevers().data ?? [];
  // One thing first: what is owed now, else a fever.
  const isFirstTaken = owed.isOpen && owed.owed.length > 0;
  return (
    <Page
      isHome
      title={elder ? words.elderHome : [words.home, community?.name].filter(Boolean).join(' · ')}
      foot={elder && community && <Call label={plain.callCommunity} phone={community.duty.phone} />}
    >
      <Greeting door={acting ? '' : door} />
      <Unsent />
      {fevers.map((request, i) => (
        <OpenFever key={request.id} request={request} at={owed.at} isFirst={i === 0 && !isFirstTaken} />
      ))}
      <Temperatures owed={owed} />
      <Async query={returns}>
        {fevers.length === 0 && needsFeverCare(latest, now()) && <FeverCare community={community} />}
        <Now
          isFirst={!isFirstTaken && !fevers.length}
          latest={latest}
          observations={observations.data?.items ?? []}
          household={me.data?.household ?? null}
        />
      </Async>
      {returns.error && !returns.data && <WithoutNetwork isFirst={!isFirstTaken && !fevers.length} />}
      {me.data?.household && <Errands household={me.data.household} />}
      {!elder && community && <People community={community} latest={latest} />}
      {me.data && !community && <Communities />}
      {me.data?.household && (
        <Menu entries={[{ page: pages.mine, icon: 'person', label: acting ? words.theirs : words.mine }]} />
      )}
      <Identity />
    </Page>
  );
}

function Greeting({ door }: { door: string }) {
  const words = useResidentWords();
  const dateText = useDateText();
  const { comma } = usePlainWords();
  const { elder } = useSettings();
  const at = now();
  return (
    <>
      <Heading look="head">
        {elder ? dateText(at) : [words.greeting[partOfDay(at)], door].filter(Boolean).join(comma)}
      </Heading>
      <View className="under">{elder ? door : dateText(at)}</View>
    </>
  );
}

function partOfDay(at: Date): 'night' | 'morning' | 'noon' | 'afternoon' | 'evening' {
  const hour = inBeijing(at).hour();
  if (hour < 5) return 'night';
  if (hour < 11) return 'morning';
  if (hour < 13) return 'noon';
  return hour < 18 ? 'afternoon' : 'evening';
}

/** A declaration that waits on this phone: nobody should fill it in again. */
function Unsent() {
  const words = useResidentWords();
  const isUnsent = useOutbox(({ entries }) => entries.some(isDeclaration));
  if (!isUnsent) return null;
  return (
    <Card kind="waiting">
      <Heading look="title">{words.unsentHead}</Heading>
      <View className="under">{words.unsent}</View>
    </Card>
  );
}

/** Humans to call, always in the same place. */
function People({ community, latest }: { community: Community; latest: ReturnView[] }) {
  const words = useResidentWords();
  const worker = latest[0]?.responsible;
  return (
    <Card>
      {worker && <Human as={words.yourWorker} {...worker} />}
      {community.health && <Human as={words.healthStation} {...community.health} />}
      <Human as={words.onDuty} {...community.duty} />
    </Card>
  );
}

/** For somebody who belongs to no community yet: the telephones of those that are here. */
function Communities() {
  const words = useResidentWords();
  const communities = useCommunities();
  return (
    <Card>
      {communities.data?.items.slice(0, 5).map(({ id, name, duty }) => (
        <Human key={id} as={name} {...duty} />
      ))}
      <Line label={words.liveHere} onTap={() => open(pages.bind)} />
    </Card>
  );
}

function Human({ as, name, phone }: { as: string; name: string; phone: string }) {
  const words = useResidentWords();
  return (
    <Line
      label={
        <>
          <View className="title">{as}</View>
          <View className="help">{name}</View>
        </>
      }
      value={<RoundCall label={`${words.call} ${as}`} onTap={() => dial(phone)} />}
    />
  );
}
