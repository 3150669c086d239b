// What the checks with Microsoft 365 Agents Playground share: a service and Playgrounds on free ports, a Chromium, and what is done in their pages.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

export const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const dll = process.env.CHATBOT_DLL ?? path.join(root, 'artifacts/bin/ChatBot/debug/ChatBot.dll');
const shots = path.join(root, 'artifacts/screenshots');

/** A stage for one check: a folder, a database and a stopped clock, gone with everything that was started when the check has ended. */
export class Stage {
  constructor(now) {
    this.now = now;
    this.work = fs.mkdtempSync(path.join(os.tmpdir(), 'playground-'));
    this.children = [];
    fs.mkdirSync(shots, { recursive: true });
  }

  /** Runs the check and says that all held. */
  async play(name, check) {
    try {
      await check(this);
      console.log(`${name}: all held`);
    } finally {
      this.children.forEach((child) => child.kill('SIGTERM'));
      await Promise.all(this.children.map((child) => child.exitCode ?? new Promise((done) => child.once('exit', done))));
      fs.rmSync(this.work, { recursive: true, force: true });
    }
  }

  /** Writes a file of the stage and gives its path. */
  file(name, text) {
    const file = path.join(this.work, name);
    fs.writeFileSync(file, text);
    return file;
  }

  /** Runs a command as an operator would. */
  command(...args) {
    const ran = spawnSync('dotnet', [dll, ...args, '--database', this.database], { env: this.environment, encoding: 'utf8' });
    assert.equal(ran.status, 0, `${args.join(' ')}: ${ran.stderr}`);
  }

  /** Starts the service; gives its port. */
  async service() {
    const port = await freePort();
    this.start('dotnet', [dll, 'serve', `--Listening:Url=http://localhost:${port}`, '--database', this.database], this.work, this.environment);
    await this.answers(`http://localhost:${port}/health/live`);
    return port;
  }

  /** Starts a Playground that talks to the service; gives its port. */
  async playground(bot, config = fs.readFileSync(path.join(here, '.m365agentsplayground.yml'), 'utf8')) {
    const port = await freePort();
    const folder = fs.mkdtempSync(path.join(this.work, 'as-'));
    fs.writeFileSync(path.join(folder, '.m365agentsplayground.yml'), config);
    const cli = path.join(here, 'node_modules/.bin/agentsplayground');
    this.start(cli, ['start', '-e', `http://localhost:${bot}/api/messages`, '-c', 'msteams', '-p', `${port}`, '--disable-telemetry'], folder, { ...process.env, TEAMSAPPTESTER_BROWSER: 'none' });
    await this.answers(`http://localhost:${port}/_debug/ping`, 'pong');
    return port;
  }

  get database() {
    return path.join(this.work, 'bot.db');
  }

  get environment() {
    return { ...process.env, ASPNETCORE_ENVIRONMENT: 'Development', Clock__Now: this.now };
  }

  start(file, args, cwd, env) {
    const log = fs.openSync(path.join(this.work, `${path.basename(file)}.log`), 'a');
    this.children.push(spawn(file, args, { cwd, env, stdio: ['ignore', log, log] }));
  }

  async answers(url, expected) {
    for (let i = 0; i < 300; i++) {
      const text = await fetch(url).then((response) => (response.ok ? response.text() : undefined), () => undefined);
      if (text !== undefined && (expected === undefined || text.includes(expected))) return;
      await pause();
    }
    const logs = fs.readdirSync(this.work).filter((name) => name.endsWith('.log')).map((name) => fs.readFileSync(path.join(this.work, name), 'utf8'));
    assert.fail(`${url} does not answer\n${logs.join('\n')}`);
  }
}

/** Opens a browser for the length of what is done in it. */
export async function browsing(check) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--no-first-run'],
  });
  try {
    return await check(browser);
  } finally {
    await browser.close();
  }
}

/** Opens a Playground. */
export async function open(browser, port) {
  const page = await browser.newPage({ viewport: { width: 1500, height: 1000 } });
  await page.route(/^https?:\/\/(?!localhost|127\.)/, (route) => route.abort()); // Fonts from outside.
  await page.goto(`http://localhost:${port}/`);
  await page.getByRole('button', { name: 'Send Message' }).waitFor();
  return page;
}

/** The cards of a chat. */
export const cardsOf = (page) => page.locator('.ac-adaptiveCard');

export async function say(page, text) {
  await page.getByRole('textbox').last().click();
  await page.keyboard.type(text);
  await page.getByRole('button', { name: 'Send Message' }).click();
}

/** The last of so many cards, once it is there. */
export async function grown(cards, count) {
  await cards.nth(count - 1).waitFor();
  return cards.nth(count - 1);
}

/** Waits until a card reads otherwise than before. */
export async function changed(card, before) {
  for (let i = 0; i < 100; i++) {
    if ((await card.innerText()) !== before) return;
    await pause();
  }
  assert.fail('the card did not change');
}

export async function shot(page, name) {
  await page.screenshot({ path: path.join(shots, `${name}.png`) });
}

function pause() {
  return new Promise((done) => setTimeout(done, 100));
}

function freePort() {
  return new Promise((done) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}
