// Throughput of fqm-execution: patients times measures each second, after warm-up, in one process or several.
//   node --expose-gc engine.js --content FOLDER --elm FOLDER --population FOLDER --threads N --seconds S [--patients N]
// Prints one line of JSON. Each process has its own share of the patients; rates are summed.
'use strict';

const fs = require('node:fs');
const path = require('node:path');
const readline = require('node:readline');
const { fork } = require('node:child_process');
const { parseArgs } = require('node:util');
const { Calculator } = require('fqm-execution');
const { measureBundles, readJson } = require('./content');
const { options, quietly } = require('./options');

const say = quietly();
const { values: called } = parseArgs({
  options: {
    content: { type: 'string' },
    elm: { type: 'string' },
    population: { type: 'string' },
    threads: { type: 'string', default: '1' },
    seconds: { type: 'string', default: '60' },
    patients: { type: 'string', default: '1000' },
    chunk: { type: 'string', default: '50' },
    share: { type: 'string' }
  }
});

/** The first patients of the population, every n-th of them; the population is already in random order. */
async function patients(first, share, shares) {
  const found = [];
  let number = 0;
  const lines = readline.createInterface({ input: fs.createReadStream(path.join(called.population, 'bundles.ndjson')) });
  for await (const line of lines) {
    if (number >= first) break;
    if (number++ % shares === share) found.push(JSON.parse(line));
  }
  lines.close();
  return found;
}

/** One chunk of patients through every measure; how many patients times measures that was. */
async function round(bundles, periods, chunk) {
  let done = 0;
  for (const [id, bundle] of bundles) {
    const { results } = await Calculator.calculate(bundle, chunk, options(periods[id].start, periods[id].end));
    if (results.length !== chunk.length) throw new Error(id + ': a result for ' + results.length + ' of ' + chunk.length);
    done += chunk.length;
  }
  return done;
}

/** Peak memory of this process as the system counts it. */
function peakResident() {
  return Number(/VmHWM:\s+(\d+)/.exec(fs.readFileSync('/proc/self/status', 'utf8'))[1]) * 1024;
}

async function measure(share, shares) {
  const { bundles } = measureBundles(called.content, called.elm);
  const periods = readJson(path.join(called.population, 'periods.json'));
  const everybody = await patients(Number(called.patients), share, shares);
  const size = Number(called.chunk);
  const failed = new Set();
  for (const [id, bundle] of [...bundles]) {
    try {
      await round(new Map([[id, bundle]]), periods, everybody.slice(0, size));
    } catch (e) {
      failed.add(id + ': ' + String(e.message).replace(/\s+/g, ' ').slice(0, 200));
      bundles.delete(id);
    }
  }
  const limit = Number(called.seconds) * 1000;
  const started = process.hrtime.bigint();
  const cpuBefore = process.cpuUsage();
  const millis = () => Number(process.hrtime.bigint() - started) / 1e6;
  let done = 0;
  let from = size;
  let seen = 0;
  while (millis() < limit && from < everybody.length) {
    const chunk = everybody.slice(from, from + size);
    done += await round(bundles, periods, chunk);
    seen += chunk.length;
    from += size;
  }
  const seconds = millis() / 1000;
  const cpu = process.cpuUsage(cpuBefore);
  global.gc();
  return {
    patientMeasures: done,
    patients: seen,
    measures: bundles.size,
    seconds,
    perSecond: done / seconds,
    cpuSeconds: (cpu.user + cpu.system) / 1e6,
    heapAfterGcBytes: process.memoryUsage().heapUsed,
    peakResidentBytes: peakResident(),
    failed: [...failed]
  };
}

function inProcess(share, shares) {
  return new Promise((resolve, reject) => {
    const child = fork(__filename, [...process.argv.slice(2), '--share', share + '/' + shares], {
      execArgv: ['--expose-gc', '--max-old-space-size=4096']
    });
    child.on('message', resolve);
    child.on('error', reject);
    child.on('exit', code => code === 0 || reject(new Error('process ' + share + ' ended with ' + code)));
  });
}

async function main() {
  if (called.share) {
    const [share, shares] = called.share.split('/').map(Number);
    const result = await measure(share, shares);
    process.send(result, () => process.exit(0));
    return;
  }
  const shares = Number(called.threads);
  const results = await Promise.all([...Array(shares).keys()].map(share => inProcess(share, shares)));
  const sum = name => results.reduce((total, r) => total + r[name], 0);
  process.stdout.write(
    JSON.stringify({
      engine: 'fqm-execution',
      version: require('fqm-execution/package.json').version,
      runtime: 'Node ' + process.versions.node,
      population: path.basename(called.population),
      threads: shares,
      patientMeasures: sum('patientMeasures'),
      patients: sum('patients'),
      measures: results[0].measures,
      seconds: Math.max(...results.map(r => r.seconds)),
      perSecond: sum('perSecond'),
      cpuSeconds: sum('cpuSeconds'),
      coldSeconds: 0,
      heapAfterGcBytes: sum('heapAfterGcBytes'),
      peakResidentBytes: sum('peakResidentBytes'),
      failed: results[0].failed
    }) + '\n'
  );
}

main().catch(e => {
  say(e.stack);
  process.exit(1);
});
