// Prints the seconds that adaptivecards-templating needs for COUNT expansions of each pair, one reused and warmed Template each.
// usage: node time-expansion.mjs COUNT TEMPLATE DATA [TEMPLATE DATA …]
import { readFileSync } from 'node:fs';
import { Template } from 'adaptivecards-templating';

const [count, ...files] = process.argv.slice(2);
const read = path => JSON.parse(readFileSync(path, 'utf8'));
const pairs = [];
for (let i = 0; i < files.length; i += 2) {
  pairs.push([new Template(read(files[i])), read(files[i + 1])]);
}

function expand(times) {
  for (const [template, data] of pairs) {
    for (let i = 0; i < times; i++) {
      template.expand({ $root: data });
    }
  }
}

expand(200);
const start = performance.now();
expand(Number(count));
console.log((performance.now() - start) / 1000);
