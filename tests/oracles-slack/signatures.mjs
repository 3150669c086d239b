// Slack's own check (isValidSlackRequest of @slack/bolt, called as its HTTP receiver calls it) on the signed requests that ours is tested with:
//   node signatures.mjs ../ChatBot.Tests/Channels/Slack/signatures.json
// Exits 1 when the two differ in a request that does not name its reason under "stricter", or when ours would take what Slack's refuses.
import fs from 'node:fs';
import { createRequire } from 'node:module';

const { isValidSlackRequest } = createRequire(import.meta.url)('@slack/bolt');
const { secret, requests } = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
let wrong = 0;
for (const request of requests) {
  // The receiver keeps the body as bytes and turns them into text, and the timestamp into a number.
  const body = (request.bodyBase64 === undefined ? Buffer.from(request.body) : Buffer.from(request.bodyBase64, 'base64')).toString();
  const theirs = request.timestamp !== null && request.signature !== null && isValidSlackRequest({
    signingSecret: secret,
    body,
    headers: { 'x-slack-signature': request.signature, 'x-slack-request-timestamp': Number(request.timestamp) },
    nowMilliseconds: request.now * 1000,
  });
  const agrees = request.stricter === undefined ? theirs === request.valid : theirs && !request.valid;
  if (!agrees) {
    wrong++;
    console.log(`${request.name}: ours ${request.valid}, Slack's ${theirs}`);
  }
}
console.log(`${requests.length} requests, ${wrong} judged otherwise`);
process.exit(wrong === 0 ? 0 : 1);
