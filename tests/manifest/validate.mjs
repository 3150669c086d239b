// Microsoft's own package judges the app package: node validate.mjs FILE.zip (made by `manifest build`).
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { inflateRawSync } from 'node:zlib';

const require = createRequire(import.meta.url);
const { AppManifestUtils, TeamsManifestConverter } = require('@microsoft/app-manifest');
const Ajv = require('ajv-draft-04');
const addFormats = require('ajv-formats').default;

const problems = [];
const entries = readZip(fs.readFileSync(process.argv[2]));
const names = Object.keys(entries).sort();
check(names.join() === 'color.png,manifest.json,outline.png', `entries at the root: ${names}`);

const text = entries['manifest.json'].toString('utf8');
const manifest = JSON.parse(text);
check(!text.includes('{{'), 'a placeholder is left');

const schemaFile = require.resolve('@microsoft/app-manifest/package.json').replace('package.json', `build/json-schemas/teams/v${manifest.manifestVersion}/MicrosoftTeams.schema.json`);
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
const bySchema = ajv.compile(JSON.parse(fs.readFileSync(schemaFile, 'utf8')));
check(bySchema(manifest), `schema ${manifest.manifestVersion}: ${JSON.stringify(bySchema.errors)}`);
const byPackage = await AppManifestUtils.validateAgainstSchema(manifest);
check(byPackage.length === 0, `validateAgainstSchema: ${byPackage}`);
TeamsManifestConverter.jsonToManifest(text);

// The judge can tell a bad one: otherwise its silence says nothing.
for (const bad of [{ ...manifest, id: 'no-guid' }, { ...manifest, surplus: 1 }, { ...manifest, name: { short: 'x'.repeat(31), full: 'x' } }]) {
  check(!bySchema(bad), 'the schema let a bad manifest pass');
}

const urls = [manifest.developer.websiteUrl, manifest.developer.privacyUrl, manifest.developer.termsOfUseUrl];
check(urls.every((url) => new URL(url).protocol === 'https:'), `https only: ${urls}`);
checkPng('color.png', 192);
checkPng('outline.png', 32);

if (problems.length > 0) {
  problems.forEach((problem) => console.error(problem));
  process.exit(1);
}
console.log(`manifest ${manifest.manifestVersion} valid, ${manifest.bots[0].commandLists[0].commands.length} commands`);

function check(good, problem) {
  if (!good) problems.push(problem);
}

function checkPng(name, size) {
  const png = entries[name];
  check(png.readUInt32BE(16) === size && png.readUInt32BE(20) === size, `${name} is not ${size} x ${size}`);
  check(png[25] === 6, `${name} has no alpha channel`);
}

/** The entries of a ZIP, by its central directory. */
function readZip(bytes) {
  let end = bytes.length - 22;
  while (bytes.readUInt32LE(end) !== 0x06054b50) end--;
  const found = {};
  let at = bytes.readUInt32LE(end + 16);
  for (let i = bytes.readUInt16LE(end + 10); i > 0; i--) {
    const [method, size, nameLength, extra, comment, offset] = [
      bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28),
      bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32), bytes.readUInt32LE(at + 42)];
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
    const data = bytes.subarray(start, start + size);
    found[name] = method === 0 ? data : inflateRawSync(data);
    at += 46 + nameLength + extra + comment;
  }
  return found;
}
