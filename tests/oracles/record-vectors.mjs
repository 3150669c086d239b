// node record-vectors.mjs: asks Microsoft's engine for the answers to the cases below and writes them where `dotnet test`
// replays them without Node. A case whose name begins with "refused" is one that ours refuses on purpose.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expand } from './engine.mjs';

const out = path.join(path.dirname(fileURLToPath(import.meta.url)), '../ChatBot.Cards.Tests/Vectors');

const people = {
  name: 'Ada', n: 5, zero: 0, neg: -2, f: 1.5, tenth: 0.1, t: true, fa: false, nul: null, empty: '', five: '5',
  obj: { a: 1, b: { c: 'x' }, 'odd key': 'odd' }, same: { b: { c: 'x' }, a: 1, 'odd key': 'odd' },
  arr: [1, 2, 3], words: ['x', 'y', 'z'], none: [], mixed: [1, 'a', null, true], nested: [[1], [2, [3]]],
  rows: [{ id: 'p', n: 1, tags: ['x', 'y'] }, { id: 'q', n: 2, tags: [] }, { id: 'r', n: 3, tags: ['z'] }],
  big: 12345678901234567000, small: 1e-7, tiny: 5e-324, huge: 1.7976931348623157e308, long: 0.1234567890123456, million: 1234567.891,
  Case: 'first', case: 'second', when: 'w', text: 'Straße Ünïcode', spaced: ' \u00a0 a b\t\n', quoted: `a"b'c`, code: '${name}',
};

const groups = {
  paths: [], operators: [], functions: [], texts: [], scopes: [], whens: [], lists: [], numbers: [], errors: [], cards: [],
};
// Ours stops where the answer would be no JSON, where two runtimes may differ in the last digit, or where an expression would be shown to the reader.
const refused = new Set(['min(none)', 'max(none)', 'string(big)', 'rows[-1].id', 'rounded 1.7976931348623157e+308', "'open", "in text: 'open", 'in text: nosuch(n)', 'in text: n <> 1',
  "toUpper('straße')", 'toUpper(text)', "toUpper('a😀')", 'or(n / 0)', "concat(t, '')"]);
const add = (group, name, template, data = people) => groups[group].push({ name: refused.has(name) && !(group === 'functions' && name.startsWith('concat')) ? `refused ${name}` : name, template, data });
const whole = (group, expression) => add(group, expression, { v: '${' + expression + '}' });
const mixed = (group, expression) => add(group, `in text: ${expression}`, { v: `<\${${expression}}>` });

for (const path of ['name', 'NAME', 'Case', 'case', 'CASE', 'n', 't', 'fa', 'nul', 'empty', 'zero', 'obj', 'obj.a', 'obj.b.c', 'Obj.B.C', "obj['a']", 'obj["b"].c',
  "obj['odd key']", "$root['name']", '$root.name', '$data.name', '$ROOT.Name', 'arr', 'arr[0]', 'arr[2]', 'arr[zero]', 'arr[n - 3]', 'rows[1].id', 'rows[n - 4].tags',
  'rows[0].tags[1]', 'nested[1][1][0]', 'missing', 'missing.a', 'nul.a', 'name.a', 'n.a', 'obj.zz', 'obj.zz.y', 'arr.a', 'rows[0].zz', 'rows[9].id', 'rows[-1].id',
  '$index', '$data', "obj['zz']", 'when', 'obj.b', '( obj ).a', "missing['a']", 'nul[0]', "rows[0]['id']", 'mixed[2]', 'mixed[3]', 'none', 'code']) {
  whole('paths', path);
}
for (const path of ['name', 'n', 't', 'fa', 'empty', 'zero', 'f', 'arr', 'mixed', 'nested', 'none', 'obj', 'rows', 'missing', 'missing.a', 'nul.a', 'rows[9].id', 'obj.zz.y',
  '$index', 'code', 'big', 'small', 'tiny', 'huge', 'long', 'arr[0]', "obj['a']", 'nul', "obj['zz']"]) {
  mixed('paths', path);
}

