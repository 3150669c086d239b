// Slack's own client (@slack/web-api) against our fake Slack, so that what our client is tested with answers as Slack's client expects:
//   node web-api.mjs http://127.0.0.1:PORT/api/
// Prints one JSON line per call; exits 1 when an answer is not the expected one.
import { createRequire } from 'node:module';

const { WebClient, LogLevel } = createRequire(import.meta.url)('@slack/web-api');
const client = new WebClient('xoxb-1-test', { slackApiUrl: process.argv[2], logLevel: LogLevel.ERROR, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true });
const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: 'hi' } }];
const modal = { type: 'modal', title: { type: 'plain_text', text: 't' }, blocks };
let wrong = 0;

async function call(name, expected, run) {
  let told;
  let answer;
  try {
    answer = await run();
    told = 'ok';
  } catch (error) {
    told = error.data?.error ?? error.code ?? error.message;
  }
  const agrees = told === expected;
  wrong += agrees ? 0 : 1;
  console.log(JSON.stringify({ name, told, agrees }));
  return answer;
}

await call('auth.test', 'ok', () => client.auth.test());
await call('users.info', 'ok', () => client.users.info({ user: 'U0ALICE' }));
await call('users.info of nobody', 'user_not_found', () => client.users.info({ user: 'X1' }));
await call('users.lookupByEmail of nobody', 'users_not_found', () => client.users.lookupByEmail({ email: 'nobody@example.com' }));
const chat = await call('conversations.open', 'ok', () => client.conversations.open({ users: 'U0ALICE' }));
const posted = await call('chat.postMessage', 'ok', () => client.chat.postMessage({ channel: chat.channel.id, text: 'hi', blocks }));
await call('chat.postMessage to nowhere', 'channel_not_found', () => client.chat.postMessage({ channel: 'x', text: 'hi' }));
await call('chat.update', 'ok', () => client.chat.update({ channel: chat.channel.id, ts: posted.ts, text: 'hi again', blocks }));
await call('chat.postEphemeral', 'ok', () => client.chat.postEphemeral({ channel: 'C0GENERAL', user: 'U0ALICE', text: 'only you' }));
const opened = await call('views.open', 'ok', () => client.views.open({ trigger_id: '1.2.abc', view: modal }));
await call('views.open with a used trigger', 'exchanged_trigger_id', () => client.views.open({ trigger_id: '1.2.abc', view: modal }));
await call('views.open with an old trigger', 'expired_trigger_id', () => client.views.open({ trigger_id: 'old.2.abc', view: modal }));
await call('views.update', 'ok', () => client.views.update({ view_id: opened.view.id, view: modal }));
await call('views.publish', 'ok', () => client.views.publish({ user_id: 'U0ALICE', view: { type: 'home', blocks } }));
process.exit(wrong === 0 ? 0 : 1);
