// An appeal from the score card to the reasons, by two people in two Playgrounds, in real Chromium:
//   node appeals.mjs        (as run.mjs)
// Each step leaves a picture playground-appeal-NN-*.png in artifacts/screenshots.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { browsing, cardsOf, changed, grown, here, open, say, shot, Stage } from './kit.mjs';

const now = '2026-11-24T10:00:00Z';
const upheld = 'The report itself shows chats on these days, and the editor sent no details of them.';
const declined = 'The data of these days is there, and it shows what was counted on each of them.';
let picture = 0;

await new Stage(now).play('playground appeals', async (stage) => {
  prepare(stage);
  const bot = await stage.service();
  const [alice, rita] = [await stage.playground(bot), await stage.playground(bot, configOf('rita', 'Rita Reviewer', '00000000-0000-4000-8000-0000000000c1'))];
  await browsing(async (browser) => {
    const [hers, reviews] = [await open(browser, alice), await open(browser, rita)];
    await cardsOf(hers).first().waitFor();
    await cardsOf(reviews).first().waitFor();
    await contest(hers);
    await decide(reviews);
    await read(hers);
  });
});

/** Alice, whose editor reported nothing in October; her manager; a reviewer of another line. */
function prepare(stage) {
  stage.command('import', 'people', stage.file('people.csv', [
    'email,name,entra_object_id,manager_email,work_area,country,time_zone,working_days,start_date,github_login,roles',
    'alice@example.com,Alice Example,00000000-0000-4000-8000-00000000000a,morgan@example.com,Payments,DE,Europe/Berlin,Mon-Fri,2024-01-08,alice,',
    'morgan@example.com,Morgan Example,00000000-0000-4000-8000-000000000001,,Payments,DE,Europe/Berlin,Mon-Fri,2023-01-09,,',
    'rita@example.com,Rita Reviewer,00000000-0000-4000-8000-0000000000c1,paul@example.com,Risk,DE,Europe/Berlin,Mon-Fri,2023-01-09,,reviewer',
    'paul@example.com,Paul Example,00000000-0000-4000-8000-0000000000c2,,Risk,DE,Europe/Berlin,Mon-Fri,2023-01-09,,',
    '',
  ].join('\n')));
  const rows = [];
  for (let day = new Date('2026-08-03T00:00:00Z'); day < new Date(now); day.setUTCDate(day.getUTCDate() + 1)) {
    if (day.getUTCDay() % 6 !== 0) {
      const off = day >= new Date('2026-10-05T00:00:00Z') && day <= new Date('2026-11-06T00:00:00Z');
      const ide = off ? [] : [{ ide: 'vscode', user_initiated_interaction_count: 5 }];
      const feature = off ? [] : [{ feature: 'chat_panel_ask_mode', user_initiated_interaction_count: 5 }];
      rows.push(JSON.stringify({
        day: day.toISOString().slice(0, 10), enterprise_id: '310', user_id: 8200001, user_login: 'alice', user_initiated_interaction_count: off ? 0 : 5,
        used_chat: true, used_agent: false, totals_by_ide: ide, totals_by_feature: feature,
      }));
    }
  }
  stage.command('import', 'copilot-usage', stage.file('copilot.ndjson', rows.join('\n') + '\n'));
  stage.command('score');
}

/** The Playground's settings with somebody else in front of it. */
function configOf(id, name, aad) {
  const config = fs.readFileSync(path.join(here, '.m365agentsplayground.yml'), 'utf8');
  const other = [
    'currentUser:', `  id: "29:1${id}"`, `  name: ${name}`, `  userPrincipleName: ${id}@example.com`, `  aadObjectId: ${aad}`,
    `  givenName: ${name.split(' ')[0]}`, `  surname: ${name.split(' ')[1]}`, `  email: ${id}@example.com`, 'users:',
  ].join('\n');
  return config.replace(/currentUser:[\s\S]*?\nusers:/, other).replace('a:1personal', `a:1${id}`);
}

async function contest(page) {
  const card = await ask(page, "what's my score", /Light|Heavy|measured/);
  await keep(page, 'score');
  await press(card, 'This is wrong', /Let's get it right/);
  await keep(page, 'form');
  await pick(card, 0, 'Work in a tool that is not counted');
  await pick(card, 1, /5 Oct.*could not be seen/, /still settling/);
  await card.locator('textarea').first().fill('I chat with Copilot every day; my telemetry is switched off by policy.');
  await keep(page, 'form-filled');
  await press(card, 'Send', /What happens next/);
  await keep(page, 'receipt');
  const score = await ask(page, "what's my score", /Under review since/);
  assert.doesNotMatch(await score.innerText(), /Light|Heavy/);
  await keep(page, 'under-review');
}

async function decide(page) {
  const card = await ask(page, 'queue', /Cases to review/);
  assert.doesNotMatch(await card.innerText(), /Alice/);
  await keep(page, 'queue');
  await press(card, /^Take/, /It is about/);
  await keep(page, 'case');
  await press(card, 'What would it change?', /What would it change/);
  await choose(card);
  await press(card, 'Show me', /Before and after/);
  await keep(page, 'preview');
  await press(card, 'Decide so', /Decide on case/);
  await card.locator('textarea').nth(0).fill(upheld);
  await card.locator('textarea').nth(1).fill(declined);
  await keep(page, 'reasons-written');
  await press(card, 'Decide', /Upheld in part/);
  await keep(page, 'decided');
}

/** The first part is upheld as the data suggests, the second declined. */
async function choose(card) {
  await pick(card, 0, 'Upheld');
  await pick(card, 1, /^As the data suggests/);
  await pick(card, 4, /^Declined/); // Behind the two days of the first part.
}

/** Picks from one of the card's lists, one or several. */
async function pick(card, list, ...names) {
  const box = card.getByRole('combobox').nth(list);
  await box.click();
  for (const name of names) {
    await card.page().getByRole('option', { name, exact: typeof name === 'string' }).or(card.page().getByRole('menuitemcheckbox', { name })).first().click();
  }
  if (names.length > 1) await card.page().keyboard.press('Escape');
}

async function read(page) {
  const cards = cardsOf(page);
  const ruling = cards.filter({ hasText: upheld });
  await ruling.first().waitFor({ timeout: 60_000 });
  assert.match(await ruling.first().innerText(), new RegExp(declined.slice(0, 30)));
  await ruling.first().scrollIntoViewIfNeeded();
  await keep(page, 'reasons');
  await press(ruling.first(), 'Old and new', /Before and after/, cards.last());
  await keep(page, 'old-and-new');
  const score = await ask(page, "what's my score", /of 100/);
  assert.doesNotMatch(await score.innerText(), /Under review/);
  await keep(page, 'new-score');
}

/** Types a sentence; gives the card that answers it. */
async function ask(page, text, expected) {
  const cards = cardsOf(page);
  const before = await cards.count();
  await say(page, text);
  const card = await grown(cards, before + 1);
  assert.match(await card.innerText(), expected);
  return card;
}

/** Presses a button; the answer takes the card's place. */
async function press(card, name, expected, answer = card) {
  const before = await answer.innerText();
  await card.getByRole('button', { name, exact: typeof name === 'string' }).first().click();
  await changed(answer, before);
  assert.match(await answer.innerText(), expected);
}

async function keep(page, name) {
  await shot(page, `playground-appeal-${String(++picture).padStart(2, '0')}-${name}`);
}
