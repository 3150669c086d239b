// node blocks-schema.mjs FILE…: validates Block Kit against the JSON schema made from Slack's own type declarations (@slack/types).
// A file holds a message ({"blocks":[…]}), a view ({"type":"modal",…}), or a list of these. Exit 1 if any is wrong.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { createGenerator } from 'ts-json-schema-generator';

const here = path.dirname(fileURLToPath(import.meta.url));
const Ajv = createRequire(import.meta.url)('ajv');
const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('usage: node blocks-schema.mjs FILE…');
  process.exit(2);
}

// The types let a view hold any object as a block, so blocks are checked by themselves, each against the type that it names:
// a block that matches none of twenty alternatives says nothing useful.
const blockTypes = {
  actions: 'ActionsBlock', context: 'ContextBlock', divider: 'DividerBlock', header: 'HeaderBlock', image: 'ImageBlock',
  input: 'InputBlock', rich_text: 'RichTextBlock', section: 'SectionBlock', table: 'TableBlock',
};
const viewTypes = { modal: 'ModalView', home: 'HomeView' };
const generator = createGenerator({
  path: path.join(here, 'node_modules/@slack/types/dist/index.d.ts'),
  type: '*',
  skipTypeCheck: true,
  additionalProperties: false,
  expose: 'export',
  jsDoc: 'none',
});
const ajv = new Ajv({ allErrors: false, strict: false });
const validators = Object.fromEntries(
  Object.entries({ ...blockTypes, ...viewTypes }).map(([type, name]) => [type, ajv.compile(generator.createSchema(name))]),
);

function check(type, node, at, found) {
  const validate = validators[type];
  if (!validate) {
    found.push(`${at}: unknown type ${type}`);
  } else if (!validate(node)) {
    const deepest = validate.errors.reduce((a, b) => (b.instancePath.length > a.instancePath.length ? b : a));
    found.push(`${at} ${type}${deepest.instancePath} ${deepest.message} ${JSON.stringify(deepest.params)}`);
  }
}

let wrong = 0;
let checked = 0;
for (const file of files) {
  const read = JSON.parse(fs.readFileSync(file, 'utf8'));
  const found = [];
  for (const [i, holder] of (Array.isArray(read) ? read : [read]).entries()) {
    if (holder.type) check(holder.type, holder, `[${i}]`, found);
    else if (typeof holder.text !== 'string') found.push(`[${i}]: no text beside the blocks`);
    for (const [b, block] of holder.blocks.entries()) check(block.type, block, `[${i}].blocks[${b}]`, found);
    checked++;
  }
  wrong += found.length > 0 ? 1 : 0;
  console.log(found.length === 0 ? `${file}: valid` : `${file}: ${found.slice(0, 10).join('; ')}`);
}
console.log(`${checked} checked`);
process.exit(wrong > 0 ? 1 : 0);