const operands = ['n', 'f', 'name', 'five', 't', 'nul', 'missing', 'arr', "'A'", '2'];
for (const operator of ['+', '-', '*', '/', '%', '==', '!=', '<', '<=', '>', '>=', '&&', '||', '??']) {
  for (const a of operands) for (const b of operands) whole('operators', `${a} ${operator} ${b}`);
}
for (const expression of ['n ^ 2', '2 ^ 3 ^ 2', 'zero ^ 0', 'neg ^ 3', "n ^ 'a'", 't ^ 2', '!t', '!fa', '!nul', '!missing', '!zero', '!empty', '!!n', '-n', '-f', '-name', '+n', '+name', '-t', '- -n', '-n - -2',
  '1 + 2 * 3', '(1 + 2) * 3', '10 - 4 - 3', '2 * 3 % 4', '7 / 2 * 2', '7 / 2.5', '-7 / 2', '7 % 3', '-7 % 3', '7.5 % 2', 'n % 0', 'n / 0', 'zero / n', '1 == 1 == t', '1 < 2 == t', 'n > 3 && f < 2',
  'n > 3 || nul.x', 't && fa || t', 'fa && t || fa', 'nul ?? name', 'missing ?? name', "nul ?? nul ?? 'z'", "t ? 'y' : 'n'", "nul ? 1 : 2", "n > 3 ? 'big' : 'small'", "(n > 3 ? 'a' : 'b') + 'c'",
  'n>3&&t', 'n==5', "name=='Ada'", "'a' + 'b' + 1", "1 + 2 + 'x'", "'x' + 1 + 2", "'x' + f", "'x' + t", "name + nul", "obj == same", 'obj == obj', 'arr == [1,2,3]', 'arr == [1,2]', 'none == []', 'obj != same',
  "rows[0] == rows[1]", 'tenth + 0.2 == 0.3', 'tenth + 0.2', 'n == 5.0', "'b' > 'a'", "'a' > 'B'", "'é' > 'z'", 'nul == null', 'missing == null', 'missing == nul', 'empty == null', 'zero == null',
  'nul != null', 'fa == null', 'fa == missing', "if(missing == null, 'none', missing)", 'true && true', "!(n == 5)", 'n % 2 == 1', '((((n))))', '-(n + 1)', "'' + n", 'big + 1', 'n * 1.1', '3 * tenth', 'small / 10']) {
  whole('operators', expression);
}

