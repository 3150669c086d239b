// The Slack app manifest against Slack's published schema (slackapi/manifest-schema, 2.0.0, MIT; slack-manifest.schema.json):
//   node manifest.mjs ../../manifest/slack/manifest.json
import fs from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const Ajv = require('ajv');
const schema = JSON.parse(fs.readFileSync(new URL('slack-manifest.schema.json', import.meta.url), 'utf8'));
const manifest = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
// Formats such as "uri" come without their checkers; everything else is checked.
const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(schema);
const holds = validate(manifest);
for (const error of validate.errors ?? []) {
  console.log(`${error.instancePath} ${error.message}`);
}
console.log(holds ? 'the manifest is as Slack wants it' : 'the manifest is not as Slack wants it');
process.exit(holds ? 0 : 1);
