// Walks through the pages of a running server as a person would, and fails on the first thing that is not there.
// Usage: node walk.mjs <url> <folder for screenshots>
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const [, , url, folder] = process.argv;
const PATIENCE = 20_000;
const axe = createRequire(import.meta.url).resolve('axe-core');
const complaints = [];

await mkdir(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.DRAWBRIDGE_BROWSER ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-dev-shm-usage'],
});
try {
  const page = await open('light');
  await walkThePath(page);
  await readTheGaps(page);
  await lookAtTheRadius(page);
  await lookAtTheEstate(page);
  await askInTheExplorer(page);
  await goBack(page);
  const dark = await open('dark');
  await dark.goto(url);
  await dark.locator('.canvas canvas').first().waitFor();
  await check(dark, 'paths-dark');
  assert.deepEqual(complaints, [], 'what the browser complained about');
  console.log('walked');
} finally {
  await browser.close();
}

/** A page that remembers every error, every refused script and every request that leaves the server. */
async function open(colorScheme) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('dialog', (dialog) => complaints.push(`a script of somebody else ran: ${dialog.message()}`) && dialog.dismiss());
  page.on('request', (request) => {
    const own = ['data:', 'blob:'].some((scheme) => request.url().startsWith(scheme)) || request.url().startsWith(url);
    if (!own) {
      complaints.push(`a request left the server: ${request.url()}`);
    }
  });
  return page;
}

/** Opens the list, takes a path from the internet through both clouds, and reads the proof of each of its steps. */
async function walkThePath(page) {
  const loaded = [];
  page.on('response', (response) => loaded.push(response.url()));
  await page.goto(url);
  const crossing = page.locator('.path-card').filter({ hasText: 'the internet' }).filter({ hasText: 'AWS' }).filter({ hasText: 'Azure' });
  await crossing.first().click();
  await page.locator('.canvas canvas').first().waitFor();
  await page.waitForURL(/[?&]path=/);
  assert.ok(!loaded.some((file) => /monaco|Explorer/.test(file)), 'the list of paths does not load the editor');
  const hops = page.locator('.walk-hop');
  const count = await hops.count();
  assert.ok(count >= 2, `a path worth walking has several hops, not ${count}`);
  for (let hop = 1; hop <= count; hop++) {
    await page.getByRole('heading', { name: new RegExp(`^Hop ${hop} of ${count}: `) }).waitFor();
    const evidence = page.locator('.evidence > li').first();
    assert.match(await evidence.innerText(), /document[\s\S]+pointer[\s\S]+read in/);
    if (hop < count) {
      await page.getByRole('button', { name: 'Next →' }).click();
    }
  }
  await check(page, 'paths');
  await page.locator('.walk-node').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.getByRole('heading', { name: `Hop 1 of ${count}` }).waitFor();
  const address = page.url();
  await page.goto(`${url}estate`);
  await page.goto(address);
  await page.getByRole('heading', { name: `Hop 1 of ${count}` }).waitFor();
  await page.locator('.canvas canvas').first().waitFor();
  await page.getByText('Legend').click();
  await check(page, 'path-with-legend', true);
}

async function readTheGaps(page) {
  await page.getByRole('button', { name: /of what rules read/ }).click();
  await page.getByRole('heading', { name: 'How complete the data is' }).waitFor();
  await check(page, 'gaps');
  await page.getByRole('button', { name: 'close' }).click();
}

async function lookAtTheRadius(page) {
  await page.getByRole('link', { name: 'Blast radius', exact: true }).click();
  await page.getByRole('combobox', { name: 'Taken over' }).fill('internet');
  await page.getByRole('option', { name: /internet/ }).first().waitFor();
  await check(page, 'picker');
  await page.keyboard.press('Enter');
  await page.waitForURL(/blast\?from=/);
  await page.getByRole('heading', { name: /^Without condition/ }).waitFor();
  await page.locator('.matrix .cell').first().click();
  await page.getByRole('button', { name: 'Plan containment' }).click();
  await page.locator('.verdict').waitFor();
  await check(page, 'blast', true);
}

async function lookAtTheEstate(page) {
  await page.getByRole('link', { name: 'Estate' }).click();
  await page.getByRole('heading', { name: 'Coverage and gaps' }).waitFor();
  await check(page, 'estate', true);
}

/** Runs a saved question and reads its answer; the editor's own accessibility is its makers'. */
async function askInTheExplorer(page) {
  await page.getByRole('link', { name: 'Explorer' }).click();
  await page.locator('.graphiql-container').waitFor();
  await page.getByRole('button', { name: /^Attack paths from every entry point/ }).click();
  await page.locator('.graphiql-response', { hasText: '"totalCount"' }).waitFor();
  await page.getByRole('button', { name: /^Edge kinds/ }).click();
  await page.locator('.graphiql-response', { hasText: 'CAN_ASSUME' }).waitFor();
  await page.screenshot({ path: `${folder}/explorer.png` });
}

async function goBack(page) {
  await page.goBack();
  await page.getByRole('heading', { name: 'Coverage and gaps' }).waitFor();
}

/** Keeps a screenshot and asks axe for serious faults. */
async function check(page, name, fullPage = false) {
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage });
  if (!(await page.evaluate(() => 'axe' in window))) {
    await page.evaluate(await (await import('node:fs/promises')).readFile(axe, 'utf8'));
  }
  const { violations } = await page.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }));
  const serious = violations.filter((fault) => ['serious', 'critical'].includes(fault.impact));
  const told = serious.map((fault) => `${fault.id}: ${fault.nodes.map((node) => `${node.html} ${node.failureSummary}`).join('\n  ')}`);
  assert.deepEqual(told, [], `accessibility of ${name}`);
}