const values = ['n', 'f', 'neg', 'zero', 'name', 'empty', 'five', 't', 'fa', 'nul', 'missing', 'arr', 'none', 'words', 'obj', 'mixed'];
for (const f of ['exists', 'empty', 'length', 'count', 'toUpper', 'toLower', 'trim', 'first', 'last', 'not', 'round', 'floor', 'ceiling', 'abs', 'min', 'max', 'sum', 'average', 'createArray']) {
  for (const v of values) whole('functions', `${f}(${v})`);
}
for (const v of ['n', 'f', 'neg', 'zero', 'name', 'empty', 't', 'nul', 'missing', 'big', 'long', 'million', '-1234.5', '0.5', '100', '1e3', '1000000']) whole('functions', `string(${v})`);
for (const expression of ["concat('a', 'b')", "concat(name, n, t)", "concat(nul, 'x')", "concat(missing, 'x')", 'concat(arr, words)', "toUpper(concat(name, n))", "toUpper(concat(nul, 'x'))", "toUpper(concat(missing, 'x'))",
  'count(concat(arr, words))', 'count(concat(nul, words))', 'concat(name)', "length(concat(name, f))", "join(arr, ', ')", "join(arr, ', ', ' and ')", "join(createArray(1,2), ', ', ' and ')", "join(none, ',')",
  "join(mixed, '-')", "join(mixed, '-', '+')", "join(words, '')", "join(nul, ',')", "join(name, ',')", "join(missing, ',')", "join(createArray(1,2,nul), ', ', ' and ')", "join(split('a,b,c', ','), ' ')", "split(name, 'd')",
  "split('a,,b', ',')", "split(nul, ',')", "contains(arr, 2)", "contains(arr, '2')", "contains(name, 'd')", "contains(name, 'D')", "contains(obj, 'A')", "contains(obj, 'zz')", "contains(nul, 'a')", "contains(missing, 'i')", "contains(n, 'a')",
  "contains(name, 1)", "contains(mixed, nul)", "contains(none, 1)", "contains(nested, createArray(1))", "startsWith(name, 'A')", "startsWith(name, 'a')", "startsWith(name, '')", "startsWith(nul, 'A')", "startsWith(missing, '$')",
  "endsWith(name, 'da')", "endsWith(n, '5')", "endsWith(empty, 'x')", "replace(name, 'd', 'bb')", "replace(name, '', 'x')", "replace(name, 'zz', 'x')", "replace(nul, 'a', 'b')", "replace('a.b.c', '.', '$&')", "substring(name, 1)",
  "substring(name, 0, 2)", "substring(name, 3)", "substring(name, 4)", "substring(name, 1, 9)", "substring(name, -1)", "substring(n, 1)", "substring(nul, 1)", "substring(name, 1.5)", "indexOf(name, 'a')", "indexOf(name, 'zz')", "indexOf(nul, 'a')",
  "if(t, 1, 2)", "if(fa, 1, 2)", "if(nul, 1, 2)", "if(missing, 1, 2)", "if(zero, 1, 2)", "if(empty, 1, 2)", "if(n > 3, name, missing)", "if(n < 3, name, missing)", "if(n < 3, name, nul)", "if(t, arr, obj)", "if(t, if(fa, 1, 2), 3)", "if(n < name, 1, 2)",
  "if(n / zero, 1, 2)", "if(exists(nul.x), nul.x, 'none')", 'and(t, t)', 'and(t, fa)', 'and(t, nul)', 'and(t)', 'and(n / 0, t)', 'or(fa, t)', 'or(fa, nul)', 'or(n / 0, t)', 'or(n / 0)', 'not(n / 0)', 'equals(n, 5)', 'equals(obj, same)', 'greater(n, 4)',
  "greater(name, 'A')", 'greaterOrEquals(n, 5)', 'less(n, 5)', 'lessOrEquals(n, 5)', 'less(nul, 5)', 'less(t, fa)', 'add(1, 2)', 'add(1, 2, 3)', "add('a', 1, 2)", 'add(n, nul)', 'add(missing, 1)', 'sub(5, 2)', 'sub(5, 2, 1)', "sub(n, five)", 'mul(2, 3)', 'mul(2, 3, 4)',
  'div(7, 2)', 'div(7.0, 2)', 'div(100, 5, 2)', 'div(1, 3.5)', 'div(5, 0)', 'mod(7, 2)', 'mod(7, 0)', 'mod(7.5, 2)', 'exp(2, 10)', 'exp(2, 3, 2)', 'round(2.5)', 'round(-2.5)', 'round(2.4)', 'round(1.005, 2)', 'round(2.345, 2)', 'round(1234.5678, 1)', 'round(n, 0)', 'round(f, -1)',
  'round(f, 16)', 'round(f, 1.5)', "round('2')", 'floor(-1.5)', 'ceiling(-1.5)', 'ceiling(0.2)', 'min(1, 2, 3)', 'min(3, arr)', 'max(1, 2.5)', 'max(arr, 9)', 'max(-1, neg)', 'min(1, nul)', "max(1, 'a')", 'sum(createArray(0.1, 0.2))', 'sum(createArray(1))', 'average(createArray(1, 2))',
  'formatNumber(1234.567, 2)', 'formatNumber(1234.567, 0)', 'formatNumber(0, 2)', 'formatNumber(-0.001, 2)', 'formatNumber(-5, 0)', 'formatNumber(999.999, 2)', 'formatNumber(1e3, 2)', 'formatNumber(n, 2)', 'formatNumber(million, 1)', "formatNumber(n, 2, 'en-US')", 'formatNumber(name, 2)',
  'formatNumber(n, name)', 'formatNumber(0.5, 0)', 'formatNumber(1.5, 0)', 'formatNumber(2.5, 0)', 'formatNumber(1.005, 2)', 'formatNumber(0.1, 15)', 'formatNumber(123456789012, 0)', 'coalesce(nul, name)', 'coalesce(nul, nul)', 'coalesce(nul)', "coalesce(missing, 'x')", 'coalesce(fa, t)', 'coalesce(zero, 1)',
  'first(rows).id', 'last(rows).n', 'first(rows).zz', 'first(none)', 'first(name)', 'last(name)', 'first(nested)[0]', 'first(none).a', '[1, 2]', '[]', "[name, n, nul]", '[1, 2][1]', 'createArray(name, arr)', 'count(createArray(1, nul))', "toUpper(name) + '!'", "length(name + n)",
  "toUpper('straße')", "toLower('ÀÉÎ')", "toUpper(text)", "trim(spaced)", "length(spaced)", "length('😀')", "toUpper('a😀')", "exists(missing.x.y)", "exists(rows[9].id)", "exists(rows[0].id)", "empty(rows)", "empty(rows[1].tags)", "count(rows)", "count(obj)", 'not(exists(nul))', 'string(t)', "string(concat('a', 1))",
  "exists(name) && name != ''", "max(1, 2) > min(1, 2)", "round(sum(arr) / 2.0, 1)", "if(count(rows) == 1, 'row', 'rows')", "string(n) + ' days'", "formatNumber(n, 1) + ' %'", "join(createArray(name, five), ' · ')", "if(nul == null, '–', nul)"]) {
  whole('functions', expression);
}
for (const expression of ["if(t, 'y', 'n')", "toUpper(name)", "concat(name, 'x')", 'concat(n, f)', 'n + 1', 'count(rows)', "join(words, ', ')", 'first(rows).id', 'round(f)', 'nul == null', '!t', "true", "5", "'lit'", '1.50', 'f * 2', 'createArray(1, 2)', 'obj.b', '-n', 'name', "nul ?? 'x'"]) {
  mixed('functions', expression);
}

