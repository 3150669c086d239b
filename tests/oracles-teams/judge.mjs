// Microsoft's own (retired) Bot Framework package judges the tokens that the tests judge:
//   node judge.mjs ../../artifacts/teams-tokens.json     (the file is written by `dotnet test --filter TokenTests`)
// Exits 1 when the verdicts differ in a token that is not named below with its reason.
import fs from 'node:fs';
import http from 'node:http';
import { createRequire } from 'node:module';

const { ChannelValidation, JwtTokenValidation, SimpleCredentialProvider } = createRequire(import.meta.url)('botframework-connector');
const { appId, activity, keys, tokens, madeAt } = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));

const differences = {
  'no end': 'a token without an end would be good for ever; the official package takes it',
  'service address in other case': 'hosts have no case; the official package compares exactly',
  'service address without slash': 'the same address; the official package compares exactly',
  'type is not JWT': 'the official package does not look at the type',
  'critical header nobody knows': 'RFC 7515 says to refuse it; the official package does not look',
  'end before beginning': 'the official package looks at each alone',
  'key without endorsements': 'such a key may speak for no channel; the official package takes it for every one',
  '17 KB': 'larger than any real token; the official package has no limit of its own',
  'more than any header may have': 'the same',
};

const server = http.createServer((request, response) => {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(request.url.includes('keys') ? { keys } : {
    issuer: 'https://api.botframework.com', jwks_uri: `${address}/keys`, id_token_signing_alg_values_supported: ['RS256'],
  }));
}).listen(0, '127.0.0.1');
await new Promise((done) => server.once('listening', done));
const address = `http://127.0.0.1:${server.address().port}`;
ChannelValidation.OpenIdMetadataEndpoint = `${address}/openid`;

// The tokens are judged at the moment they were made, and the package's own chatter is left out.
Date.now = () => madeAt;
const report = console.error;
console.error = () => {};

const credentials = new SimpleCredentialProvider(appId, 'unused');
let judged = 0;
const wrong = [];
const used = new Set();
for (const { name, token, accepted } of tokens) {
  const verdict = await JwtTokenValidation.authenticateRequest(activity, `Bearer ${token}`, credentials, '').then((claims) => claims.isAuthenticated, () => false);
  judged++;
  if (verdict !== accepted) {
    used.add(name);
    if (!(name in differences)) wrong.push(`${name}: ours ${accepted ? 'accepts' : 'refuses'}, theirs ${verdict ? 'accepts' : 'refuses'}`);
  }
}
server.close();
wrong.forEach((line) => report(line));
console.log(`${judged} tokens judged, ${judged - used.size} alike, ${used.size - wrong.length} known differences, ${wrong.length} unknown`);
process.exit(wrong.length === 0 ? 0 : 1);
