// What fqm-execution answers to every acceptance case: one line of JSON a case, in the order of the cases.
// node answers.js --content FOLDER --elm FOLDER --out FILE [--measure ID]
'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { parseArgs } = require('node:util');
const { Calculator } = require('fqm-execution');
const { readLines, measureBundles } = require('./content');
const { options, quietly } = require('./options');

const { values: called } = parseArgs({
  options: {
    content: { type: 'string' },
    elm: { type: 'string' },
    out: { type: 'string' },
    measure: { type: 'string' }
  }
});

const say = quietly();

/** Members: 1 or 0 for a patient, how many for a group that counts episodes. */
function counted(group, episodes, population) {
  const same = p =>
    p.populationType === population.populationType &&
    p.populationId === population.populationId &&
    p.criteriaExpression === population.criteriaExpression;
  if (!episodes) return population.result ? 1 : 0;
  return (group.episodeResults ?? []).filter(e => e.populationResults.find(same)?.result).length;
}

function answer(result, measure) {
  return result.detailedResults.map((group, index) => {
    const definition = measure.group.find(g => g.id === group.groupId) ?? measure.group[index];
    const basis = definition.extension?.find(e => e.url.endsWith('populationBasis'))?.valueCode ?? 'boolean';
    const episodes = basis !== 'boolean';
    return {
      id: group.groupId,
      populations: group.populationResults.map(p => ({
        id: p.populationId,
        code: p.populationType,
        count: counted(group, episodes, p)
      })),
      strata: (group.stratifierResults ?? []).map(s => ({ id: s.strataId, value: s.strataCode, result: s.result }))
    };
  });
}

async function main() {
  const { bundles, missing } = measureBundles(called.content, called.elm);
  if (missing.length > 0) say('value sets not in the content: ' + missing);
  const file = fs.openSync(called.out, 'w');
  let written = 0;
  for (const line of readLines(path.join(called.content, 'cases.ndjson.gz'))) {
    const testCase = JSON.parse(line);
    if (called.measure && testCase.measure !== called.measure) continue;
    const bundle = bundles.get(testCase.measure);
    const row = { measure: testCase.measure, caseId: testCase.caseId };
    try {
      const { results } = await Calculator.calculate(bundle, [testCase.bundle], options(testCase.start, testCase.end));
      row.groups = answer(results[0], bundle.entry[0].resource);
    } catch (e) {
      row.error = String(e.message ?? e).slice(0, 500);
    }
    fs.writeSync(file, JSON.stringify(row) + '\n');
    if (++written % 200 === 0) say(written + ' cases');
  }
  fs.closeSync(file);
}

main().catch(e => {
  say(e.stack);
  process.exit(1);
});