for (const [name, text] of Object.entries({
  'plain': 'hello', 'two': '${name} and ${n}', 'adjacent': '${n}${n}', 'leading space': ' ${n}', 'trailing space': '${n} ', 'inner spaces': '${  n  }', 'tab': '${\tn\t}', 'literal text': "${'lit'}", 'literal number': '${5}', 'literal true': '${true}', 'literal false': '${false}',
  'literal in parentheses': '${(5)}', 'negative literal': '${-5}', 'escaped': '\\${name}', 'escaped twice': '\\\\${name}', 'escaped and not': '\\${name} ${name}', 'escaped back-tick': 'a\\`b ${name}', 'bare back-tick': 'a`b ${name}', 'back-tick alone': 'a`b', 'escaped back-tick alone': 'a\\`b',
  'backslashes': 'a\\b\\\\c ${name}', 'dollar': '$ ${name} $5 $', 'braces': '{${name}}', 'brace in literal': "${'}'}", 'both braces in literal': "${'{x}'}", 'quote in literal': "${'it\\'s'}", 'double quote in literal': '${"say \\"hi\\""}', 'other quote': `\${"it's"}`, 'quotes around': `"\${name}" 'x'`,
  'newline around': 'a\n${name}\nb', 'unicode': 'é😀 ${name} ‮', 'markdown': '**${name}** [x](https://e.org) ${n}', 'percent': '${n} %', 'no expression': '$name {name}', 'dollar brace in data': '${code} ${name}', 'nul char': 'a\u0000${name}', 'html': '<b>${name}</b>&amp;',
  'long': 'x'.repeat(300) + '${name}', 'empty': '', 'spaces': '   ', 'plus': '${n}+${n}', 'colon': '${name}: ${n > 3}', 'null literal': '${null}', 'null literal in text': 'x${null}', 'text ends in backslash': '${name}\\', 'dollar before': '$${name}', 'dollars': '$$${name}$$',
})) add('texts', name, { v: text });

