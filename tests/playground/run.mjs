// Microsoft 365 Agents Playground, the nearest thing to Teams that runs on one machine, talks to the service in real Chromium:
//   node run.mjs            (after `dotnet build` and `npm ci`; needs Chromium at /usr/bin/chromium or CHROMIUM)
// Exits 0 when everything below held. Screenshots go to artifacts/screenshots.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const dll = process.env.CHATBOT_DLL ?? path.join(root, 'artifacts/bin/ChatBot/debug/ChatBot.dll');
const shots = path.join(root, 'artifacts/screenshots');
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'playground-'));
const database = path.join(work, 'bot.db');
const today = '2026-11-22T09:00:00Z';
const environment = { ...process.env, ASPNETCORE_ENVIRONMENT: 'Development', Clock__Now: today };
const children = [];
fs.mkdirSync(shots, { recursive: true });

try {
  prepare();
  const [bot, playground] = [await freePort(), await freePort()];
  await startService(bot);
  await startPlayground(playground, bot);
  await converse(playground);
  console.log('playground: all held');
} finally {
  children.forEach((child) => child.kill('SIGTERM'));
  await Promise.all(children.map((child) => child.exitCode ?? new Promise((done) => child.once('exit', done))));
  fs.rmSync(work, { recursive: true, force: true });
}

/** Alice and twelve weeks of her working days, imported as an operator would. */
function prepare() {
  const usage = ['email,day,tool,prompts,agent_sessions,review_requests,acceptances,generations,cost_usd'];
  for (let day = new Date('2026-09-01T00:00:00Z'); day < new Date(today); day.setUTCDate(day.getUTCDate() + 1)) {
    if (day.getUTCDay() % 6 !== 0) {
      usage.push(`alice@example.com,${day.toISOString().slice(0, 10)},copilot,${6 + (day.getUTCDate() % 5)},2,0,${day.getUTCDate() % 7},9,`);
      usage.push(`morgan@example.com,${day.toISOString().slice(0, 10)},copilot,1,0,0,3,4,`);
    }
  }
  fs.writeFileSync(path.join(work, 'usage.csv'), usage.join('\n') + '\n');
  command('import', 'people', path.join(here, 'people.csv'));
  command('import', 'usage-csv', path.join(work, 'usage.csv'));
  command('score');
}

function command(...args) {
  const ran = spawnSync('dotnet', [dll, ...args, '--database', database], { env: environment, encoding: 'utf8' });
  assert.equal(ran.status, 0, `${args.join(' ')}: ${ran.stderr}`);
}

async function startService(port) {
  start('dotnet', [dll, 'serve', `--Listening:Url=http://localhost:${port}`, '--database', database], work, environment);
  await answers(`http://localhost:${port}/health/live`);
}

async function startPlayground(port, bot) {
  fs.copyFileSync(path.join(here, '.m365agentsplayground.yml'), path.join(work, '.m365agentsplayground.yml'));
  const cli = path.join(here, 'node_modules/.bin/agentsplayground');
  start(cli, ['start', '-e', `http://localhost:${bot}/api/messages`, '-c', 'msteams', '-p', `${port}`, '--disable-telemetry'], work, { ...process.env, TEAMSAPPTESTER_BROWSER: 'none' });
  await answers(`http://localhost:${port}/_debug/ping`, 'pong');
}

async function converse(port) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--no-first-run'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1500, height: 1000 } });
    await page.route(/^https?:\/\/(?!localhost|127\.)/, (route) => route.abort()); // Fonts from outside.
    await page.goto(`http://localhost:${port}/`);
    await page.getByRole('button', { name: 'Send Message' }).waitFor();
    const cards = page.locator('.ac-adaptiveCard');

    // One welcome, although two events say that the app was installed.
    await cards.first().waitFor();
    await shot(page, 'playground-1-welcome');
    assert.equal(await cards.count(), 1, 'exactly one welcome');

    await say(page, "what's my score");
    const score = await grown(cards, 2);
    await score.getByRole('button', { name: 'Why?' }).waitFor();
    const scoreText = await score.innerText();
    assert.match(scoreText, /Heavy|Light/);
    await shot(page, 'playground-2-score');

    // The pressed button changes the card it stands on.
    await score.getByRole('button', { name: 'Why?' }).click();
    await changed(score, scoreText);
    assert.equal(await cards.count(), 2, 'the answer replaced the card');
    const whyText = await score.innerText();
    assert.match(whyText, /\d/);
    await shot(page, 'playground-3-why');

    // In a channel nothing personal is said.
    await page.getByRole('treeitem', { name: 'Announcements' }).click();
    await mention(page, page.getByRole('textbox').first(), "what's my score", 'Post');
    await pointer(page, cards, [scoreText, whyText], 'playground-4-channel');

    await page.getByRole('treeitem', { name: 'Group Chat' }).click();
    await mention(page, page.getByRole('textbox').last(), "what's my score", 'Send Message');
    await pointer(page, cards, [scoreText, whyText], 'playground-5-group');
  } finally {
    await browser.close();
  }
}

async function say(page, text) {
  await page.getByRole('textbox').last().click();
  await page.keyboard.type(text);
  await page.getByRole('button', { name: 'Send Message' }).click();
}

async function mention(page, box, text, button) {
  await box.click();
  await page.keyboard.type('@C');
  await page.getByRole('menuitem', { name: /ChatBot/ }).click();
  await page.keyboard.type(` ${text}`);
  await page.getByRole('button', { name: button }).click();
}

/** The one card in a room: it shows the way to the private chat and nothing of the person. */
async function pointer(page, cards, personal, name) {
  await cards.last().waitFor();
  const text = await cards.last().innerText();
  await shot(page, name);
  assert.match(text, /private/i);
  assert.doesNotMatch(text, /Heavy|Light|Alice|\d/);
  personal.forEach((other) => assert.notEqual(text, other));
}

async function grown(cards, count) {
  await cards.nth(count - 1).waitFor();
  return cards.nth(count - 1);
}

async function changed(card, before) {
  for (let i = 0; i < 100; i++) {
    if ((await card.innerText()) !== before) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  assert.fail('the card did not change');
}

async function shot(page, name) {
  await page.screenshot({ path: path.join(shots, `${name}.png`) });
}

function start(file, args, cwd, env) {
  const log = fs.openSync(path.join(work, `${path.basename(file)}.log`), 'a');
  const child = spawn(file, args, { cwd, env, stdio: ['ignore', log, log] });
  children.push(child);
}

async function answers(url, expected) {
  for (let i = 0; i < 300; i++) {
    const text = await fetch(url).then((response) => (response.ok ? response.text() : undefined), () => undefined);
    if (text !== undefined && (expected === undefined || text.includes(expected))) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  const logs = fs.readdirSync(work).filter((name) => name.endsWith('.log')).map((name) => fs.readFileSync(path.join(work, name), 'utf8'));
  assert.fail(`${url} does not answer\n${logs.join('\n')}`);
}

function freePort() {
  return new Promise((done) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}
