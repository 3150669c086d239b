// node templating.mjs FILE: for each line {"template":…,"data":…} of FILE prints {"value":…}, {"undefined":true} or {"throws":"…"}.
import fs from 'node:fs';
import { expand } from './engine.mjs';

const [file] = process.argv.slice(2);
if (!file) {
  console.error('usage: node templating.mjs FILE');
  process.exit(2);
}
const lines = fs.readFileSync(file, 'utf8').split('\n').filter((line) => line.length > 0);
fs.writeSync(1, lines.map((line) => {
  const { template, data } = JSON.parse(line);
  return JSON.stringify(expand(template, data));
}).join('\n') + '\n');