for (const [name, template] of Object.entries({
  'object scope': { o: { $data: '${obj}', a: '${a}', r: '${$root.name}', d: '${$data.b.c}', m: '${name}' } },
  'repeat': { body: [{ $data: '${rows}', id: '${id}', i: '${$index}', both: '${$index}: ${id}' }] },
  'repeat in the middle': { body: ['a', { $data: '${rows}', id: '${id}' }, 'z'] },
  'repeat of numbers': { body: [{ $data: '${arr}', v: '${$data}', t: '#${$data}' }] },
  'repeat of texts': { body: [{ $data: '${words}', v: '${$data}', u: '${toUpper($data)}' }] },
  'repeat of lists': { body: [{ $data: '${nested}', v: '${$data}', c: '${count($data)}' }] },
  'repeat of mixed': { body: [{ $data: '${mixed}', v: '${$data}', e: '${exists($data)}' }] },
  'repeat of nothing': { body: [{ $data: '${none}', v: 1 }, 'x'], p: { $data: '${none}', v: 1 } },
  'repeat of one as property': { p: { $data: ['x'], v: '${$data}' } },
  'repeat of many as property': { p: { $data: '${arr}', v: '${$data}' } },
  'nested repeats': { body: [{ $data: '${rows}', id: '${id}', tags: [{ $data: '${tags}', v: '${$data}', i: '${$index}', r: '${$root.name}' }], after: '${$index}' }] },
  'list literal': { body: [{ $data: [{ q: 1 }, { q: 2 }], v: '${q}', i: '${$index}' }] },
  'object literal': { p: { $data: { q: 1 }, v: '${q}' } },
  'text literal': { p: { $data: 'lit', v: '${$data}' } },
  'number literal': { p: { $data: 7, v: '${$data}', w: '${x}' } },
  'null literal': { p: { $data: null, v: '${x}', w: '${$data}' } },
  'missing': { body: [{ $data: '${missing}', v: '${x}', d: '${$data}' }] },
  'null': { body: [{ $data: '${nul}', v: '${x}', d: '${$data}' }] },
  'undefined keeps the scope': { p: { $data: "${obj['zz']}", v: '${name}' } },
  'no fall-back': { p: { $data: '${obj}', v: '${n}', w: '${$root.n}' } },
  'restored afterwards': { a: { $data: '${obj}', v: '${a}' }, b: '${name}', c: [{ $data: '${arr}', v: '${$index}' }, { v: '${name}' }] },
  'deep inheritance': { body: [{ $data: '${rows}', x: { y: { z: ['${id}', '${$index}'] } } }] },
  'root stays': { body: [{ $data: '${rows}', inner: { $data: '${tags}', v: '${$root.n}' } }] },
  'data from root': { body: [{ $data: '${rows}', inner: [{ $data: '${$root.words}', v: '${$data}${$index}' }] }] },
  'data by expression': { body: [{ $data: '${if(n > 3, rows, none)}', v: '${id}' }], c: [{ $data: '${createArray(1, 2)}', v: '${$data}' }] },
  'data in text': { p: { $data: 'x${n}', v: '${$data}' } },
  'data with index': { body: [{ $data: '${rows}', t: { $data: '${tags}', v: '${$data}', i: '${$index}' } }] },
  'index in condition': { body: [{ $data: '${rows}', $when: '${$index > 0}', v: '${id}' }] },
  'odd rows': { body: [{ $data: '${rows}', $when: '${$index % 2 == 0}', v: '${id}' }] },
  'index in arithmetic': { body: [{ $data: '${rows}', v: '${$index + 1}', t: '${$index + 1}. ${id}', l: '${$index == count($root.rows) - 1}' }] },
  'first item path': { p: { $data: '${rows[0]}', v: '${id}', t: '${tags[1]}' } },
  'first of list': { p: { $data: '${first(rows)}', v: '${id}' } },
  'data false': { p: { $data: '${fa}', v: '${$data}', w: '${x}' } },
  'data zero': { p: { $data: '${zero}', v: '${$data}' } },
  'empty object': {}, 'schema stays': { $schema: 'http://adaptivecards.io/schemas/adaptive-card.json', type: 'AdaptiveCard' },
})) add('scopes', name, template);
add('scopes', 'root list', { body: [{ $data: '${$root}', v: '${$data}' }], f: '${$root[0]}' }, ['x', 'y']);
add('scopes', 'root null', { v: '${name}', w: 'a${name}' }, null);
add('scopes', 'root text', { v: '${$root}', w: '${name}' }, 'text');
add('scopes', 'repeated root', { $data: '${rows}', v: '${id}' });
add('scopes', 'dropped root', { $when: '${fa}', v: 1 });
add('scopes', 'text template', '${name}');
add('scopes', 'list template', ['${n}', '${arr}', null, [1, [2]]]);
add('scopes', 'number template', 5);
for (const [name, value] of Object.entries({ Straße: 'ß', 'İ': 'i', '\u212Aey': 'kelvin', KEY: 'key' })) add('scopes', `property ${name}`, { a: '${key}', b: '${i}' }, { [name]: value });

