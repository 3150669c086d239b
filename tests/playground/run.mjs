// Microsoft 365 Agents Playground, the nearest thing to Teams that runs on one machine, talks to the service in real Chromium:
//   node run.mjs            (after `dotnet build` and `npm ci`; needs Chromium at /usr/bin/chromium or CHROMIUM)
// Exits 0 when everything below held. Screenshots go to artifacts/screenshots.
import assert from 'node:assert/strict';
import path from 'node:path';
import { browsing, cardsOf, changed, grown, here, open, say, shot, Stage } from './kit.mjs';

const today = '2026-11-22T09:00:00Z';
await new Stage(today).play('playground', async (stage) => {
  prepare(stage);
  const port = await stage.playground(await stage.service());
  await browsing((browser) => converse(browser, port));
});

/** Alice and twelve weeks of her working days, imported as an operator would. */
function prepare(stage) {
  const usage = ['email,day,tool,prompts,agent_sessions,review_requests,acceptances,generations,cost_usd'];
  for (let day = new Date('2026-09-01T00:00:00Z'); day < new Date(today); day.setUTCDate(day.getUTCDate() + 1)) {
    if (day.getUTCDay() % 6 !== 0) {
      usage.push(`alice@example.com,${day.toISOString().slice(0, 10)},copilot,${6 + (day.getUTCDate() % 5)},2,0,${day.getUTCDate() % 7},9,`);
      usage.push(`morgan@example.com,${day.toISOString().slice(0, 10)},copilot,1,0,0,3,4,`);
    }
  }
  stage.command('import', 'people', path.join(here, 'people.csv'));
  stage.command('import', 'usage-csv', stage.file('usage.csv', usage.join('\n') + '\n'));
  stage.command('score');
}

async function converse(browser, port) {
  const page = await open(browser, port);
  const cards = cardsOf(page);
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
