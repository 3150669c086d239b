// node preview.mjs OUT_FOLDER FILE…: draws what `card … --channel slack` printed as PNG, with Debian's Chromium. A form's view is drawn
// below its message. The look is the community's (slack-blocks-to-jsx), near to Slack's own, and its checks are none.
import fs from 'node:fs';
import path from 'node:path';
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { createElement } = require('react');
const { renderToStaticMarkup } = require('react-dom/server');
const { Message } = require('slack-blocks-to-jsx');
const [folder, ...files] = process.argv.slice(2);
if (files.length === 0) {
  console.error('usage: node preview.mjs OUT_FOLDER FILE…');
  process.exit(2);
}

const css = fs.readFileSync(path.join(path.dirname(require.resolve('slack-blocks-to-jsx')), 'style.css'), 'utf8');
fs.mkdirSync(folder, { recursive: true });
for (const file of files) {
  // The package shows a verbatim text without bold; by Slack's documentation only links and names are left alone in it.
  const { blocks, view } = JSON.parse(fs.readFileSync(file, 'utf8'), (key, value) => (key === 'verbatim' ? undefined : value));
  const draw = (drawn) => renderToStaticMarkup(createElement(Message, { blocks: drawn, name: 'ChatBot', logo: '', time: new Date(0), theme: 'light' }));
  const page = path.resolve(folder, `${path.basename(file, '.json')}.html`);
  const body = [blocks, view?.blocks].filter(Boolean).map(draw).join('<hr>');
  fs.writeFileSync(page, `<!doctype html><meta charset="utf-8"><style>${css}body{margin:16px;width:640px;font-family:"Noto Sans",sans-serif}</style>${body}`);
  const picture = page.replace(/html$/, 'png');
  execFileSync('/usr/bin/chromium', ['--headless=new', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--window-size=700,1000', `--screenshot=${picture}`, `file://${page}`], { stdio: 'ignore', timeout: 60000 });
  console.log(picture);
}