for (const condition of ['t', 'fa', 'nul', 'missing', 'n', 'zero', 'name', 'empty', 'arr', 'n > 3', 'n < 3', 'n == 5', "name == 'Ada'", "name == 'ada'", 'exists(name)', 'exists(nul)', 'exists(missing)', '!exists(missing)', 'not(exists(name))', 'empty(none)', 'empty(arr)', 'empty(nul)', '!empty(words)',
  'missing == null', 'missing != null', 'nul == null', 'missing > 1', 'nul > 1', "name > 3", 'n / zero > 1', 'n / zero', 't && n > 3', 't && fa', 'fa || n == 5', 'missing || fa', 'count(rows) > 2', 'length(name) == 3', "contains(words, 'y')", "contains(name, 'd')", "if(t, fa, t)", "if(n > 3, t, fa)",
  'true && true', '!fa', '!missing', 'toUpper(missing) == empty', 'rows[0].n == 1', 'rows[9].n == 1', 'obj == same', "concat(t, '')", "string(t) == 'true'", '$index == null', "obj['zz'] == null", 'nul ?? t', 'missing ?? t', 'and(t, n > 3)', 'or(fa, n < 3)', 'n >= 5 && n <= 5', 'length(missing) == 0', "startsWith(name, 'A')", 'missing + 1 == 1', "length(nul) == 0"]) {
  add('whens', condition, { body: [{ $when: '${' + condition + '}', a: 1 }], p: { $when: '${' + condition + '}', a: 1 } });
}
add('whens', 'per item', { body: [{ $data: '${rows}', $when: '${n > 1}', v: '${id}' }] });
add('whens', 'none left as property', { p: { $data: '${rows}', $when: '${n > 9}', v: 1 } });
add('whens', 'one left as property', { p: { $data: '${rows}', $when: '${n == 2}', v: '${id}' } });
add('whens', 'nested', { body: [{ $when: '${t}', items: [{ $when: '${fa}', a: 1 }, { $when: '${t}', b: 2 }] }] });

for (const [name, template] of Object.entries({
  'numbers': [1, 2], 'nested literal': [[1, 2], [3]], 'deep': [[[1]], [[2], 3]], 'null dropped': ['a', null, 'b'], 'spliced': ['a', '${arr}', 'b'], 'spliced nested': ['${nested}'], 'spliced in list': [['${nested}']], 'null item': ['${nul}', 1], 'nulls within': ['${mixed}'], 'missing item': ['${missing}'],
  'undefined item': ["${first(none)}", 1], 'empty spliced': ['a', '${none}', 'b'], 'objects': [{ a: 1 }, { $when: '${fa}' }, { $data: '${arr}', v: '${$data}' }], 'empty': [], 'texts': ['${name}', 'x ${n}'], 'false': [false, 0, '', '${fa}', '${zero}', '${empty}'], 'made': ['${createArray(1, createArray(2))}'], 'null in made': ['${createArray(1, nul)}'],
})) add('lists', name, { v: template });
add('lists', 'property types', { a: 1, b: 1.5, c: true, d: null, e: [], f: {}, g: 'x', h: -1, i: 1e21, j: 1e-9, k: 123456789012345680000 });
add('lists', 'data untouched', { a: '${obj}', b: '${rows}', c: '${mixed}' });

