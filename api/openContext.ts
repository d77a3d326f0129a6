import type { Connection } from 'mongoose';
import { authenticate, createMembershipCache, refuseRealCommunity } from './accounts';
import type { Context } from './context';
import {
  accountJoined,
  describeMemberships,
  gridsBelow,
  liveKeys,
  openWork,
  reachOf,
  rekeyWork,
  responsibleAccounts,
} from './hooks';
import { followCase, hasDied } from './observation';
import { createBlindIndex } from './platform/blindIndex';
import { watchChanges } from './platform/changes';
import { createClock } from './platform/clock';
import type { Config } from './platform/config';
import { refuseOtherData } from './platform/dataVersion';
import { createLimits } from './platform/limits';
import { createLog } from './platform/log';
import { createMessagePort } from './platform/messagePort';
import { createMetrics } from './platform/metrics/metrics';
import { connect, ensureIndexes } from './platform/mongo';
import { createSealKeys } from './platform/sealing';
import { createWechat } from './platform/wechat';
import { createWechatMessages } from './platform/wechatMessages';
import { carrierLeft, destroyOf, moveHome, openRequestKey, serviceEnds } from './requests';
import { describePerson, endWithObservation, hasOpenWork, inViewOf, joinParties, rehouse } from './returns';
import { closedHealth } from './roster';

/** Builds what every room is given, from the configuration. The demo makes its indexes; production has a script for it. */
export async function openContext(config: Config): Promise<Context> {
  const connection = await connect(config);
  await prepare(connection, config);
  const log = createLog(config.logLevel);
  const changes = watchChanges(connection, log);
  const memberships = createMembershipCache(changes);
  const wechat = createWechat(config.wechat);
  const context: Context = {
    config,
    connection,
    changes,
    log,
    metrics: createMetrics(changes),
    clock: await createClock(connection, config.startAt),
    seals: createSealKeys(connection, config.keys.master, changes),
    blind: createBlindIndex(config.keys.blind),
    limits: createLimits(connection),
    wechat,
    messages: createMessagePort(config),
    wechatMessages: createWechatMessages(config, wechat),
    hooks: {
      authenticate: (token) => authenticate(context, memberships, token),
      describeMemberships: (of) => describeMemberships(context, of),
      joinParties: (joining, session) => joinParties(context, joining, session),
      openWork: (communityId) => openWork(context, communityId),
      accountJoined: (from, to, session) => accountJoined(context, from, to, session),
      observationEnded: (ended, session) => endWithObservation(context, ended, session),
      requestStepped: (step, session) => followCase(context, step, session),
      openRequestKey: (...of) => openRequestKey(context, ...of),
      liveKeys: (who) => liveKeys(context, who),
      rekeyWork: (doors) => rekeyWork(context, doors),
      closedHealth: (...of) => closedHealth(context, ...of),
      reachOf: (...of) => reachOf(context, ...of),
      serviceEnds: (...of) => serviceEnds(context, ...of),
      gridsBelow: (...of) => gridsBelow(context, ...of),
      inViewOf: (...of) => inViewOf(context, ...of),
      hasDied: (...of) => hasDied(context, ...of),
      describePerson: (...of) => describePerson(context, ...of),
      responsibleAccounts: (...of) => responsibleAccounts(context, ...of),
      hasOpenWork: (...of) => hasOpenWork(context, ...of),
      rehouse: (...of) => rehouse(context, ...of),
      moveHome: (...of) => moveHome(context, ...of),
      membershipEnded: (...of) => carrierLeft(context, ...of),
      personForgotten: (...of) => destroyOf(context, ...of),
    },
  };
  return context;
}

async function prepare(connection: Connection, { mode }: Config): Promise<void> {
  try {
    if (mode === 'demo') await refuseRealCommunity({ connection });
    await refuseOtherData({ connection });
    if (mode === 'demo') await ensureIndexes({ connection });
  } catch (error) {
    await connection.close();
    throw error;
  }
}

export async function closeContext(context: Context): Promise<void> {
  await context.changes.close();
  await context.connection.close();
}