for (const number of [0, -0, 1, -1, 1.5, 0.1, 100, 1e5, 123456.789, 1e15, 1e16, 1e20, 1e21, 1.5e21, 123456789012345680000, 1e-5, 1e-6, 1e-7, 1.5e-7, 5e-324, 1.7976931348623157e308, 0.000001234, 4.35, 2.675, 1.005, 0.30000000000000004, 9007199254740993, 1 / 3, 2 / 3, 1e300, 33.333333333333336, 98765432.1, 4503599627370496.5]) {
  add('numbers', `text of ${number}`, { v: '=${x}', w: '${x}', r: '${x * 1.0}', c: "${concat(x, '')}", j: "${join(createArray(x, x), ' ')}" }, { x: number });
  add('numbers', `rounded ${number}`, { a: '${round(x)}', b: '${round(x, 2)}', c: '${floor(x)}', d: '${ceiling(x)}', e: '${abs(x)}' }, { x: number });
  const plain = Math.abs(number) < 1e15 && !String(number).includes('e');
  add('numbers', `${plain ? '' : 'refused '}written ${number}`, { a: '${formatNumber(x, 2)}', b: '${formatNumber(x, 0)}', c: '${string(x)}', d: '${formatNumber(x, 5)}' }, { x: number });
}

for (const expression of ['n +', '+', '(n', 'n)', 'n n', 'n..a', '.a', 'a.', '[1', 'f(', 'if(t, 1)', 'if(t,1,2,3)', 'exists()', 'exists(n, n)', 'length(n, n)', 'true + 1', "'a' - 1", "toUpper(5)", 'sum(5)', "round('x')", "formatNumber('x', 2)", 'count(5)', "join('a', ',')", "and()", 'add(1)', '1a', 'n ==', '== n', 'n & ', '?', 'n ? 1', "'open",
  'toUpper(5) ', "toUpper(5).x", 'exists(n).x', 'n,n', '()', 'a[ ]', '1.', '!', 'mod(1)', 'nosuch(n)', 'n <> 1', '`x`']) {
  whole('errors', expression);
  add('errors', `in text: ${expression}`, { v: 'a ${' + expression + '} b' });
}

for (const file of fs.existsSync(path.join(out, '../../../cards')) ? fs.readdirSync(path.join(out, '../../../cards')) : []) {
  const sample = path.join(out, '../../../cards', file.replace(/\.json$/, '.sample.json'));
  if (file.endsWith('.json') && !file.endsWith('.sample.json') && fs.existsSync(sample)) {
    add('cards', file, JSON.parse(fs.readFileSync(path.join(out, '../../../cards', file), 'utf8')), JSON.parse(fs.readFileSync(sample, 'utf8')));
  }
}

fs.mkdirSync(out, { recursive: true });
let total = 0;
for (const [group, cases] of Object.entries(groups)) {
  if (cases.length === 0) continue;
  const written = cases.map(({ name, template, data }) => {
    const answer = expand(template, data);
    const result = answer.throws !== undefined ? { throws: answer.throws } : answer.undefined ? {} : { expected: answer.value };
    return JSON.stringify({ name, template, ...(data === people ? { dataRef: 'people' } : { data }), ...result });
  });
  total += written.length;
  fs.writeFileSync(path.join(out, `${group}.json`), `{\n"generator": "adaptivecards-templating 2.3.1, adaptive-expressions 4.23.3",\n"datasets": {"people": ${JSON.stringify(people)}},\n"cases": [\n${written.join(',\n')}\n]\n}\n`);
}
console.log(`${total} cases`);
